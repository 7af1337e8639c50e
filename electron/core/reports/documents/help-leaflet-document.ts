import type { Resource } from '#shared/contract/resource-operations.ts'
import type { Secretariat } from '#shared/contract/council-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { helpKindNames, helpKinds } from '#shared/domain/help-kinds.ts'
import { type Block, emptyFooter, type ReportDocument, type TableRow } from '../report-document.ts'
import { paperDate } from './paper-text.ts'

export interface HelpLeaflet {
  readonly resources: readonly Resource[]
  readonly secretariat: Secretariat
  /** Null: every area. */
  readonly areaName: string | null
  readonly today: CalendarDate
}

/** 困ったときの一覧, for residents: what is public, by kind of help, with whom to ask. Nothing of staff or sources. */
export function helpLeafletDocument({
  resources,
  secretariat,
  areaName,
  today,
}: HelpLeaflet): ReportDocument {
  const shown = resources.filter(
    (each) =>
      each.visibility === 'public' &&
      (areaName === null || each.areaName === areaName || each.areaName === ''),
  )
  const parts = [...helpKinds, null].flatMap((kind): readonly Block[] => {
    const of = shown.filter((each) => each.kind === kind)
    if (of.length === 0) return []
    const name = kind === null ? 'その他' : helpKindNames[kind]
    return [
      { kind: 'heading', number: '', text: name, level: 1, note: '' },
      {
        kind: 'table',
        caption: name,
        columns: [
          { heading: '名称', widthMm: 48, align: 'start' },
          { heading: 'どんな助けか', widthMm: 72, align: 'start' },
          { heading: '問い合わせ', widthMm: 60, align: 'start' },
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
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'large',
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
      { text: lines(resource.name, resource.operator) },
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
