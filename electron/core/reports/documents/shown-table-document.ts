import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { emptyFooter, innerWidthMm, type Paper, type ReportDocument } from '../report-document.ts'
import { paperDate } from './paper-text.ts'

export interface ShownTable {
  readonly title: string
  readonly note: string
  /** `share`: how much of the width, beside the others. */
  readonly columns: readonly { readonly heading: string; readonly share: number }[]
  readonly rows: readonly (readonly string[])[]
}

const numberWidthMm = 12

/** A list as it stood on the screen. */
export function shownTableDocument(table: ShownTable, today: CalendarDate): ReportDocument {
  const paper: Paper = {
    size: 'A4',
    orientation: table.columns.length > 4 ? 'landscape' : 'portrait',
    margins: 'table',
  }
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  const width = innerWidthMm(paper) - numberWidthMm
  return {
    name: table.title.slice(0, 31),
    title: table.title,
    paper,
    font: 'gothic',
    textSize: 'normal',
    footer: {
      ...emptyFooter,
      left: '個人の連絡先を含むことがあります。取り扱いに気をつけてください。',
      pageNumbers: true,
    },
    blocks: [
      { kind: 'title', above: '', text: table.title },
      {
        kind: 'line',
        text: `${paperDate(today)}現在　${String(table.rows.length)}件`,
        align: 'end',
        size: 'small',
      },
      ...(table.note === ''
        ? []
        : [{ kind: 'line', text: table.note, align: 'start', size: 'small' } as const]),
      {
        kind: 'table',
        caption: table.title,
        columns: [
          { heading: 'No.', widthMm: numberWidthMm, align: 'center' },
          ...table.columns.map(({ heading, share }) => ({
            heading,
            widthMm: (width * share) / shares,
            align: 'start' as const,
          })),
        ],
        rows: table.rows.map((row, position) => ({
          kind: 'cells',
          cells: [
            { text: String(position + 1), number: position + 1 },
            ...table.columns.map((_column, at) => ({ text: row[at] ?? '' })),
          ],
        })),
        minRowHeightMm: 7,
      },
    ],
  }
}
