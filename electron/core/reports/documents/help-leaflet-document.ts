import type { Resource } from '#shared/contract/resource-operations.ts'
import type { Secretariat } from '#shared/contract/council-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { HelpKindRow } from '#shared/domain/help-kinds.ts'
import { type Block, emptyFooter, type ReportDocument, type TableRow } from '../report-document.ts'
import { paperDate } from './paper-text.ts'

export interface HelpLeaflet {
  readonly resources: readonly Resource[]
  readonly secretariat: Secretariat
  /** Null: every area. */
  readonly areaName: string | null
  readonly today: CalendarDate
  readonly kinds: readonly HelpKindRow[]
  /** A3 lies, with letters for a wall; A4 stands. */
  readonly size: 'A4' | 'A3'
}

/** 困ったときの一覧, for residents: what is public, by kind of help, with whom to ask. Nothing of staff or sources. */
export function helpLeafletDocument({
  resources,
  secretariat,
  areaName,
  today,
  kinds,
  size,
}: HelpLeaflet): ReportDocument {
  const shown = resources.filter(
    (each) =>
      each.visibility === 'public' &&
      (areaName === null || each.areaName === areaName || each.areaName === ''),
  )
  // Widths of the three columns: 180 mm of an A4 sheet that stands, 390 mm of an A3 sheet that lies.
  const widths = size === 'A4' ? [56, 72, 52] : [100, 170, 120]
  const parts = [...kinds, null].flatMap((kind): readonly Block[] => {
    const of = shown.filter((each) => each.kind === (kind?.code ?? null))
    if (of.length === 0) return []
    const name = kind?.name ?? 'そのほか'
    return [
      { kind: 'heading', number: '', text: name, level: 1, note: '' },
      {
        kind: 'table',
        caption: name,
        columns: [
          { heading: '名称', widthMm: widths[0] ?? 56, align: 'start' },
          { heading: 'どんな助けか', widthMm: widths[1] ?? 72, align: 'start' },
          { heading: '問い合わせ', widthMm: widths[2] ?? 52, align: 'start' },
        ],
        rows: of.map(rowOf),
        minRowHeightMm: 12,
      },
    ]
  })
  const title = '困ったときの一覧'
  return {
    name: title,
    title: `${areaName ?? secretariat.cityName}${title}`,
    paper: { size, orientation: size === 'A4' ? 'portrait' : 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: size === 'A4' ? 'large' : 'poster',
    footer: { ...emptyFooter, left: secretariat.officeName, right: secretariat.phone, pageNumbers: true },
    blocks: [
      { kind: 'title', above: areaName ?? secretariat.cityName, text: title },
      { kind: 'line', text: `${paperDate(today)}現在`, align: 'end', size: 'small' },
      ...(parts.length === 0
        ? [
            {
              kind: 'line',
              text: '公開する地域資源は、まだありません。',
              align: 'start',
              size: 'normal',
            } as const,
          ]
        : parts),
    ],
  }
}

function rowOf(resource: Resource): TableRow {
  const lines = (...texts: readonly string[]): string => texts.filter((each) => each !== '').join('\n')
  const labelled = (label: string, text: string): string => (text === '' ? '' : `${label}：${text}`)
  return {
    kind: 'cells',
    cells: [
      // A group often gives its own name to the one thing that it does.
      { text: lines(resource.name, resource.operator === resource.name ? '' : resource.operator) },
      {
        text: lines(
          resource.content,
          labelled('対象', resource.audience),
          labelled('日時', resource.schedule),
          labelled('場所', resource.place),
          labelled('費用', resource.fee),
        ),
      },
      { text: lines(resource.contact, labelled('申込み', resource.application)) },
    ],
  }
}
