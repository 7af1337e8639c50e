import type { OrganizationFields } from '#shared/contract/organization-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { describeKind, familyOf, type Kind, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import { postalLine } from '#shared/domain/honorifics.ts'
import { sectorShortNames, type Sector } from '#shared/domain/sectors.ts'
import type { ReportDocument, TableColumn, TableRow } from '../report-document.ts'
import { paperDate } from './paper-text.ts'

type Organization = Omit<OrganizationFields, 'sectors'> & { readonly sectors: readonly Sector[] }

const columns: readonly TableColumn[] = [
  { heading: 'No.', widthMm: 9, align: 'center' },
  { heading: '団体名', widthMm: 46, align: 'start' },
  { heading: '種別', widthMm: 47, align: 'start' },
  { heading: '分野', widthMm: 20, align: 'start' },
  { heading: '圏域', widthMm: 20, align: 'start' },
  { heading: '窓口', widthMm: 28, align: 'start' },
  { heading: '連絡先', widthMm: 48, align: 'start' },
  { heading: '活動', widthMm: 34, align: 'start' },
  { heading: '確認日', widthMm: 16, align: 'center' },
]

const lines = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n')

/** 団体一覧 for the secretariat: whom to turn to, where, and when somebody last asked. In the order given. */
export function organizationListDocument(
  organizations: readonly Organization[],
  kinds: readonly Kind[],
  today: CalendarDate,
): ReportDocument {
  const rows = organizations.map((each, position): TableRow => {
    const family = familyOf(each, kinds)
    return {
      kind: 'cells',
      cells: [
        { text: String(position + 1), number: position + 1 },
        { text: lines(each.name, each.kana) },
        {
          text: lines(
            each.kind === null ? '' : describeKind(each.kind, kinds).name,
            family === null ? '' : `（${kindFamilyNames[family]}）`,
          ),
        },
        { text: each.sectors.map((sector) => sectorShortNames[sector]).join('・') },
        { text: each.areaName },
        { text: lines(each.contactPost, each.contactName) },
        {
          text: lines(
            [postalLine(each.postalCode), each.address].filter((text) => text !== '').join('　'),
            each.phone === '' ? '' : `電話 ${each.phone}`,
            each.fax === '' ? '' : `FAX ${each.fax}`,
            each.email,
          ),
        },
        { text: each.activities },
        { text: each.checkedOn === null ? '' : formatWareki(each.checkedOn, 'short') },
      ],
    }
  })
  return {
    name: '団体一覧',
    title: '団体一覧',
    paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: {
      left: '',
      right: '連絡先を含みます。事務局の外へ出さないでください。',
      pageNumbers: true,
    },
    blocks: [
      { kind: 'title', above: '', text: '団体一覧' },
      {
        kind: 'line',
        text: `${paperDate(today)}現在　${String(rows.length)}団体（敬称略）`,
        align: 'end',
        size: 'small',
      },
      rows.length === 0
        ? { kind: 'line', text: '団体が、まだ記録されていません。', align: 'center', size: 'normal' }
        : { kind: 'table', caption: '団体一覧', columns, rows, minRowHeightMm: 9 },
    ],
  }
}
