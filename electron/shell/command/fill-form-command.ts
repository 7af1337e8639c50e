import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite, RowBlockWrite } from '#core/reports/forms/form-writes.ts'
import { needsPassword, openWithPassword, setOpeningPassword } from '#core/reports/forms/opening-password.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { type CommandArguments, readArguments, readCellText, readRowTexts } from './arguments.ts'
import { readGivenFile } from './given-file.ts'
import { askForPassword, readGivenPassword } from './given-password.ts'

/**
 * The form engine alone: no data folder, no mapping. Prints what was written where. `--form-password-from NAME` and
 * `--password-from NAME` say where the password of the form and that of the result come from (given-password.ts);
 * of a form that has one it is asked for at the terminal, where nothing is said.
 */
export async function fillFormCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, {
    texts: ['form', 'set', 'rows', 'out', 'form-password-from', 'password-from'],
  })
  const out = args.required('out')
  const form = readGivenFile(args.required('form'))
  const opening = await openingPassword(args, form.bytes)
  const closing = await readGivenPassword(args, 'password-from', 'できあがりに付けるパスワード：')
  const open = opening === null ? form.bytes : await openWithPassword(form.bytes, opening)
  const { bytes: filled, report } = fillForm(open, {
    cells: args.all('set').map(readCellText).map(typedCell),
    rows: args.all('rows').map(readRowTexts).map(typedRows),
  })
  const bytes = closing === null ? filled : setOpeningPassword(filled, closing)
  await writeFileWhole(out, bytes)
  return { file: out, bytes: bytes.length, ...report }
}

async function openingPassword(args: CommandArguments, form: Uint8Array): Promise<string | null> {
  const question = '様式を開くパスワード：'
  const said = await readGivenPassword(args, 'form-password-from', question)
  return said === null && needsPassword(form) ? askForPassword(question) : said
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
