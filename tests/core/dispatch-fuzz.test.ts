import BetterSqlite from 'better-sqlite3'
import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type OperationName } from '#shared/contract/contract.ts'
import { openCore } from '#core/open-core.ts'
import { inputFor } from './arbitrary-input.ts'
import { fixture } from './full-world.ts'
import { readLog, readTables, replayLog } from './store/replay-log.ts'
import { resources, testPorts } from './test-ports.ts'
import { type Bounds, sayFigures, watchBounds } from './watch-bounds.ts'
import { copyWorld } from './world-copies.ts'

/** Inputs of each shape for each operation; `npm run fuzz` asks for thousands. */
const inputs = Number(process.env['TSUDOI_FUZZ'] ?? '200')

const names = Object.keys(contract) as OperationName[]
/** These open and close databases; what they take is nothing at all. */
const isSystemTask = (name: OperationName): boolean =>
  // A password puts another file in the place of the one that is watched; it has tests of its own.
  (name.startsWith('system.') && contract[name].kind === 'task') || name === 'protection.setPassword'

/** Tells whether anybody else has written to the file since it was last asked. */
function watch(connection: BetterSqlite.Database): { hasChanged(): boolean } {
  const version = (): unknown => connection.pragma('data_version', { simple: true })
  let last = version()
  return {
    hasChanged: () => {
      const now = version()
      const changed = now !== last
      last = now
      return changed
    },
  }
}

async function openWatched() {
  const { folder, world } = await copyWorld()
  const ports = testPorts()
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(opened.error.code)
  const connection = new BetterSqlite(join(folder, 'tsudoi.db'), { readonly: true })
  const close = async (): Promise<void> => {
    connection.close()
    await opened.value.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { core: opened.value, ports, world, connection, watched: watch(connection), close }
}

type Watched = Awaited<ReturnType<typeof openWatched>>

/** Anything at all: only a shape of its own could be let in by chance. */
async function askAnything(name: OperationName, { core, watched }: Watched, bounds: Bounds): Promise<void> {
  const anything = fc
    .anything({ withNullPrototype: true, withBigInt: true, withMap: true, withDate: true })
    // The tasks of the system take nothing, and open and close databases.
    .filter((input) => !isSystemTask(name) || typeof input !== 'object')
  await fc.assert(
    fc.asyncProperty(anything, async (input) => {
      const result = await bounds.within(name, () => core.dispatch(name, input))
      if (result.ok) return
      expect(result).not.toMatchObject({ error: { code: 'unexpected' } })
      expect(watched.hasChanged()).toBe(false)
    }),
    { seed: 20_260_917, numRuns: inputs },
  )
}

async function askInShape(
  name: OperationName,
  { core, watched, world }: Watched,
  bounds: Bounds,
): Promise<void> {
  const tokens = ['kaisai-houkokusho.xlsx', 'meibo-messy.xlsx', 'kyogi-memo.json'].map(
    (file) => core.files.put(file, fixture(file)).token,
  )
  await fc.assert(
    fc.asyncProperty(inputFor(contract[name].input, world, tokens), async (input) => {
      const result = await bounds.within(name, () => core.dispatch(name, input))
      expect(result).not.toMatchObject({ error: { code: 'unexpected' } })
      const changed = watched.hasChanged()
      if (!result.ok || contract[name].kind === 'read') expect(changed).toBe(false)
    }),
    // Tasks read and write whole workbooks.
    {
      seed: 20_260_917,
      numRuns: contract[name].kind === 'task' ? Math.ceil(inputs / 8) : inputs,
      endOnFailure: true,
    },
  )
}

/** What takes away or locks is asked last, so that the others still find something. */
const isFinal = (name: OperationName): boolean =>
  /remove|end|confirm|merge|undo|restore|stop|take/i.test(name)

const features = Map.groupBy(names, (name) => name.replace(/\..*/, ''))

describe.each([...features])('whatever is asked of %s', (_feature, asked) => {
  // One world for all of a feature: to open one for each operation would be most of the time.
  let opened: Watched
  beforeAll(async () => {
    opened = await openWatched()
  })
  afterAll(async () => {
    await opened.close()
  })
  const inOrder = [...asked].sort((first, second) => Number(isFinal(first)) - Number(isFinal(second)))

  it.each(inOrder)(
    '%s answers or refuses with a code; an error leaves the data as they were',
    async (name) => {
      const bounds = watchBounds()
      await askAnything(name, opened, bounds)
      if (!isSystemTask(name)) await askInShape(name, opened, bounds)
      expect(opened.ports.faults).toEqual([])
      sayFigures(name, inputs, bounds)
    },
  )

  it('leaves a whole database, and a log that tells all of it', () => {
    const { connection } = opened
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    const told = replayLog(readLog(connection))
    for (const [table, rows] of readTables(connection))
      expect([table, told.get(table)]).toEqual([table, rows])
  })
})
