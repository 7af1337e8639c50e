import { extname, resolve } from 'node:path'
import { checkData } from '#core/safekeeping/check-data.ts'
import { isOperationName } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { meetingPapers, paperFormats } from '#shared/contract/report-operations.ts'
import { isId, type MeetingId } from '#shared/domain/ids.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readArguments, readJson, refuseArguments } from './arguments.ts'
import { ask, valueOf, withCore } from './ask-core.ts'

/** Makes the folder and its database, with `--sample` filled with practice data; prints the state. */
export function initCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data'], flags: ['sample'] })
  const folder = args.required('data')
  return withCore(folder, async (core) => {
    if (args.flag('sample')) await ask(core, 'system.startPractice', {})
    return { folder: resolve(folder), ...(await ask(core, 'system.getStatus', {})) }
  })
}

/** Any operation of the contract, its input as JSON; prints the value it answers with. */
export function callCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'input'], words: 1 })
  const operation = args.words[0] ?? ''
  if (!isOperationName(operation)) throw new Refusal('unknown-operation', { operation })
  const input = readJson('--input', args.optional('input') ?? '{}')
  return withCore(args.required('data'), async (core) => valueOf(await core.dispatch(operation, input)))
}

/** A meeting's paper as a file; its kind is taken from the file's ending. */
export async function reportCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'meeting', 'month', 'year', 'out'], words: 1 })
  const paper = meetingPapers.find((each) => each === args.words[0])
  // Papers of a month and of a year come with their own operations.
  if (paper === undefined)
    throw new Refusal('unknown-operation', { operation: `report ${args.words[0] ?? ''}` })
  const out = args.required('out')
  const format = paperFormats.find((each) => `.${each}` === extname(out).toLowerCase())
  if (format === undefined) throw refuseArguments('--out')
  const meeting = args.required('meeting')
  if (!isId(meeting)) throw refuseArguments('--meeting')
  return withCore(args.required('data'), async (core) => {
    // Its form was checked; whether there is such a meeting, the core says.
    const meetingId = meeting as MeetingId
    const file = await ask(core, 'reports.make', { paper, meetingId, format })
    await writeFileWhole(out, core.files.take(file.token).bytes)
    return { file: out, bytes: file.size }
  })
}

/** Looks the data over without changing them, while the program runs, too. */
export function checkCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data'] })
  return Promise.resolve(checkData(resolve(args.required('data'))))
}
