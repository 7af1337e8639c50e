import type { Id } from '#shared/domain/ids.ts'
import type { Clock, Randomness } from './ports.ts'

/** Crockford's base 32, lower case: no i, l, o, u, so that an id read aloud is not misheard. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz'

export interface IdSource {
  next<Kind extends string>(): Id<Kind>
}

/** ULIDs: 48 bits of time, 80 of chance; within one millisecond the chance part counts up, so ids sort as they were made. */
export function createIdSource(clock: Pick<Clock, 'now'>, randomness: Randomness): IdSource {
  let lastTime = -1
  let chance = 0n
  return {
    next: <Kind extends string>() => {
      const time = clock.now()
      if (time > lastTime) {
        lastTime = time
        chance = randomness.bytes(10).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
        // The top bit stays free, so that counting up never overflows.
        chance &= (1n << 79n) - 1n
      } else {
        chance += 1n
      }
      // The one place where an id is made: its kind is what the caller asks for.
      return (encode(BigInt(lastTime), 10) + encode(chance, 16)) as Id<Kind>
    },
  }
}

function encode(value: bigint, length: number): string {
  let text = ''
  for (let rest = value, place = 0; place < length; place += 1, rest >>= 5n) {
    text = (digits[Number(rest & 31n)] ?? '') + text
  }
  return text
}
