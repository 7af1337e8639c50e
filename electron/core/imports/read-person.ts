import { readPostalCode, readTelephone } from '#shared/domain/contact.ts'
import {
  type Finding,
  type ImportField,
  importFieldNames,
  type PlannedPerson,
} from '#shared/domain/import-plan.ts'
import { isWithheldName, joinSpacedPost } from '#shared/domain/person-name.ts'
import { readRemark, type RemarkReading } from '#shared/domain/roles.ts'
import { readSectors } from '#shared/domain/sectors.ts'
import { readDay, readTerm } from '#shared/domain/term-text.ts'
import type { TextReading } from '#shared/domain/text-reading.ts'
import { columnLetters } from '../reports/forms/cell-address.ts'
import { inOneLine, type NameReading, readKana, readName } from './read-name.ts'
import type { ResolvedCell, ResolvedRow } from './resolve-cells.ts'
import { type RosterSheet, RowReader } from './row-reader.ts'

/** A row read into a person, with what was met on the way. */
export interface ReadPerson {
  readonly row: number
  readonly fields: PlannedPerson
  readonly where: Partial<Readonly<Record<ImportField, string>>>
  readonly findings: readonly Finding[]
  /** The role stands in the sheet; otherwise `member` is only our default. */
  readonly roleStated: boolean
  readonly struckThrough: boolean
  readonly highlighted: boolean
}

function readNumber(
  reader: RowReader,
  field: 'phone' | 'mobile' | 'fax' | 'postalCode',
  read: (written: string | number) => TextReading<string>,
): { readonly value: string; readonly note: string } {
  const found = reader.get(field)
  if (found === null) return { value: '', note: '' }
  const reading = read(found.cell.number ?? found.cell.text)
  reader.remark(field, found, reading.remarks)
  if (found.ditto && found.suffix === null && field !== 'postalCode') remarkDittoNumber(reader, field, found)
  return { value: reading.value ?? '', note: found.suffix ?? reading.note }
}

/** A number taken from another group's row above: right by the letter, but 〃 may have meant the number beside it. */
function remarkDittoNumber(reader: RowReader, field: ImportField, found: ResolvedCell): void {
  if (reader.get('address')?.ditto === true || reader.get('organizationName')?.ditto === true) return
  const message = `「${found.written}」なので、上の行の「${found.cell.text.trim()}」とします。団体が違うときは確かめてください。`
  reader.remark(field, found, [{ severity: 'note', message }])
}

function readPhones(reader: RowReader): Pick<PlannedPerson, 'phone' | 'phoneNote' | 'fax'> {
  const phone = readNumber(reader, 'phone', readTelephone)
  const mobile = readNumber(reader, 'mobile', readTelephone)
  const fax = readNumber(reader, 'fax', readTelephone)
  if (fax.note !== '') reader.extras.push(`ＦＡＸ：${fax.note}`)
  if (phone.value === '' && mobile.value !== '') {
    const note = [phone.note, '携帯', mobile.note].filter((each) => each !== '').join(' ')
    return { phone: mobile.value, phoneNote: note, fax: fax.value }
  }
  const mobileText = [mobile.value, mobile.note].filter((each) => each !== '').join(' ')
  const phoneNote = [phone.note, mobileText === '' ? '' : `携帯 ${mobileText}`]
    .filter((each) => each !== '')
    .join(' ')
  return { phone: phone.value, phoneNote, fax: fax.value }
}

function readDayField(
  reader: RowReader,
  field: 'appointedOn' | 'termFrom' | 'termTo',
  remarksOf: string,
): PlannedPerson['appointedOn'] {
  const found = reader.get(field)
  if (found === null) return null
  if (found.cell.date !== null) return found.cell.date
  const reading = readDay(found.cell.text, fiscalYearOption(reader))
  reader.remark(field, found, reading.remarks)
  if (reading.note !== '' && !remarksOf.includes(reading.note)) {
    reader.extras.push(`${importFieldNames[field]}：${found.cell.text.trim()}`)
  }
  return reading.date
}

function fiscalYearOption(reader: RowReader): { readonly fiscalYear?: number } {
  return reader.sheet.fiscalYear === undefined ? {} : { fiscalYear: reader.sheet.fiscalYear }
}

function readTerms(
  reader: RowReader,
  remarks: string,
): Pick<PlannedPerson, 'termFrom' | 'termTo' | 'termNote'> {
  const found = reader.get('term')
  const from = readDayField(reader, 'termFrom', remarks)
  const to = readDayField(reader, 'termTo', remarks)
  if (found === null) return { termFrom: from, termTo: to, termNote: '' }
  const term = readTerm(found.cell.text, fiscalYearOption(reader))
  reader.remark('term', found, term.remarks)
  return { termFrom: from ?? term.from, termTo: to ?? term.to, termNote: term.note }
}

function readSectorField(reader: RowReader): PlannedPerson['sectors'] {
  const found = reader.get('sectors')
  if (found === null) return []
  const { sectors, unknown } = readSectors(found.cell.text)
  if (unknown.length > 0) {
    reader.extras.push(`分野：${unknown.join('・')}`)
    const message = `「${unknown.join('・')}」は４つの分野のどれか分からないので、備考に書き添えます。`
    reader.remark('sectors', found, [{ severity: 'note', message }])
  }
  return sectors
}

const doubtfulRemark = /[?？]|要確認|確認中|重複|退任|辞退|辞任|解嘱|逝去|死亡/
const changingRemark = /予定|未定|交代/

/** 備考: what it says of role and term, and whether whoever wrote it was in doubt. */
function readRemarks(reader: RowReader): RemarkReading {
  const found = reader.get('note')
  const text = found?.cell.text ?? ''
  if (found !== null && doubtfulRemark.test(text)) {
    reader.remark('note', found, [
      { severity: 'ask', message: `「${text.trim()}」とあります。取り込む前に確かめてください。` },
    ])
  } else if (found !== null && changingRemark.test(text)) {
    reader.remark('note', found, [{ severity: 'note', message: `「${text.trim()}」とあります。` }])
  }
  const fromNote = readRemark(text)
  const fromRole = readRemark(reader.text('role'))
  const fromAgain = readRemark(reader.text('reappointment'))
  return {
    role: fromRole.role ?? fromNote.role,
    reappointment: fromAgain.reappointment ?? fromNote.reappointment,
    exOfficio: fromNote.exOfficio || fromRole.exOfficio || fromAgain.exOfficio,
  }
}

/** Columns without a field, what stands beside the table, and comments. */
function readSurroundings(reader: RowReader): void {
  const { table, comments } = reader.sheet
  const columns = new Map(table.columns.map((column) => [column.at, column]))
  for (const [at, found] of reader.resolved.byColumn) {
    const column = columns.get(at)
    if (column?.leftAlone === true || (column !== undefined && column.field !== null)) continue
    const text = found.cell.text.trim()
    reader.extras.push(column === undefined ? text : `${column.header}：${text}`)
    if (column === undefined) {
      reader.say(
        'note',
        '表の外',
        { address: found.address, written: found.written, column: at },
        '表の横の書き込みです。備考に書き添えます。',
      )
    }
  }
  for (const comment of comments.get(reader.resolved.row.row) ?? []) {
    const column = columns.get(comment.column)
    if (column?.leftAlone === true) continue
    const address = `${columnLetters(comment.column)}${comment.row}`
    const label = column?.field == null ? address : importFieldNames[column.field]
    reader.extras.push(`コメント（${label}） ${comment.text}`)
    reader.say(
      'note',
      label,
      { address, written: comment.text, column: comment.column },
      'コメントがあります。備考に書き添えます。',
    )
  }
}

function sayOfLooks(reader: RowReader, name: NameReading): void {
  if (name.name === '') reader.sayOfRow('error', '氏名がないので取り込めません。')
  else if (isWithheldName(name.name)) {
    reader.sayOfRow(
      'ask',
      `「${name.name}」は、氏名を出さない方のようです。書かれたとおりに取り込んでよいか確かめてください。`,
    )
  }
  if (name.struck)
    reader.sayOfRow(
      'ask',
      '取消線が引かれています。辞退された方かもしれません。取り込むかどうか選んでください。',
    )
  if (reader.resolved.row.hidden)
    reader.sayOfRow('ask', '隠されている行です。取り込むかどうか選んでください。')
  for (const empty of reader.resolved.emptyDittos) {
    reader.say(
      'ask',
      reader.headerOf(empty.column) ?? '表の外',
      empty,
      `「${empty.written}」とありますが、上の行に何もありません。`,
    )
  }
}

const noName: NameReading = { name: '', post: '', reading: null, struck: false, red: false }

/**
 * Reads one row. What cannot be read is told and kept in the note; the rest of the row goes on.
 *
 * @param category 区分 that holds for this row, filled down by the caller
 */
export function readPerson(sheet: RosterSheet, resolved: ResolvedRow, category: string): ReadPerson {
  const reader = new RowReader(sheet, resolved)
  reader.get('number')
  reader.get('category')
  const foundName = readName(reader)
  const name = foundName ?? { ...noName, post: joinSpacedPost(inOneLine(reader.text('post'))) }
  const kana = readKana(reader, name)
  const note = reader.text('note')
  const postalCode = readNumber(reader, 'postalCode', readPostalCode)
  if (postalCode.note !== '') reader.extras.push(`郵便番号：${postalCode.note}`)
  const plain = {
    name: name.name,
    kana,
    organizationName: inOneLine(reader.text('organizationName')),
    post: name.post,
    category,
    postalCode: postalCode.value,
    address: reader.text('address'),
    ...readPhones(reader),
    email: reader.text('email'),
    appointedOn: readDayField(reader, 'appointedOn', note),
    ...readTerms(reader, note),
    sectors: readSectorField(reader),
  }
  const { role, reappointment, exOfficio } = readRemarks(reader)
  readSurroundings(reader)
  sayOfLooks(reader, name)
  const wholeNote = [note, ...reader.extras].filter((each) => each !== '').join('\n')
  return {
    row: resolved.row.row,
    fields: { ...plain, role: role ?? 'member', reappointment, exOfficio, note: wholeNote },
    where: reader.where,
    findings: reader.findings,
    roleStated: role !== null,
    struckThrough: name.struck,
    highlighted: name.red,
  }
}
