import { Refusal } from '#shared/contract/errors.ts'

/** The refusal that an act ends in. Anything else, going through included, fails the test. */
export function refusalOf(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}
