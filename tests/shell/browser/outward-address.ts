import { networkInterfaces } from 'node:os'

/** An address of this PC as others see it: not its loopback, and there without any way out. Null where it has none. */
export function outwardAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? null
}
