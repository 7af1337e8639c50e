import { heads, type DrawnCell, type DrawnForm } from '../form-drawing.ts'
import {
  amount,
  amountOrNothing,
  title,
  field,
  plain,
  write,
  recognise,
  columns,
  mapping,
} from './form-parts.ts'

/** Income and expense, each with its sum, and what remains. */
function moneyRows(first: number, last: number, label: string): readonly DrawnCell[] {
  const money = { align: 'right', format: amount } as const
  const rows = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const sum = String(last + 1)
  return [
    { at: `A${String(first - 1)}:E${String(first - 1)}`, text: label, align: 'left', bold: true },
    ...rows.flatMap((row) => [
      field(`A${String(row)}`),
      field(`B${String(row)}`, money),
      field(`C${String(row)}`, money),
      field(`D${String(row)}`, {
        ...money,
        format: amountOrNothing,
        formula: `C${String(row)}-B${String(row)}`,
      }),
      field(`E${String(row)}`),
    ]),
    field(`A${sum}`, { text: `${label}の合計`, bold: true }),
    ...['B', 'C', 'D'].map((letter) =>
      field(`${letter}${sum}`, {
        ...money,
        bold: true,
        formula: `SUM(${letter}${String(first)}:${letter}${String(last)})`,
      }),
    ),
    field(`E${sum}`),
  ]
}

export const money: DrawnForm = {
  file: 'tsudoi-shuushi',
  sheets: [
    {
      name: '収支予算書・決算書',
      widths: [14, 8, 8, 8, 14],
      heights: { 1: 34 },
      cells: [
        title('A1:E1', '収支予算書・収支決算書'),
        plain('A2:E2', '', 'center'),
        plain('A3:E3', '（単位：円）', 'right'),
        ...heads(4, ['科目', '予算額', '決算額', '増減（△）', '備考']),
        ...moneyRows(6, 11, '収入'),
        ...moneyRows(15, 24, '支出'),
        field('A27', { text: '差引（収入－支出）', bold: true }),
        ...['B', 'C', 'D'].map((letter) =>
          field(`${letter}27`, {
            formula: `${letter}12-${letter}25`,
            align: 'right',
            format: amount,
            bold: true,
          }),
        ),
        field('E27'),
      ],
    },
  ],
  mapping: mapping('収支予算書・収支決算書', {
    kind: 'year',
    recognise: recognise('収支予算書・決算書', 'A1', '収支予算書・収支決算書'),
    entries: [write('収支予算書・決算書', 'A2', '何の収支か', '{期間.年度|年度}　{事務局.名称}')],
    blocks: [[6, 11, '収入'] as const, [15, 24, '支出'] as const].map(([firstRow, lastRow, side]) => ({
      sheet: '収支予算書・決算書',
      firstRow,
      lastRow,
      label: side,
      each: side,
      columns: columns({ A: '科目', B: '予算額', C: '決算額', E: '備考' }),
      whenTooMany: 'insert',
    })),
  }),
}
