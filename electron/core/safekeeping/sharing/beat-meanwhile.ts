/**
 * Does something that may take minutes on a slow share, and beats all the while: the others must see that this PC
 * lives. A beat that fails is no fault: where the share is out of reach, the work itself says so.
 *
 * @param every milliseconds between two beats; null: none (tests that move time themselves)
 */
export async function beatMeanwhile<T>(
  every: number | null,
  beat: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  let beating: Promise<void> = Promise.resolve()
  const beatOnce = (): void => {
    beating = beating.then(beat).catch(workWillSay)
  }
  const timer = every === null ? null : setInterval(beatOnce, every)
  try {
    return await work()
  } finally {
    if (timer !== null) clearInterval(timer)
    // Never after the work: what comes then may be the word that the pen is given back.
    await beating
  }
}

function workWillSay(): void {
  // See above.
}
