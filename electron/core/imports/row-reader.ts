import { type Finding, type ImportField, importFieldNames } from '#shared/domain/import-plan.ts'
import type { ReadingRemark } from '#shared/domain/text-reading.ts'
import type { FoundTable } from './find-table.ts'
import type { ReadComment } from './read-table.ts'
import type { ResolvedCell, ResolvedRow } from './resolve-cells.ts'

export interface RosterSheet {
  readonly sheetName: string
  readonly table: FoundTable
  readonly comments: ReadonlyMap<number, readonly ReadComment[]>
  readonly fiscalYear: number | undefined
}

/** Collects findings of one row, each naming sheet and cell. */
export class RowReader {
  readonly findings: Finding[] = []
  readonly where: Partial<Record<ImportField, string>> = {}
  /** What goes behind 備考, so that nothing a person would have seen is lost. */
  readonly extras: string[] = []
  readonly sheet: RosterSheet
  readonly resolved: ResolvedRow

  constructor(sheet: RosterSheet, resolved: ResolvedRow) {
    this.sheet = sheet
    this.resolved = resolved
  }

  get(field: ImportField): ResolvedCell | null {
    const column = this.sheet.table.columnOf.get(field)
    const found = column === undefined ? undefined : this.resolved.byColumn.get(column)
    if (found === undefined) return null
    this.where[field] = found.address
    return found
  }

  text(field: ImportField): string {
    return this.get(field)?.cell.text.trim() ?? ''
  }

  headerOf(column: number): string | null {
    return this.sheet.table.columns.find((each) => each.at === column)?.header ?? null
  }

  say(
    severity: Finding['severity'],
    label: string,
    at: { readonly address: string; readonly written: string; readonly column: number },
    message: string,
  ): void {
    this.findings.push({
      severity,
      cell: at.address,
      column: this.headerOf(at.column),
      text: at.written,
      message: `シート「${this.sheet.sheetName}」の${at.address}（${label}）：${message}`,
    })
  }

  remark(field: ImportField, found: ResolvedCell, remarks: readonly ReadingRemark[]): void {
    const column = this.sheet.table.columnOf.get(field) ?? found.cell.column
    for (const { severity, message } of remarks) {
      this.say(
        severity,
        importFieldNames[field],
        { address: found.address, written: found.written, column },
        message,
      )
    }
  }

  /** Says something of the row as a whole, at its name. */
  sayOfRow(severity: Finding['severity'], message: string): void {
    const address = this.where.name ?? null
    const place = address ?? `${this.resolved.row.row}行目`
    this.findings.push({
      severity,
      cell: address,
      column: null,
      text: '',
      message: `シート「${this.sheet.sheetName}」の${place}：${message}`,
    })
  }
}
