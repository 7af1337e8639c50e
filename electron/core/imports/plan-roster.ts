import type {
  Finding,
  ImportPlan,
  PlannedMatch,
  PlannedRow,
  RowState,
  SheetLayout,
} from '#shared/domain/import-plan.ts'
import { chooseSheet, type ChosenSheet, titleOf } from './choose-sheet.ts'
import { type PersonRow, type SortedRows, sortRows } from './classify-rows.ts'
import type { ExistingRoster } from './existing-roster.ts'
import { findNamesakes, type FoldMemory, matchExisting, matchKeys, type Namesake } from './match-people.ts'
import { decideRow } from './decide-row.ts'
import type { TableWish } from './find-table.ts'
import { openRosterFile } from './open-roster-file.ts'
import { type ReadPerson, readPerson } from './read-person.ts'
import type { ReadComment, ReadSheet } from './read-table.ts'
import { createCellResolver, type ResolvedRow } from './resolve-cells.ts'
import type { RosterSheet } from './row-reader.ts'

export interface RosterImportRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Name of the sheet to read; without it the one that looks like this year's list. */
  readonly sheet?: string
  readonly existing: ExistingRoster
  /** 年度 for dates without a year, where the sheet's own title names none. */
  readonly fiscalYear?: number
  /** What the user has said of the table. */
  readonly wish?: TableWish
}

function commentsByRow(comments: readonly ReadComment[]): ReadonlyMap<number, readonly ReadComment[]> {
  const byRow = new Map<number, ReadComment[]>()
  for (const comment of comments) byRow.set(comment.row, [...(byRow.get(comment.row) ?? []), comment])
  return byRow
}

function columnsWithCells(sheet: ReadSheet, chosen: ChosenSheet): readonly number[] {
  const columns = new Set(chosen.table.columns.filter((each) => !each.leftAlone).map((each) => each.at))
  const leftAlone = new Set(chosen.table.columns.filter((each) => each.leftAlone).map((each) => each.at))
  for (const { cells } of sheet.rows) {
    for (const { column } of cells)
      if (!leftAlone.has(column) && !sheet.hiddenColumns.has(column)) columns.add(column)
  }
  return [...columns].sort((first, second) => first - second)
}

/** 区分 of a row: its own (merged or 〃), else what was written last above it, up to a 小計. */
function createCategoryCarrier(
  column: number | undefined,
): (row: PersonRow, resolved: ResolvedRow) => string {
  let carried = ''
  let section: string | null = null
  return (row, resolved) => {
    if (row.afterSubtotal) carried = ''
    if (row.section !== section) {
      section = row.section
      carried = section ?? ''
    }
    const own = column === undefined ? undefined : resolved.byColumn.get(column)
    if (own !== undefined) carried = own.cell.text.trim().replace(/[^\S　]*\n\s*/g, '')
    return carried
  }
}

function readPeople(
  chosen: ChosenSheet,
  sorted: SortedRows,
  fiscalYear: number | undefined,
): readonly ReadPerson[] {
  const { sheet, table } = chosen
  const roster: RosterSheet = {
    sheetName: sheet.name,
    table,
    comments: commentsByRow(sheet.comments),
    fiscalYear: chosen.fiscalYear ?? fiscalYear,
  }
  const resolve = createCellResolver(sheet, columnsWithCells(sheet, chosen))
  const categoryOf = createCategoryCarrier(table.columnOf.get('category'))
  return sorted.people.map((row) => {
    const resolved = resolve(row.row)
    return readPerson(roster, resolved, categoryOf(row, resolved))
  })
}

const note = (text: string, message: string): Finding => ({
  severity: 'note',
  cell: null,
  column: null,
  text,
  message,
})

const layoutNotes: Readonly<Record<SheetLayout, string | null>> = {
  rows: null,
  columns: '見出しが左にあり、一人が一列の表として読みました。行の番号は、左からの順です。',
  'side-by-side':
    '横に並んだ表を、左から順に読みました。右の表の行の番号は、左の表の続きで数えています。セルの番地はもとのままです。',
  cards: '一人ずつの票が並んだものとして読みました。行の番号は、票の順です。セルの番地はもとのままです。',
}

/** What concerns the file as a whole: what is hidden, what else there is. */
function findingsOfFile(chosen: ChosenSheet): readonly Finding[] {
  const others = chosen.sheets.filter((each) => each.name !== chosen.sheet.name)
  const hidden = others.filter((each) => each.visibility !== 'visible')
  const visible = others.filter((each) => each.visibility === 'visible')
  const columns = chosen.table.columns.filter((each) => each.hidden)
  const hiddenRows = chosen.sheet.rows.filter((each) => each.hidden)
  const laidOut = layoutNotes[chosen.layout]
  return [
    ...(laidOut === null ? [] : [note('', laidOut)]),
    ...visible.map((each) =>
      note(each.name, `シート「${each.name}」は読んでいません。必要なら、読むシートを選び直してください。`),
    ),
    ...hidden.map((each) =>
      note(each.name, `隠されているシート「${each.name}」があります。読んでいません。`),
    ),
    ...columns.map((each) =>
      note(each.header, `隠されている列 ${each.column}（${each.header}）があります。取り込みません。`),
    ),
    ...(hiddenRows.length === 0 ? [] : [note('', `隠されている行が${hiddenRows.length}行あります。`)]),
  ]
}

function countStates(rows: readonly PlannedRow[]): Readonly<Record<RowState, number>> {
  const counts = { new: 0, changed: 0, same: 0, doubtful: 0, wrong: 0 }
  for (const row of rows) counts[row.state]++
  return counts
}

interface NamesakeRow {
  readonly match: PlannedMatch
  readonly certain: boolean
}

/** For each row its namesake in the same sheet: the earlier one to be judged against, the later one to be told of. */
function namesakesByRow(
  people: readonly ReadPerson[],
  namesakes: readonly Namesake[],
): {
  readonly earlier: ReadonlyMap<number, NamesakeRow>
  readonly later: ReadonlyMap<number, NamesakeRow>
} {
  const side = (
    of: (pair: Namesake) => readonly [at: number, other: number],
  ): ReadonlyMap<number, NamesakeRow> =>
    new Map(
      namesakes.flatMap((pair): [number, NamesakeRow][] => {
        const [at, other] = of(pair)
        const person = people[other]
        if (person === undefined) return []
        const { name, organizationName } = person.fields
        const match = { personId: null, row: person.row, name, organizationName, why: pair.likeness.why }
        return [[at, { match, certain: pair.likeness.certain }]]
      }),
    )
  return {
    earlier: side((pair) => [pair.later, pair.earlier]),
    later: side((pair) => [pair.earlier, pair.later]),
  }
}

/**
 * Reads a roster out of a workbook or CSV and says for each row what an import would do and why. Writes nothing
 * and knows no database: what is recorded comes in as plain data.
 *
 * @throws Refusal `sheet-missing`, `no-table-found`, those of readWorkbook and readCsv
 */
export function planRosterImport(request: RosterImportRequest): ImportPlan {
  const { bytes, fileName, wish = { headerRow: null, mapping: [] } } = request
  const chosen = chooseSheet(openRosterFile(bytes, fileName), request.sheet, request.fiscalYear, wish)
  const sorted = sortRows(chosen.sheet, chosen.table)
  const people = readPeople(chosen, sorted, request.fiscalYear)
  const memory: FoldMemory = new Map()
  const keys = people.map((person) => matchKeys(person.fields, memory))
  const matching = matchExisting(keys, request.existing.people, memory)
  const namesakes = namesakesByRow(people, findNamesakes(keys))
  const rows = people.map((person, at) =>
    decideRow({
      person,
      sheetName: chosen.sheet.name,
      certain: matching.certain.get(at) ?? null,
      possible: matching.possible.get(at) ?? [],
      earlier: namesakes.earlier.get(at) ?? null,
      later: namesakes.later.get(at) ?? null,
    }),
  )
  return {
    fileName: request.fileName,
    sheets: chosen.sheets,
    sheet: chosen.sheet.name,
    title: titleOf(chosen.sheet, chosen.table),
    layout: chosen.layout,
    headerRows: chosen.table.headerRows,
    columns: chosen.table.columns.map(({ column, header, field, hidden, reason, leftAlone }) => ({
      column,
      header,
      field,
      use: field ?? (leftAlone ? ('leave' as const) : ('beside' as const)),
      hidden,
      reason,
    })),
    rows,
    skipped: sorted.skipped,
    findings: findingsOfFile(chosen),
    counts: countStates(rows),
  }
}
