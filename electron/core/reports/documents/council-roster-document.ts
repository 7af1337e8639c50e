import { formatWareki } from '#shared/domain/calendar-date.ts'
import { postalLine } from '#shared/domain/honorifics.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { councilRoleNames, reappointmentNames } from '#shared/domain/roles.ts'
import type { ReportDocument, TableColumn, TableRow } from '../report-document.ts'
import { councilTitle, memberSeats, type CouncilRecord, type SeatWithContact } from './council-record.ts'
import { paperDate, spaced } from './paper-text.ts'

const publicColumns: readonly TableColumn[] = [
  { heading: 'No.', widthMm: 10, align: 'center' },
  { heading: '区分', widthMm: 40, align: 'start' },
  { heading: '団体・役職', widthMm: 70, align: 'start' },
  { heading: '氏名', widthMm: 34, align: 'start' },
  { heading: '備考', widthMm: 26, align: 'center' },
]

/**
 * 委員名簿 for everybody: 区分, 団体, 氏名. No address, no telephone; the secretariat is not a member.
 * @param kindNames by whom: the kind of the group, which is the 区分 of a council that divides its seats into none
 */
export function publicRosterDocument(
  record: CouncilRecord,
  kindNames: ReadonlyMap<PersonId, string> = new Map(),
): ReportDocument {
  const seats = memberSeats(record)
  const isDivided = seats.some((seat) => seat.category !== '')
  const rows = seats.map((seat, position): TableRow => ({
    kind: 'cells',
    cells: [
      { text: String(position + 1), number: position + 1 },
      { text: isDivided ? seat.category : (kindNames.get(seat.personId) ?? '') },
      { text: [seat.organizationName, seat.post].filter((each) => each !== '').join('　') },
      { text: seat.name },
      { text: roleRemark(seat) },
    ],
  }))
  return rosterPaper(record, { name: '委員名簿', columns: publicColumns, rows, across: false })
}

const internalColumns: readonly TableColumn[] = [
  { heading: 'No.', widthMm: 9, align: 'center' },
  { heading: '役', widthMm: 22, align: 'center' },
  { heading: '団体・役職', widthMm: 50, align: 'start' },
  { heading: '氏名', widthMm: 38, align: 'start' },
  { heading: '住所', widthMm: 50, align: 'start' },
  { heading: '電話・FAX・メール', widthMm: 44, align: 'start' },
  { heading: '任期', widthMm: 34, align: 'start' },
  { heading: '新再', widthMm: 16, align: 'center' },
]

/** 委員名簿 for the secretariat alone: with addresses and terms, and says so on every page. */
export function internalRosterDocument(record: CouncilRecord): ReportDocument {
  const rows = record.seats.map((seat, position): TableRow => ({
    kind: 'cells',
    cells: [
      { text: String(position + 1), number: position + 1 },
      { text: councilRoleNames[seat.role] },
      { text: [seat.organizationName, seat.post].filter((each) => each !== '').join('\n') },
      { text: seat.kana === '' ? seat.name : `${seat.name}\n${seat.kana}` },
      { text: [postalLine(seat.postalCode), seat.address].filter((each) => each !== '').join('\n') },
      { text: contactText(seat) },
      { text: termText(seat) },
      { text: seat.reappointment === null ? '' : reappointmentNames[seat.reappointment] },
    ],
  }))
  return rosterPaper(record, { name: '委員名簿（事務局用）', columns: internalColumns, rows, across: true })
}

function roleRemark(seat: SeatWithContact): string {
  return seat.role === 'chair' || seat.role === 'vice-chair' ? councilRoleNames[seat.role] : ''
}

function contactText({ phone, fax, email }: SeatWithContact): string {
  return [phone === '' ? '' : `電話 ${phone}`, fax === '' ? '' : `FAX ${fax}`, email]
    .filter((each) => each !== '')
    .join('\n')
}

/** R8.4.1～R10.3.31 */
export function termText({ termFrom, termTo, termNote }: SeatWithContact): string {
  if (termFrom === null && termTo === null) return termNote
  const day = (date: typeof termFrom): string => (date === null ? '' : formatWareki(date, 'short'))
  return `${day(termFrom)}～${day(termTo)}`
}

function rosterPaper(
  record: CouncilRecord,
  {
    name,
    columns,
    rows,
    across,
  }: {
    readonly name: string
    readonly columns: readonly TableColumn[]
    readonly rows: readonly TableRow[]
    readonly across: boolean
  },
): ReportDocument {
  return {
    name,
    title: councilTitle(record, name),
    paper: { size: 'A4', orientation: across ? 'landscape' : 'portrait', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: {
      left: record.council.name,
      right: across ? '個人の連絡先を含みます。事務局の外へ出さないでください。' : '',
      pageNumbers: true,
    },
    blocks: [
      { kind: 'title', above: record.council.name, text: spaced(name) },
      { kind: 'line', text: `${paperDate(record.today)}現在`, align: 'end', size: 'small' },
      { kind: 'line', text: '（敬称略、席次順）', align: 'end', size: 'small' },
      rows.length === 0
        ? { kind: 'line', text: '委員が、まだ記録されていません。', align: 'center', size: 'normal' }
        : { kind: 'table', caption: name, columns, rows, minRowHeightMm: 9 },
    ],
  }
}
