import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import type { ExistingPerson } from '#core/imports/existing-roster.ts'
import { planRosterImport, type RosterImportRequest } from '#core/imports/plan-roster.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { ImportPlan, PlannedRow } from '#shared/domain/import-plan.ts'

export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/inputs/${name}`, import.meta.url)))
}

/** Plans a roster given as lines of a CSV. */
export function planLines(lines: readonly string[], more: Partial<RosterImportRequest> = {}): ImportPlan {
  return planRosterImport({
    bytes: new TextEncoder().encode(lines.join('\r\n')),
    fileName: '名簿.csv',
    existing: { people: [] },
    fiscalYear: 2026,
    ...more,
  })
}

/** The row of a plan, by its number in the sheet. */
export function rowOf(plan: ImportPlan, row: number): PlannedRow {
  const found = plan.rows.find((each) => each.row === row)
  if (found === undefined) throw new Error(`the plan has no row ${row}`)
  return found
}

/** What would be recorded once these rows had been taken in. */
export function asRecorded(
  rows: readonly PlannedRow[],
  more: Partial<ExistingPerson> = {},
): readonly ExistingPerson[] {
  return rows.map(({ row, fields }) => ({
    ...fields,
    // An id for the test: only its being different matters.
    personId: String(row).padStart(26, '0') as PersonId,
    membership: fields,
    ...more,
  }))
}

export interface MadeSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What stands inside `<worksheet>`. */
  readonly inner: string
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A small workbook out of raw XML, for what the fixtures do not hold. */
export function makeWorkbook(
  sheets: readonly MadeSheet[],
  more: { readonly strings?: string; readonly styles?: string; readonly date1904?: boolean } = {},
): Uint8Array {
  const text = (xml: string): Uint8Array =>
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  const links = sheets.map(
    (_sheet, at) => `<Relationship Id="s${at}" Type="${relationships}/worksheet" Target="sheet${at}.xml"/>`,
  )
  return zipSync({
    '_rels/.rels': text(
      `<Relationships><Relationship Id="a" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': text(
      `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr${more.date1904 === true ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships>${links.join('')}<Relationship Id="t" Type="${relationships}/sharedStrings" Target="strings.xml"/><Relationship Id="y" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/strings.xml': text(`<sst xmlns="${main}">${more.strings ?? ''}</sst>`),
    'xl/styles.xml': text(`<styleSheet xmlns="${main}">${more.styles ?? ''}</styleSheet>`),
    ...Object.fromEntries(
      sheets.map(({ inner }, at) => [
        `xl/sheet${at}.xml`,
        text(`<worksheet xmlns="${main}">${inner}</worksheet>`),
      ]),
    ),
  })
}
