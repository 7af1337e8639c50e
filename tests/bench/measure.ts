/** The value below which so much (0 to 1) of the times lie. */
export function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((first, second) => first - second)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** Milliseconds of each of so many runs, after one that does not count. */
export async function timesOf(runs: number, act: (run: number) => unknown): Promise<readonly number[]> {
  await act(-1)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await act(run)
    times.push(performance.now() - start)
  }
  return times
}
