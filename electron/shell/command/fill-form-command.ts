import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite, RowBlockWrite } from '#core/reports/forms/form-writes.ts'
import { openWithPassword, setOpeningPassword } from '#core/reports/forms/opening-password.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readArguments, readCellText, readRowTexts } from './arguments.ts'
import { readGivenFile } from './given-file.ts'
import { readGivenPassword } from './given-password.ts'

/**
 * The form engine alone: no data folder, no mapping. Prints what was written where. `--form-password-from NAME` and
 * `--password-from NAME` name variables of the environment that hold the password of the form and that of the result.
 */
export async function fillFormCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, {
    texts: ['form', 'set', 'rows', 'out', 'form-password-from', 'password-from'],
  })
  const out = args.required('out')
  const form = readGivenFile(args.required('form'))
  const [opening, closing] = [
    readGivenPassword(args, 'form-password-from'),
    readGivenPassword(args, 'password-from'),
  ]
  const open = opening === null ? form.bytes : await openWithPassword(form.bytes, opening)
  const { bytes: filled, report } = fillForm(open, {
    cells: args.all('set').map(readCellText).map(typedCell),
    rows: args.all('rows').map(readRowTexts).map(typedRows),
  })
  const bytes = closing === null ? filled : setOpeningPassword(filled, closing)
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
