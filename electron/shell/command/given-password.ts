import type { CommandArguments } from './arguments.ts'
import { refuseArguments } from './arguments.ts'

/**
 * A password that an option leads to: the option names a variable of the environment, so that the password itself
 * stands neither in the list of processes nor in the history of the shell. null where the option is not given.
 *
 * @throws Refusal `invalid-input` where the variable is missing or empty
 */
export function readGivenPassword(
  args: CommandArguments,
  option: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const name = args.optional(option)
  if (name === null) return null
  const password = environment[name]
  if (password === undefined || password === '') throw refuseArguments(`--${option} ${name}`)
  return password
}
