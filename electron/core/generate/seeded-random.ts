/** Chance that comes out the same for the same seed, on every machine: for data that are made up. */
export interface SeededRandom {
  /** 0 and up, below 1. */
  fraction(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  chance(of: number): boolean
  bytes(count: number): Uint8Array
}

/** Mulberry32: small, even enough for word lists and days, and the same everywhere since it counts in 32-bit whole numbers. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    whole,
    pick: <T>(from: readonly T[]): T => {
      const found = from[whole(0, from.length - 1)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    chance: (of) => fraction() < of,
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(0, 255)),
  }
}
