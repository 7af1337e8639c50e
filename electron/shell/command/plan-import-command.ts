import type { Core } from '#core/open-core.ts'
import type { ImportOutcome, OfferedImport } from '#shared/contract/roster-operations.ts'
import { isId } from '#shared/domain/ids.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import { readArguments, refuseArguments } from './arguments.ts'
import { ask, withCore } from './ask-core.ts'
import { readGivenFile } from './given-file.ts'

/** Prints what an import would do, row by row; with `--apply` does it, doubtful and wrong rows left out. */
export async function planImportCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'file', 'sheet', 'council'], flags: ['apply'] })
  const folder = args.required('data')
  const { name, bytes } = readGivenFile(args.required('file'))
  const councilId = readCouncil(args.optional('council'))
  return withCore(folder, async (core) => {
    const file = core.files.put(name, bytes)
    const plan = await ask(core, 'imports.plan', {
      file: file.token,
      sheet: args.optional('sheet'),
      councilId,
    })
    return args.flag('apply') ? { ...plan, outcome: await apply(core, file, plan, councilId) } : plan
  })
}

function readCouncil(text: string | null): CouncilId | null {
  if (text === null) return null
  if (!isId(text)) throw refuseArguments('--council')
  // Its form was checked; whether there is such a council, the core says.
  return text as CouncilId
}

function apply(
  core: Core,
  file: OfferedFile,
  plan: OfferedImport,
  councilId: CouncilId | null,
): Promise<ImportOutcome> {
  const choices = plan.rows.map(({ row, state }) => ({
    row,
    action: state === 'new' || state === 'changed' ? ('take' as const) : ('leave' as const),
    personId: null,
    asMember: councilId !== null,
  }))
  const { sheet, fingerprint, headerRow, mapping } = plan
  return ask(core, 'imports.apply', {
    file: file.token,
    sheet,
    councilId,
    fingerprint,
    headerRow,
    mapping: [...mapping],
    choices,
  })
}
