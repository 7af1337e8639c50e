import { Refusal } from '#shared/contract/errors.ts'

const longestPause = 60

/** Seconds that must pass after so many wrong tries in a row: none after the first, then 1, 2, 4 … at most a minute. */
export function pauseAfter(wrongTries: number): number {
  return wrongTries < 2 ? 0 : Math.min(longestPause, 2 ** (wrongTries - 2))
}

export interface SpacedTries {
  /**
   * One try at a time: null from `attempt` is a wrong one. Refuses with `wrong-password`, naming the seconds until the
   * next try is taken, and with `wait-a-moment` before they have passed.
   */
  take<T>(attempt: () => Promise<T | null>): Promise<T>
}

/** Makes guessing at this keyboard slow. Whoever has a copy of the files guesses elsewhere: against that stands scrypt. */
export function createSpacedTries(now: () => number = () => performance.now()): SpacedTries {
  let wrong = 0
  let nextAt = 0
  let underWay: Promise<unknown> = Promise.resolve()
  const tryOnce = async <T>(attempt: () => Promise<T | null>): Promise<T> => {
    const left = Math.ceil((nextAt - now()) / 1000)
    if (left > 0) throw new Refusal('wait-a-moment', { seconds: left })
    const found = await attempt()
    if (found === null) {
      wrong += 1
      nextAt = now() + pauseAfter(wrong) * 1000
      throw new Refusal('wrong-password', { seconds: pauseAfter(wrong) })
    }
    wrong = 0
    return found
  }
  return {
    take: (attempt) => {
      const done = underWay.then(() => tryOnce(attempt))
      underWay = done.catch(toldToCaller)
      return done
    },
  }
}

function toldToCaller(): void {
  // Whoever tried has been given its refusal.
}
