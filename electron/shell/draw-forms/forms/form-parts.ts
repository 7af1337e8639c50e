import type { DrawnCell } from '../form-drawing.ts'

/** What the shipped forms are drawn and mapped with. */

export const amount = '#,##0;"△"#,##0'
/** Nothing where there is nothing to tell. */
export const amountOrNothing = '#,##0;"△"#,##0;'
export const day = '[$-411]ggge"年"m"月"d"日"'
export const title = (at: string, text: string): DrawnCell => ({
  at,
  text,
  align: 'center',
  size: 16,
  bold: true,
})
export const head = (at: string, text: string): DrawnCell => ({ at, text, head: true, align: 'distributed' })
export const field = (at: string, more: Partial<DrawnCell> = {}): DrawnCell => ({ at, ruled: true, ...more })
export const plain = (at: string, text = '', align: DrawnCell['align'] = 'left'): DrawnCell => ({
  at,
  text,
  align,
})

interface Entry {
  readonly [key: string]: unknown
}
export const write = (sheet: string, cell: string, label: string, template: string, more: Entry = {}) => ({
  sheet,
  cell,
  label,
  template,
  ...more,
})
/** A value as it is: a number stays a number. */
export const put = (sheet: string, cell: string, label: string, path: string, more: Entry = {}) => ({
  sheet,
  cell,
  label,
  field: path,
  optional: true,
  ...more,
})
export const recognise = (sheet: string, cell: string, contains: string) => [{ sheet, cell, contains }]
export const columns = (
  fields: Readonly<Record<string, string>>,
  formats: Readonly<Record<string, string>> = {},
) =>
  Object.fromEntries(
    Object.entries(fields).map(([column, name]) => [
      column,
      {
        field: name,
        optional: true,
        ...(formats[column] === undefined ? {} : { format: formats[column] }),
      },
    ]),
  )
export const mapping = (name: string, more: Entry) => ({
  version: 1,
  name,
  kind: 'meeting',
  blocks: [],
  ...more,
})
/** Date at the right, addressee, sender: the head of whatever is handed in, from row `top` on. */
export const letterHead = (last: string, sender: string, top = 1): readonly DrawnCell[] => [
  plain(`A${String(top)}:${last}${String(top)}`, '', 'right'),
  plain(`A${String(top + 1)}:${sender}${String(top + 1)}`),
  plain(`${sender}${String(top + 2)}:${last}${String(top + 2)}`, '', 'right'),
  plain(`${sender}${String(top + 3)}:${last}${String(top + 3)}`, '', 'right'),
]
export const letterEntries = (sheet: string, sender: string, top = 1) => [
  write(sheet, `A${String(top)}`, '提出日', '{提出.提出日|和暦}'),
  write(sheet, `A${String(top + 1)}`, '宛先', '{提出.宛先|様}'),
  write(sheet, `${sender}${String(top + 2)}`, '事務局', '{事務局.名称}'),
  write(sheet, `${sender}${String(top + 3)}`, '代表者', '{事務局.代表者職氏名}', { optional: true }),
]
