import { resolve } from 'node:path'
import { generateData } from '#core/generate/generate-data.ts'
import { loadNames } from '#core/generate/load-sizes.ts'
import { silentLog } from '../log-file.ts'
import { createClock } from '../node-ports.ts'
import { readArguments, refuseArguments } from './arguments.ts'

/** Made-up data of a known size in an empty folder; the same for the same seed. */
export async function generateCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'load', 'seed'] })
  const folder = resolve(args.required('data'))
  const load = loadNames.find((name) => name === args.required('load'))
  if (load === undefined) throw refuseArguments('--load')
  const seed = Number(args.optional('seed') ?? '1')
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) throw refuseArguments('--seed')
  const from = performance.now()
  await generateData({ folder, load, seed, clock: createClock(), log: silentLog })
  return { folder, load, seed, seconds: Math.round((performance.now() - from) / 100) / 10 }
}
