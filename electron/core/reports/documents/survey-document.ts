import type { YearQuestion, YearSummary } from '#shared/contract/year-summary-operations.ts'
import { type CalendarDate, fiscalYearName } from '#shared/domain/calendar-date.ts'
import { type Block, emptyFooter, type ReportDocument, type TableRow } from '../report-document.ts'
import { paperDate, paperDigits } from './paper-text.ts'

/** 実施状況調査の集計: the year's questions, each option with its count. */
export function surveyDocument(
  summary: YearSummary,
  fiscalYear: number,
  officeName: string,
  today: CalendarDate,
): ReportDocument {
  const year = paperDigits(fiscalYearName(fiscalYear))
  const sections = [...new Set(summary.questions.map((question) => question.section))]
  return {
    name: '実施状況調査',
    title: `${year}生活支援体制整備事業実施状況調査の集計`,
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: `${year}　実施状況調査`, right: officeName, pageNumbers: true },
    blocks: [
      { kind: 'title', above: year, text: '生活支援体制整備事業　実施状況調査の集計' },
      {
        kind: 'line',
        text:
          summary.frozen === null
            ? `${paperDate(today)}現在（まだ固めていません）`
            : `${paperDate(summary.frozen.on)}に固めた数`,
        align: 'end',
        size: 'small',
      },
      ...(summary.questions.length === 0
        ? [
            {
              kind: 'line',
              text: 'この年度の問いは、まだありません。',
              align: 'start',
              size: 'normal',
            } as const,
          ]
        : sections.flatMap((section): readonly Block[] => [
            { kind: 'heading', number: '', text: section === '' ? 'そのほか' : section, level: 1, note: '' },
            questionTable(
              section,
              summary.questions.filter((question) => question.section === section),
            ),
          ])),
    ],
  }
}

function questionTable(section: string, questions: readonly YearQuestion[]): Block {
  return {
    kind: 'table',
    caption: section,
    columns: [
      { heading: '欄', widthMm: 110, align: 'start' },
      { heading: '数', widthMm: 30, align: 'end' },
      { heading: '備考', widthMm: 40, align: 'start' },
    ],
    rows: questions.flatMap((question): readonly TableRow[] => [
      { kind: 'section', text: question.text },
      ...question.options.map(({ label, count, typed }): TableRow => ({
        kind: 'cells',
        cells: [
          { text: label },
          count === null ? { text: typed } : { text: String(count), number: count },
          { text: count === null ? '' : typed },
        ],
      })),
    ]),
    minRowHeightMm: 7,
  }
}
