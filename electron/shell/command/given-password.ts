import { readFileSync } from 'node:fs'
import type { CommandArguments } from './arguments.ts'
import { refuseArguments } from './arguments.ts'
import { askPassword, canAsk, ownTerminal, type Terminal } from './ask-password.ts'

/** The value of the option by which the password is asked for at the terminal. */
const ASK = '-'

export interface PasswordSource {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly terminal: Terminal
}

const own: PasswordSource = { environment: process.env, terminal: ownTerminal }

/** The first line of the file that the variable names. */
function passwordInFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/)[0]
  } catch {
    return undefined
  }
}

/**
 * A password that an option leads to, so that it stands neither in the list of processes nor in the history of the
 * shell: `-` asks for it at the terminal, a variable of the environment named `…_FILE` names a file with it in its
 * first line, any other variable holds it. null where the option is not given.
 *
 * @throws Refusal `invalid-input` where the variable or the file is missing or empty, or nobody is there to be asked
 */
export async function readGivenPassword(
  args: CommandArguments,
  option: string,
  question: string,
  { environment, terminal }: PasswordSource = own,
): Promise<string | null> {
  const name = args.optional(option)
  if (name === null) return null
  const found = environment[name]
  const password =
    name === ASK
      ? canAsk(terminal)
        ? await askPassword(terminal, question)
        : null
      : name.endsWith('_FILE') && found !== undefined
        ? passwordInFile(found)
        : found
  if (password === undefined || password === null || password === '') {
    throw refuseArguments(`--${option} ${name}`)
  }
  return password
}

/** The password of a workbook that turns out to have one, where somebody can be asked; null where nobody can. */
export async function askForPassword(
  question: string,
  { terminal }: Pick<PasswordSource, 'terminal'> = own,
): Promise<string | null> {
  return canAsk(terminal) ? askPassword(terminal, question) : null
}
