import { describeKind, guessKind, type Kind, readFamily, readKind } from '#shared/domain/constituent-kinds.ts'
import { readPostalCode, readTelephone } from '#shared/domain/contact.ts'
import {
  type GroupImportField,
  groupImportFieldNames,
  type PlannedGroup,
} from '#shared/domain/group-import-plan.ts'
import type { Finding } from '#shared/domain/import-plan.ts'
import { toHiragana, toFullWidthKatakana } from '#shared/domain/japanese-text.ts'
import { readSectors } from '#shared/domain/sectors.ts'
import { readDay, readTerm } from '#shared/domain/term-text.ts'
import { columnLetters } from '../reports/forms/cell-address.ts'
import type { FoundGroupTable } from './find-group-table.ts'
import type { ResolvedCell, ResolvedRow } from './resolve-cells.ts'

export interface ReadGroup {
  readonly row: number
  readonly fields: PlannedGroup
  readonly findings: readonly Finding[]
}

/** A remark of the reading, or an error of ours. */
type GroupRemark = Pick<Finding, 'severity' | 'message'>

interface Reader {
  readonly get: (field: GroupImportField) => ResolvedCell | null
  readonly text: (field: GroupImportField) => string
  readonly remark: (field: GroupImportField, remarks: readonly GroupRemark[]) => void
  readonly extras: string[]
  readonly findings: Finding[]
}

function readerOf(sheetName: string, table: FoundGroupTable, resolved: ResolvedRow): Reader {
  const findings: Finding[] = []
  const get = (field: GroupImportField): ResolvedCell | null => {
    const column = table.columnOf.get(field)
    return column === undefined ? null : (resolved.byColumn.get(column) ?? null)
  }
  const addressOf = (field: GroupImportField): string =>
    `${columnLetters(table.columnOf.get(field) ?? 1)}${resolved.row.row}`
  return {
    get,
    text: (field) => get(field)?.cell.text.trim() ?? '',
    extras: [],
    findings,
    remark: (field, remarks) => {
      const cell = addressOf(field)
      const label = groupImportFieldNames[field]
      for (const { severity, message } of remarks) {
        findings.push({
          severity,
          cell,
          column: label,
          text: get(field)?.written ?? '',
          message: `シート「${sheetName}」の${cell}（${label}）：${message}`,
        })
      }
    },
  }
}

function readNumber(reader: Reader, field: 'phone' | 'fax'): string {
  const found = reader.get(field)
  if (found === null) return ''
  const reading = readTelephone(found.cell.number ?? found.cell.text)
  reader.remark(field, reading.remarks)
  if (reading.note !== '') reader.extras.push(`${groupImportFieldNames[field]}：${reading.note}`)
  if (found.ditto) {
    const message = `「${found.written}」なので、上の行の「${found.cell.text.trim()}」とします。団体が違うときは確かめてください。`
    reader.remark(field, [{ severity: 'note', message }])
  }
  return reading.value ?? ''
}

function readKinds(
  reader: Reader,
  name: string,
  kinds: readonly Kind[],
): Pick<PlannedGroup, 'kind' | 'family'> {
  const kindText = reader.text('kind')
  const kind = readKind(kindText, kinds) ?? guessKind(name, kinds)
  const family = readFamily(reader.text('family')) ?? readFamily(kindText)
  if (kindText !== '' && readKind(kindText, kinds) === null) {
    reader.extras.push(`種別：${kindText}`)
    const taken =
      kind === null ? '種別は空けておきます' : `団体名から「${describeKind(kind, kinds).name}」とします`
    reader.remark('kind', [
      {
        severity: 'note',
        message: `「${kindText}」は種別として読めないので、${taken}。備考に書き添えます。`,
      },
    ])
  }
  const familyOfKind = kind === null ? null : describeKind(kind, kinds).family
  return { kind, family: family === familyOfKind ? null : family }
}

function readChecked(reader: Reader): PlannedGroup['checkedOn'] {
  const found = reader.get('checkedOn')
  if (found === null) return null
  if (found.cell.date !== null) return found.cell.date
  const text = found.cell.text.trim()
  const day = readDay(text)
  if (day.date !== null) return day.date
  // H30.4: a month without a day. Nobody was there before its first day.
  const month = readTerm(`${text}～`)
  if (month.from !== null) {
    reader.remark('checkedOn', [
      { severity: 'note', message: `「${text}」は日がないので、その月の1日とします。` },
    ])
    return month.from
  }
  reader.remark('checkedOn', day.remarks)
  reader.extras.push(`最終確認日：${text}`)
  return null
}

function readSectorCell(reader: Reader): PlannedGroup['sectors'] {
  const { sectors, unknown } = readSectors(reader.text('sectors'))
  if (unknown.length > 0) reader.extras.push(`分野：${unknown.join('・')}`)
  return sectors
}

/** Half-width kana is widened, katakana becomes hiragana: a reading, not a name kept to the character. */
const tidyReading = (text: string): string => toHiragana(toFullWidthKatakana(text))

/** Columns without a field, each behind its heading, so that nothing a person would have seen is lost. */
function readRest(reader: Reader, table: FoundGroupTable, resolved: ResolvedRow): void {
  const columns = new Map(table.columns.map((column) => [column.at, column]))
  for (const [at, found] of resolved.byColumn) {
    const column = columns.get(at)
    if (column?.leftAlone === true || (column !== undefined && column.field !== null)) continue
    const text = found.cell.text.trim()
    reader.extras.push(column === undefined ? text : `${column.header}：${text}`)
  }
}

/** Reads one row of a list of groups. What has no field of its own stands in the remarks. */
export function readGroup(
  sheetName: string,
  table: FoundGroupTable,
  resolved: ResolvedRow,
  kinds: readonly Kind[],
): ReadGroup {
  const reader = readerOf(sheetName, table, resolved)
  const name = reader.text('name').replace(/\s*\n\s*/g, '')
  const postal = readPostalCode(reader.get('postalCode')?.cell.number ?? reader.text('postalCode'))
  reader.remark('postalCode', postal.remarks)
  if (postal.note !== '') reader.extras.push(`郵便番号：${postal.note}`)
  const ofKind = readKinds(reader, name, kinds)
  const fields = {
    code: reader.text('code'),
    name,
    kana: tidyReading(reader.text('kana')),
    ...ofKind,
    sectors: readSectorCell(reader),
    areaName: reader.text('area'),
    postalCode: postal.value ?? '',
    address: reader.text('address'),
    phone: readNumber(reader, 'phone'),
    fax: readNumber(reader, 'fax'),
    email: reader.text('email'),
    contactPost: reader.text('contactPost'),
    contactName: reader.text('contactName'),
    activities: reader.text('activities'),
    checkedOn: readChecked(reader),
  }
  readRest(reader, table, resolved)
  if (name === '') {
    reader.remark('name', [{ severity: 'error', message: '団体名がないので取り込めません。' }])
  }
  const note = [reader.text('note'), ...reader.extras].filter((text) => text !== '').join('\n')
  return { row: resolved.row.row, fields: { ...fields, note }, findings: reader.findings }
}
