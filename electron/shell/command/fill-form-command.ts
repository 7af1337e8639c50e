import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite, RowBlockWrite } from '#core/reports/forms/form-writes.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readArguments, readCellText, readRowTexts } from './arguments.ts'
import { readGivenFile } from './given-file.ts'

/** The form engine alone: no data folder, no mapping. Prints what was written where. */
export async function fillFormCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['form', 'set', 'rows', 'out'] })
  const out = args.required('out')
  const form = readGivenFile(args.required('form'))
  const { bytes, report } = fillForm(form.bytes, {
    cells: args.all('set').map(readCellText).map(typedCell),
    rows: args.all('rows').map(readRowTexts).map(typedRows),
  })
  await writeFileWhole(out, bytes)
  return { file: out, bytes: bytes.length, ...report }
}

function typedCell({ sheet, cell, text }: ReturnType<typeof readCellText>): CellWrite {
  return { sheet, cell, value: { kind: 'typed', text } }
}

function typedRows({ sheet, firstRow, lastRow, records }: ReturnType<typeof readRowTexts>): RowBlockWrite {
  const rows = records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([column, text]) => [column, { kind: 'typed', text } as const]),
    ),
  )
  return { sheet, firstRow, lastRow, rows, whenTooMany: 'insert', clearUnused: false }
}
