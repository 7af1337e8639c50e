import type { YearPlan } from '#shared/contract/budget-operations.ts'
import type { CouncilSummary, Secretariat } from '#shared/contract/council-operations.ts'
import { fiscalYearName, formatMonthDay } from '#shared/domain/calendar-date.ts'
import { type Block, emptyFooter, type ReportDocument } from '../report-document.ts'
import { paperDigits, paperNumber } from './paper-text.ts'

function heading(number: number, text: string): Block {
  return { kind: 'heading', number: paperNumber(number), text, level: 1, note: '' }
}

function paragraphs(text: string): readonly Block[] {
  return text
    .split('\n')
    .filter((each) => each.trim() !== '')
    .map((each) => ({ kind: 'paragraph', label: '', text: each, strong: false }))
}

/** 事業計画書: the aims of the year, its themes, its meetings. */
export function yearPlanDocument(
  plan: YearPlan,
  council: Pick<CouncilSummary, 'name'>,
  fiscalYear: number,
  secretariat: Secretariat,
): ReportDocument {
  const year = fiscalYearName(fiscalYear)
  return {
    name: '事業計画書',
    title: `${year}${council.name}事業計画書`,
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'normal',
    footer: { ...emptyFooter, pageNumbers: true },
    blocks: [
      { kind: 'title', above: `${paperDigits(year)}　${council.name}`, text: '事業計画書' },
      { kind: 'line', text: `事務局　${secretariat.officeName}`, align: 'end', size: 'small' },
      heading(1, 'この年度のねらい'),
      ...(plan.aims.trim() === '' ? paragraphs('（ねらいは、これから書きます）') : paragraphs(plan.aims)),
      heading(2, 'テーマと進めかた'),
      {
        kind: 'table',
        caption: 'テーマと進めかた',
        columns: [
          { heading: '時期', widthMm: 30, align: 'start' },
          { heading: 'テーマ', widthMm: 60, align: 'start' },
          { heading: 'めざすこと', widthMm: 70, align: 'start' },
        ],
        rows: plan.items.map(({ plannedFor, theme, aim }) => ({
          kind: 'cells',
          cells: [{ text: plannedFor }, { text: theme }, { text: aim }],
        })),
        minRowHeightMm: 9,
      },
      heading(3, '会議の予定'),
      {
        kind: 'table',
        caption: '会議の予定',
        columns: [
          { heading: '回', widthMm: 16, align: 'center' },
          { heading: '開催日', widthMm: 38, align: 'start' },
          { heading: '会場', widthMm: 50, align: 'start' },
          { heading: '協議すること', widthMm: 56, align: 'start' },
        ],
        rows: plan.meetings.map(({ number, heldOn, place, topics }) => ({
          kind: 'cells',
          cells: [
            { text: `第${String(number)}回` },
            { text: formatMonthDay(heldOn) },
            { text: place },
            { text: topics.join('\n') },
          ],
        })),
        minRowHeightMm: 9,
      },
    ],
  }
}
