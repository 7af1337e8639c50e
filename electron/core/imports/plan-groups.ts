import { Refusal } from '#shared/contract/errors.ts'
import type { Kind } from '#shared/domain/constituent-kinds.ts'
import type {
  GroupColumnChoice,
  GroupImportPlan,
  PlannedGroup,
  PlannedGroupMatch,
  PlannedGroupRow,
} from '#shared/domain/group-import-plan.ts'
import type { OrganizationId } from '#shared/domain/ids.ts'
import type { Finding, RowState, SkippedRow } from '#shared/domain/import-plan.ts'
import { foldForSearch, stripLegalForm } from '#shared/domain/japanese-text.ts'
import { compareGroup } from './compare-group.ts'
import { findGroupTable, type FoundGroupTable } from './find-group-table.ts'
import { openRosterFile } from './open-roster-file.ts'
import { readGroup, type ReadGroup } from './read-group.ts'
import type { ReadSheet, ReadWorkbook } from './read-table.ts'
import { createCellResolver } from './resolve-cells.ts'

export type ExistingGroup = PlannedGroup & { readonly id: OrganizationId }

export interface GroupImportRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly sheet: string | null
  readonly existing: readonly ExistingGroup[]
  /** The office's list of kinds. */
  readonly kinds: readonly Kind[]
  /** What the user has said of the columns. */
  readonly mapping?: readonly GroupColumnChoice[]
  /** The row that the user named as the heading. */
  readonly headerRow?: number | null
}

interface FoundSheet {
  readonly sheet: ReadSheet
  readonly table: FoundGroupTable
}

const nameKeyOf = (name: string): string => foldForSearch(stripLegalForm(name))

/** Groups by one of their keys; an empty key leads nowhere. */
function byKey<Group extends Pick<PlannedGroup, 'name' | 'code'>>(
  groups: readonly Group[],
  keyOf: (group: Group) => string,
): (key: string) => readonly Group[] {
  const found = new Map<string, Group[]>()
  for (const group of groups) {
    const key = keyOf(group)
    if (key !== '') found.set(key, [...(found.get(key) ?? []), group])
  }
  return (key) => found.get(key) ?? []
}

interface Question {
  readonly sheetName: string
  readonly group: ReadGroup
  /** Recorded groups of the same code, and of the same name. */
  readonly sameCode: readonly ExistingGroup[]
  readonly sameName: readonly ExistingGroup[]
  /** Other rows of the sheet with this code, or with this name. */
  readonly rowsOfCode: readonly ReadGroup[]
  readonly rowsOfName: readonly ReadGroup[]
}

const rowMatch = (other: ReadGroup, why: string): PlannedGroupMatch => ({
  organizationId: null,
  row: other.row,
  name: other.fields.name,
  why: [why],
})

function askAbout({ sheetName, group, rowsOfCode, rowsOfName, ...known }: Question): readonly Finding[] {
  const { fields } = group
  const say = (severity: Finding['severity'], message: string): Finding => ({
    severity,
    cell: null,
    column: null,
    text: fields.name,
    message: `シート「${sheetName}」の${group.row}行目：${message}`,
  })
  const findings: Finding[] = []
  for (const other of rowsOfCode.slice(0, 2)) {
    findings.push(
      say(
        'ask',
        `団体コード ${fields.code} が、${other.row}行目の「${other.fields.name}」と同じです。どちらが正しいか確かめてください。`,
      ),
    )
  }
  for (const other of rowsOfName.slice(0, 1)) {
    findings.push(say('ask', `${other.row}行目と団体名が同じです。同じ団体ではありませんか。`))
  }
  const other = known.sameCode.find((each) => nameKeyOf(each.name) !== nameKeyOf(fields.name))
  if (other !== undefined && known.sameName.length === 0) {
    findings.push(
      say(
        'ask',
        `団体コード ${fields.code} は、登録されている「${other.name}」のものです。同じ団体か、別の団体かを選んでください。`,
      ),
    )
  } else if (certainOf(known.sameCode, known.sameName) === null && known.sameName.length > 1) {
    findings.push(say('ask', '同じ名前の団体が二つ以上登録されています。どれかを選んでください。'))
  }
  return findings
}

/** The recorded group that a row is for certain: one of its name, the code agreeing where both have one. */
function certainOf(
  sameCode: readonly ExistingGroup[],
  sameName: readonly ExistingGroup[],
): ExistingGroup | null {
  const both = sameName.filter((group) => sameCode.includes(group))
  if (both.length === 1) return both[0] ?? null
  return sameName.length === 1 ? (sameName[0] ?? null) : null
}

function decideGroup(question: Question, kinds: readonly Kind[]): PlannedGroupRow {
  const { group, sameCode, sameName, rowsOfCode, rowsOfName } = question
  const certain = certainOf(sameCode, sameName)
  const changes = certain === null ? [] : compareGroup(group.fields, certain, kinds)
  const findings = [...askAbout(question), ...group.findings]
  const possible = certain === null ? [...new Set([...sameCode, ...sameName])] : [certain]
  const matches: readonly PlannedGroupMatch[] = [
    ...possible.map((each) => ({
      organizationId: each.id,
      row: null,
      name: each.name,
      why: [
        ...(sameName.includes(each) ? ['団体名が同じ'] : []),
        ...(sameCode.includes(each) ? ['団体コードが同じ'] : []),
      ],
    })),
    ...rowsOfCode.map((other) => rowMatch(other, '団体コードが同じ')),
    ...rowsOfName.map((other) => rowMatch(other, '団体名が同じ')),
  ]
  const base = { row: group.row, fields: group.fields, findings, matches, changes }
  const wrong = findings.find((finding) => finding.severity === 'error')
  if (wrong) return { ...base, state: 'wrong', reason: wrong.message }
  if (certain !== null && changes.length === 0) {
    return {
      ...base,
      state: 'same',
      reason: `登録されている「${certain.name}」と同じです。何も変わりません。`,
    }
  }
  const asked = findings.find((finding) => finding.severity === 'ask')
  if (asked) return { ...base, state: 'doubtful', reason: asked.message }
  if (certain !== null) {
    const labels = changes.map((change) => change.label).join('、')
    return { ...base, state: 'changed', reason: `登録されている「${certain.name}」の${labels}が変わります。` }
  }
  return { ...base, state: 'new', reason: '登録されていない団体なので、新しく追加します。' }
}

function chooseSheet(
  workbook: ReadWorkbook,
  asked: string | null,
  mapping?: readonly GroupColumnChoice[],
  headerRow?: number | null,
): FoundSheet | null {
  const found = workbook.sheets.flatMap((sheet): FoundSheet[] => {
    const table = findGroupTable(sheet, mapping, headerRow)
    return table === null ? [] : [{ sheet, table }]
  })
  if (asked === null) {
    const seen = found.filter(({ sheet }) => sheet.visibility === 'visible')
    return seen.sort((first, second) => second.sheet.rows.length - first.sheet.rows.length)[0] ?? null
  }
  if (!workbook.sheets.some((sheet) => sheet.name === asked)) {
    throw new Refusal('sheet-missing', { sheet: asked })
  }
  return found.find(({ sheet }) => sheet.name === asked) ?? null
}

function readRows(
  { sheet, table }: FoundSheet,
  kinds: readonly Kind[],
): {
  readonly groups: readonly ReadGroup[]
  readonly skipped: readonly SkippedRow[]
} {
  const columns = new Set(table.columns.filter((each) => !each.leftAlone).map((each) => each.at))
  for (const { cells } of sheet.rows) {
    for (const { column } of cells) if (!sheet.hiddenColumns.has(column)) columns.add(column)
  }
  const resolve = createCellResolver(
    sheet,
    [...columns].sort((first, second) => first - second),
  )
  const groups: ReadGroup[] = []
  const skipped: SkippedRow[] = []
  const named = table.columnOf.get('name')
  for (const row of sheet.rows) {
    if (row.row === table.headerRow) continue
    const text = row.cells.map((cell) => cell.text.trim()).join('　')
    if (row.row < table.headerRow) skipped.push({ row: row.row, reason: 'title', text })
    else if (row.cells.length < 2 && row.cells[0]?.column !== named) {
      skipped.push({ row: row.row, reason: 'note', text })
    } else groups.push(readGroup(sheet.name, table, resolve(row), kinds))
  }
  return { groups, skipped }
}

/**
 * Reads a list of groups and says for each row what an import would do and why; null where no sheet holds such a
 * list. Writes nothing and knows no database.
 *
 * @throws Refusal `sheet-missing`, those of readWorkbook and readCsv
 */
export function planGroupImport(request: GroupImportRequest): GroupImportPlan | null {
  const workbook = openRosterFile(request.bytes, request.fileName)
  const found = chooseSheet(workbook, request.sheet, request.mapping, request.headerRow)
  if (found === null) return null
  const { groups, skipped } = readRows(found, request.kinds)
  const known = {
    code: byKey(request.existing, (group) => group.code),
    name: byKey(request.existing, (group) => nameKeyOf(group.name)),
  }
  const rowsOf = {
    code: byKey(
      groups.map((group) => ({ ...group.fields, group })),
      ({ code }) => code,
    ),
    name: byKey(
      groups.map((group) => ({ ...group.fields, group })),
      ({ name }) => nameKeyOf(name),
    ),
  }
  const rows = groups.map((group) => {
    const others = (list: readonly { readonly group: ReadGroup }[]): readonly ReadGroup[] =>
      list.map((each) => each.group).filter((each) => each !== group)
    const question = {
      sheetName: found.sheet.name,
      group,
      sameCode: known.code(group.fields.code),
      sameName: known.name(nameKeyOf(group.fields.name)),
      rowsOfCode: others(rowsOf.code(group.fields.code)),
      rowsOfName: others(rowsOf.name(nameKeyOf(group.fields.name))),
    }
    return decideGroup(question, request.kinds)
  })
  const counts: Record<RowState, number> = { new: 0, changed: 0, same: 0, doubtful: 0, wrong: 0 }
  for (const row of rows) counts[row.state] += 1
  const title = found.sheet.rows.find((row) => row.row < found.table.headerRow)?.cells[0]?.text ?? null
  return {
    fileName: request.fileName,
    sheets: workbook.sheets.map((each) => ({
      name: each.name,
      visibility: each.visibility,
      rows: each.rows.length,
      suggested: each === found.sheet,
    })),
    sheet: found.sheet.name,
    title,
    headerRows: [found.table.headerRow],
    columns: found.table.columns.map(({ column, header, field, use, reason }) => ({
      column,
      header,
      field,
      use,
      reason,
    })),
    rows,
    skipped,
    counts,
  }
}
