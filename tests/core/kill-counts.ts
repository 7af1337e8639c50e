/**
 * How often programs are killed, told by TSUDOI_KILLS: the sum over all kinds of work. `npm run kills` asks for
 * hundreds; the ordinary run takes a slice of fifty.
 */
const asked = Number(process.env['TSUDOI_KILLS'] ?? '50')

const parts = {
  lines: 12,
  restores: 8,
  sharing: 12,
  imports: 6,
  migrations: 6,
  backups: 6,
  rekeys: 6,
} as const

/** The share of one kind of work in all kills. */
export function killsOf(work: keyof typeof parts): number {
  return Math.max(1, Math.round((asked * parts[work]) / 50))
}

/** Moments by chance from a seed, so that a run can be repeated. */
export function momentsFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state >> 8
  }
}

/**
 * As many rounds as asked; more, up to ten times as many, until what a test is about has been met: how far a program
 * comes before it is killed is the machine's affair.
 */
export function* roundsUntil(kills: number, isMet: () => boolean): Generator<number> {
  for (let round = 0; round < kills || (round < kills * 10 && !isMet()); round += 1) yield round
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Milliseconds after which a run with so many kills hangs, however busy the machine: each starts programs anew. */
export function hangsAfter(kills: number): number {
  return 120_000 + kills * 60_000
}
