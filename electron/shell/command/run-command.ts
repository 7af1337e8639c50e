import { Refusal, type TsudoiError } from '#shared/contract/errors.ts'
import { errorText } from '#shared/contract/error-texts.ts'
import { backupCommand, restoreCommand } from './backup-commands.ts'
import { callCommand, checkCommand, initCommand } from './data-commands.ts'
import { fillFormCommand } from './fill-form-command.ts'
import { generateCommand } from './generate-command.ts'
import { planImportCommand } from './plan-import-command.ts'
import { reportCommand } from './report-command.ts'
import { searchCommand } from './search-command.ts'

type Command = (given: readonly string[]) => Promise<unknown>

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['init', initCommand],
  ['call', callCommand],
  ['plan-import', planImportCommand],
  ['fill-form', fillFormCommand],
  ['report', reportCommand],
  ['search', searchCommand],
  ['generate', generateCommand],
  ['check', checkCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
])

export interface CommandOutcome {
  readonly exitCode: 0 | 2
  /** One JSON value for standard output; '' for none. */
  readonly output: string
  /** `{"code": …, "message": …}` for standard error; '' for none. */
  readonly complaint: string
}

/** Runs one command. Never rejects: what goes wrong is a complaint with a code and a Japanese sentence. */
export async function runCommand(given: readonly string[]): Promise<CommandOutcome> {
  const [name = '', ...rest] = given
  try {
    const command = commands.get(name)
    if (command === undefined) throw new Refusal('unknown-operation', { operation: name })
    const value = await command(rest)
    const output = `${JSON.stringify(value, null, 2)}\n`
    const problems = foundProblems(value)
    return problems ? complain({ code: 'damaged' }, output) : { exitCode: 0, output, complaint: '' }
  } catch (fault) {
    if (fault instanceof Refusal) return complain(fault.toError(), '')
    return complain({ code: 'unexpected' }, '', fault)
  }
}

/** `check` prints what it found either way; only a clean result is a success to a scheduler. */
function foundProblems(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'problems' in value &&
    Array.isArray(value.problems) &&
    value.problems.length > 0
  )
}

function complain(error: TsudoiError, output: string, fault?: unknown): CommandOutcome {
  const { happened, safe, todo } = errorText(error)
  const message = [happened, safe, todo].join('')
  // For IT staff only, and on their own screen: a fault of ours is told with its place.
  const trace = process.env['TSUDOI_DEBUG'] === '1' && fault instanceof Error ? { trace: fault.stack } : {}
  return { exitCode: 2, output, complaint: `${JSON.stringify({ ...error, message, ...trace })}\n` }
}
