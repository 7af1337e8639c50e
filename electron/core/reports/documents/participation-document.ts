import type { CouncilDetail } from '#shared/contract/council-operations.ts'
import type { Outreach, Participation } from '#shared/contract/participation-operations.ts'
import { type CalendarDate, fiscalYearName, formatWareki } from '#shared/domain/calendar-date.ts'
import { type Kind, kindFamilies, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import { outreachAnswerNames, outreachChannelNames } from '#shared/domain/outreach.ts'
import {
  columnName,
  columnsOf,
  crossingMembers,
  type GroupColumn,
  isFamily,
  membersIn,
  type SectorRow,
  sectorRows,
} from '#shared/domain/participation.ts'
import { sectorNames, sectors, sectorShortNames } from '#shared/domain/sectors.ts'
import { type Block, emptyFooter, type ReportDocument, type TableRow } from '../report-document.ts'
import { paperDate } from './paper-text.ts'

export interface ParticipationRecord {
  readonly council: Pick<CouncilDetail, 'name'>
  readonly participation: Participation
  readonly outreach: readonly Outreach[]
  readonly kinds: readonly Kind[]
  readonly today: CalendarDate
}

const rowName = (row: SectorRow): string => (row === 'none' ? '分野の入っていない人' : sectorNames[row])
const heading = (text: string): Block => ({ kind: 'heading', number: '', text, level: 2, note: '' })
const cells = (texts: readonly string[]): TableRow => ({
  kind: 'cells',
  cells: texts.map((text) => (/^\d+$/.test(text) ? { text, number: Number(text) } : { text })),
})

/** Sectors × kinds with how many sit there; where nobody does who should, it says so. */
function matrix({ participation, kinds }: ParticipationRecord): Block {
  const { members, needs, gaps } = participation
  const columns = columnsOf(members, needs, kinds).flatMap(({ family, kinds: codes }): GroupColumn[] => [
    family,
    ...codes,
  ])
  const unknown = members.some((member) => member.family === null) ? ['unknown'] : []
  const all = [...columns, ...unknown]
  const width = 215 / Math.max(1, all.length)
  return {
    kind: 'table',
    caption: '分野と団体の表',
    columns: [
      { heading: '分野', widthMm: 39, align: 'start' },
      ...all.map((column) => ({
        heading: isFamily(column) ? `${kindFamilyNames[column]}（計）` : columnName(column, kinds),
        widthMm: width,
        align: 'center' as const,
      })),
      { heading: '計', widthMm: 12, align: 'center' },
    ],
    rows: sectorRows
      .filter((row) => row !== 'none' || members.some((member) => member.sectors.length === 0))
      .map((row) =>
        cells([
          rowName(row),
          ...all.map((column) =>
            gaps.some((gap) => gap.sector === row && gap.column === column)
              ? '足りない'
              : String(membersIn(members, row, column).length),
          ),
          String(
            members.filter((each) =>
              row === 'none' ? each.sectors.length === 0 : each.sectors.includes(row),
            ).length,
          ),
        ]),
      ),
    minRowHeightMm: 8,
  }
}

function names({ participation, kinds }: ParticipationRecord): Block {
  return {
    kind: 'table',
    caption: '委員',
    columns: [
      { heading: '氏名', widthMm: 45, align: 'start' },
      { heading: '団体', widthMm: 80, align: 'start' },
      { heading: '種別', widthMm: 70, align: 'start' },
      { heading: '分野', widthMm: 70, align: 'start' },
    ],
    rows: participation.members.map((member) =>
      cells([
        member.name,
        member.organizationName,
        member.kind === null ? '' : columnName(member.kind, kinds),
        member.sectors.map((sector) => sectorShortNames[sector]).join('・'),
      ]),
    ),
    minRowHeightMm: 7,
  }
}

function asked({ outreach, kinds }: ParticipationRecord): Block {
  return {
    kind: 'table',
    caption: '呼びかけ',
    columns: [
      { heading: '日', widthMm: 24, align: 'start' },
      { heading: '相手', widthMm: 80, align: 'start' },
      { heading: '欄', widthMm: 60, align: 'start' },
      { heading: '方法', widthMm: 20, align: 'start' },
      { heading: '返事', widthMm: 81, align: 'start' },
    ],
    rows: outreach.map((each) =>
      cells([
        formatWareki(each.askedOn, 'short'),
        [each.organizationName, each.personName || each.contactName].filter((text) => text !== '').join('　'),
        each.sector === null || each.column === null
          ? ''
          : `${sectorShortNames[each.sector]} × ${columnName(each.column, kinds)}`,
        outreachChannelNames[each.channel],
        each.membershipId === null
          ? [outreachAnswerNames[each.answer], each.endedBecause].filter((text) => text !== '').join('　')
          : '席に着きました',
      ]),
    ),
    minRowHeightMm: 7,
  }
}

function years({ participation }: ParticipationRecord): Block {
  return {
    kind: 'table',
    caption: '年度ごとの数',
    columns: [
      { heading: '年度', widthMm: 40, align: 'start' },
      { heading: 'うまった欄', widthMm: 30, align: 'center' },
      { heading: '委員', widthMm: 20, align: 'center' },
      ...sectors.map((sector) => ({
        heading: sectorShortNames[sector],
        widthMm: 22,
        align: 'center' as const,
      })),
      ...kindFamilies.map((family) => ({
        heading: kindFamilyNames[family],
        widthMm: 29,
        align: 'center' as const,
      })),
    ],
    rows: [...participation.years]
      .reverse()
      .map((year) =>
        cells([
          fiscalYearName(year.fiscalYear),
          `${String(year.filled)}／${String(year.wanted)}`,
          String(year.members),
          ...sectors.map((sector) => String(year.bySector[sector])),
          ...kindFamilies.map((family) => String(year.byFamily[family])),
        ]),
      ),
    minRowHeightMm: 7,
  }
}

/** Signs in the longest bar. */
const longestBar = 40

/** The same numbers as a plain chart: bars of signs, which print, Excel and Word all draw alike. */
function yearBars({ participation }: ParticipationRecord): Block {
  const { years } = participation
  const most = Math.max(1, ...years.flatMap((year) => sectors.map((sector) => year.bySector[sector])))
  // One sign a member, as long as they fit.
  const perMember = Math.min(1, longestBar / most)
  const bar = (members: number): string =>
    '■'.repeat(members === 0 ? 0 : Math.max(1, Math.round(members * perMember)))
  return {
    kind: 'table',
    caption: '年度ごとの委員の数、分野別の図',
    columns: [
      { heading: '分野', widthMm: 45, align: 'start' },
      { heading: perMember === 1 ? '■ひとつが1名' : '図', widthMm: 190, align: 'start' },
      { heading: '委員', widthMm: 30, align: 'center' },
    ],
    rows: years.flatMap((year): TableRow[] => [
      { kind: 'section', text: fiscalYearName(year.fiscalYear) },
      ...sectors.map((sector) =>
        cells([sectorNames[sector], bar(year.bySector[sector]), String(year.bySector[sector])]),
      ),
    ]),
    minRowHeightMm: 6,
  }
}

/** 参画状況表: who sits at the table, whom it lacks, who was asked, and how that changed by 年度. */
export function participationDocument(record: ParticipationRecord): ReportDocument {
  const { council, participation, outreach, today } = record
  return {
    name: '参画状況表',
    title: `${council.name}　参画状況表`,
    paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: council.name, pageNumbers: true },
    blocks: [
      { kind: 'title', above: council.name, text: '参画状況表' },
      { kind: 'line', text: `${paperDate(today)}現在`, align: 'end', size: 'small' },
      matrix(record),
      {
        kind: 'paragraph',
        label: '※',
        text: `委員は${String(participation.members.length)}名。一人が二つ以上の分野に入ることがあり（${String(crossingMembers(participation.members).length)}名）、計を足しても委員の数にはなりません。`,
        strong: false,
      },
      heading('年度ごとの数（各年度の末、その時の所属による）'),
      years(record),
      heading('年度ごとの図（分野ごとの委員の数）'),
      yearBars(record),
      heading('委員'),
      names(record),
      ...(outreach.length === 0 ? [] : [heading('呼びかけ'), asked(record)]),
    ],
  }
}
