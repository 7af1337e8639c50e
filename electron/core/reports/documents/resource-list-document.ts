import type { Resource } from '#shared/contract/resource-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { helpKindName, type HelpKindRow } from '#shared/domain/help-kinds.ts'
import { needsCheck, resourceVisibilityNames } from '#shared/domain/resource.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'
import { emptyFooter, type ReportDocument, type TableColumn } from '../report-document.ts'
import { paperDate } from './paper-text.ts'

interface Column extends TableColumn {
  readonly textOf: (resource: Resource) => string
}

function column(heading: string, widthMm: number, textOf: (resource: Resource) => string): Column {
  return { heading, widthMm, align: 'start', textOf }
}

/** The columns of a 地域資源一覧 after its number, in the usual order; 390 mm of an A3 sheet with the number. */
const columnsOf = (kinds: readonly HelpKindRow[]): readonly Column[] => [
  column('圏域', 18, (each) => (each.areaName === '' ? '全域' : each.areaName)),
  column('分類', 20, (each) => helpKindName(kinds, each.kind)),
  column('名称', 30, (each) => each.name),
  column('よみ', 24, (each) => each.kana),
  column('運営主体', 26, (each) => each.operator),
  column('窓口', 28, (each) => each.contact),
  column('場所', 24, (each) => each.place),
  column('開催日・頻度', 22, (each) => each.schedule),
  column('対象', 24, (each) =>
    [each.sectors.map((sector) => sectorShortNames[sector]).join('・'), each.audience]
      .filter((text) => text !== '')
      .join('\n'),
  ),
  column('内容', 38, (each) => each.content),
  column('費用', 16, (each) => each.fee),
  column('定員', 12, (each) => each.capacity),
  column('担い手', 18, (each) => each.helpers),
  column('移動手段', 16, (each) => each.transport),
  column('申込み', 18, (each) => each.application),
  column('公開', 14, (each) => resourceVisibilityNames[each.visibility]),
  column('情報源', 14, (each) => each.source),
]

/** 地域資源一覧 for staff: every column, and what nobody has checked for a year marked ※. */
export function resourceListDocument(
  resources: readonly Resource[],
  areaName: string | null,
  today: CalendarDate,
  kinds: readonly HelpKindRow[],
): ReportDocument {
  const columns = columnsOf(kinds)
  const shown = resources.filter(
    (each) => areaName === null || each.areaName === areaName || each.areaName === '',
  )
  const checked = (each: Resource): string =>
    `${each.checkedOn === null ? '未確認' : formatWareki(each.checkedOn, 'short')}${needsCheck(each.checkedOn, today) ? '※' : ''}`
  return {
    name: '地域資源一覧',
    title: `地域資源一覧${areaName === null ? '' : `（${areaName}）`}`,
    paper: { size: 'A3', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: '職員用（公開しないものを含む）', pageNumbers: true },
    blocks: [
      { kind: 'title', above: areaName ?? '', text: '地域資源一覧' },
      {
        kind: 'line',
        text: `${paperDate(today)}現在　${String(shown.length)}件　※は1年以上、確認していないもの`,
        align: 'end',
        size: 'small',
      },
      {
        kind: 'table',
        caption: '地域資源一覧',
        columns: [
          { heading: 'No.', widthMm: 10, align: 'center' },
          ...columns.map(({ heading, widthMm, align }) => ({ heading, widthMm, align })),
          { heading: '確認日', widthMm: 18, align: 'start' },
        ],
        rows: shown.map((each, position) => ({
          kind: 'cells',
          cells: [
            { text: String(position + 1), number: position + 1 },
            ...columns.map(({ textOf }) => ({ text: textOf(each) })),
            { text: checked(each) },
          ],
        })),
        minRowHeightMm: 8,
      },
    ],
  }
}
