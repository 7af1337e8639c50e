import {
  type FigureRow,
  monthPlace,
  monthsOfYear,
  upTo,
  type YearFigures,
} from '#shared/domain/activity-figures.ts'
import { withSumsAcross, withSumsDown } from './table-sums.ts'
import { activityHeadingNames, activityHeadings } from '#shared/domain/activity.ts'
import { fiscalYearName, formatWareki } from '#shared/domain/calendar-date.ts'
import { dedicationNames, employerNames, workingNames } from '#shared/domain/coordinator.ts'
import { type CouncilLayer, councilLayerNames, councilLayers } from '#shared/domain/council.ts'
import { countGrown, countNeedsSettled, meetingsOfLayer, type YearFacts } from '../year-figures.ts'
import {
  type Block,
  emptyFooter,
  type ReportDocument,
  type TableCell,
  type TableRow,
} from '../report-document.ts'
import { paperDigits } from './paper-text.ts'

export interface YearResults {
  readonly fiscalYear: number
  readonly facts: YearFacts
  readonly figures: YearFigures
  readonly officeName: string
}

const heading = (number: string, text: string): Block => ({
  kind: 'heading',
  number,
  text,
  level: 1,
  note: '',
})
const nothing = (text: string): Block => ({ kind: 'line', text, align: 'start', size: 'normal' })
const cell = (text: string): TableCell => ({ text })
const row = (...cells: readonly TableCell[]): TableRow => ({ kind: 'cells', cells })

/** Meetings of a layer by month, and how many were there. */
export function meetingsByMonth(
  facts: YearFacts,
  layer: CouncilLayer,
): { readonly held: readonly number[]; readonly attended: readonly number[] } {
  const own = meetingsOfLayer(facts, layer)
  const of = (value: (meeting: (typeof own)[number]) => number): readonly number[] =>
    monthsOfYear.map((_, place) =>
      own
        .filter((meeting) => monthPlace(meeting.heldOn) === place)
        .reduce((sum, meeting) => sum + value(meeting), 0),
    )
  return { held: of(() => 1), attended: of((meeting) => meeting.attended) }
}

function monthRow(label: string, unit: string, months: readonly number[]): TableRow {
  const number = (value: number): TableCell => ({ text: String(value), number: value })
  return row(cell(label), cell(unit), ...months.map(number), number(upTo(months, 11)))
}

function monthTable({ facts, figures }: YearResults): Block {
  const layers = councilLayers.filter((layer) => facts.councils.some((each) => each.layer === layer))
  return {
    kind: 'table',
    caption: '月別活動実績',
    columns: [
      { heading: '項目', widthMm: 70, align: 'start' },
      { heading: '単位', widthMm: 14, align: 'center' },
      ...monthsOfYear.map((month) => ({
        heading: `${String(month)}月`,
        widthMm: 13,
        align: 'end' as const,
      })),
      { heading: '合計', widthMm: 18, align: 'end' },
    ],
    rows: withMonthSums([
      { kind: 'section', text: '協議体' },
      ...layers.flatMap((layer) => {
        const { held, attended } = meetingsByMonth(facts, layer)
        const name = paperDigits(councilLayerNames[layer])
        return [
          monthRow(`${name}協議体　開催回数`, '回', held),
          monthRow(`${name}協議体　延べ出席者数`, '人', attended),
        ]
      }),
      ...activityHeadings.flatMap((each): readonly TableRow[] => [
        { kind: 'section', text: activityHeadingNames[each] },
        ...figures.byKind
          .filter(({ key }) => key.heading === each)
          .map(({ key, months }: FigureRow<{ readonly name: string; readonly unit: string }>) =>
            monthRow(key.name, key.unit, months),
          ),
      ]),
      monthRow('活動件数　合計', '件', figures.total),
    ]),
    minRowHeightMm: 6,
  }
}

/** 合計 at the right and below as formulas; below only what belongs to the activities, not the meetings above them. */
function withMonthSums(rows: readonly TableRow[]): readonly TableRow[] {
  const last = rows.length - 1
  const activities = rows.flatMap((each, position) =>
    each.kind === 'section' && position > 0 ? [position] : [],
  )[0]
  const across = withSumsAcross(rows, { from: 2, to: 13, into: 14 })
  if (activities === undefined) return across
  return withSumsDown(across, last, 2, { kind: 'sum', fromRow: activities + 1, toRow: last - 1 })
}

function staffTable({ coordinators }: YearFacts): Block {
  if (coordinators.length === 0) return nothing('コーディネーターの記録は、まだありません。')
  return {
    kind: 'table',
    caption: '実施体制',
    columns: [
      { heading: '区分', widthMm: 30, align: 'start' },
      { heading: '氏名', widthMm: 45, align: 'start' },
      { heading: '所属先', widthMm: 55, align: 'start' },
      { heading: '常勤・専従', widthMm: 35, align: 'start' },
      { heading: '配置年月日', widthMm: 35, align: 'start' },
      { heading: '担当圏域', widthMm: 50, align: 'start' },
    ],
    rows: coordinators.map((each) =>
      row(
        cell(`${paperDigits(councilLayerNames[each.layer])}ＳＣ`),
        cell(each.name),
        cell(employerNames[each.employer]),
        cell(`${workingNames[each.working]}・${dedicationNames[each.dedicated]}`),
        cell(formatWareki(each.fromOn, 'short')),
        cell(each.areaName === '' ? '市全体' : each.areaName),
      ),
    ),
    minRowHeightMm: 7,
  }
}

function meetingTable({ meetings }: YearFacts): Block {
  if (meetings.length === 0) return nothing('この年度に開いた会議は、まだありません。')
  return {
    kind: 'table',
    caption: '協議体の開催状況',
    columns: [
      { heading: '協議体・回', widthMm: 62, align: 'start' },
      { heading: '年月日', widthMm: 24, align: 'start' },
      { heading: '場所', widthMm: 48, align: 'start' },
      { heading: '出席者', widthMm: 18, align: 'end' },
      { heading: '主な議題・決定事項', widthMm: 115, align: 'start' },
    ],
    rows: meetings.map((meeting) =>
      row(
        cell(`${meeting.councilName}\n第${String(meeting.number)}回`),
        cell(formatWareki(meeting.heldOn, 'short')),
        cell(meeting.place),
        { text: `${String(meeting.attended)}人`, number: meeting.attended },
        cell([...meeting.agenda, ...meeting.decisions.map((decision) => `【決定】${decision}`)].join('\n')),
      ),
    ),
    minRowHeightMm: 8,
  }
}

function lines(texts: readonly string[], none: string): readonly Block[] {
  if (texts.length === 0) return [nothing(none)]
  return texts.map((text): Block => ({ kind: 'paragraph', label: '・', text, strong: false }))
}

/** 実績報告書 別紙１: structure, months, meetings, helpers trained, resources grown, what was matched, and what is left. */
export function yearResultsDocument(results: YearResults): ReportDocument {
  const { facts } = results
  const year = paperDigits(fiscalYearName(results.fiscalYear))
  const training = facts.activities.filter((each) => each.kindName.includes('養成'))
  return {
    name: '実施状況報告書',
    title: `${year}生活支援体制整備事業実施状況報告書（別紙１）`,
    paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: `${year}　別紙１`, right: results.officeName, pageNumbers: true },
    blocks: [
      { kind: 'line', text: '別紙１', align: 'start', size: 'normal' },
      { kind: 'title', above: year, text: '生活支援体制整備事業　実施状況報告書' },
      heading('１', '実施体制'),
      staffTable(facts),
      heading('２', '月別活動実績（単位：件・回）'),
      monthTable(results),
      heading('３', '協議体の開催状況'),
      meetingTable(facts),
      heading('４', '担い手の養成'),
      ...lines(
        training.map((each) => `${formatWareki(each.actedOn, 'short')}　${each.content}`),
        '担い手養成の記録は、ありません。',
      ),
      heading('５', '新たに創出した資源'),
      ...lines(
        countGrown(facts).counted.map((each) => each.text),
        'この年度に生まれた資源は、ありません。',
      ),
      heading('６', 'ニーズと取組のマッチング（個人が特定できない書き方で）'),
      ...lines(
        countNeedsSettled(facts).counted.map((each) => each.text),
        'この年度に対応した課題の記録は、ありません。',
      ),
      heading('７', '成果と課題、次年度の方向性'),
      { kind: 'spacer', heightMm: 40 },
    ],
  }
}
