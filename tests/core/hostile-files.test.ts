import BetterSqlite from 'better-sqlite3'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { GivenTo, OperationName } from '#shared/contract/contract.ts'
import type { Core } from '#core/open-core.ts'
import { seal } from '#core/safekeeping/sealed-stream.ts'
import { openTestCore } from './core-harness.ts'
import { fixture } from './full-world.ts'
import { chanceFrom, harm, harmWithin } from './hostile-files.ts'
import { setUpMeeting } from './small-council.ts'
import { sayFigures, watchBounds } from './watch-bounds.ts'

/** How many files of each kind; `npm run fuzz` asks for thousands. */
const each = Number(process.env['TSUDOI_FUZZ'] ?? '25')
const longest = 30_000 + each * 3_000

interface Target {
  readonly name: string
  readonly original: () => Uint8Array
  readonly isWorkbook: boolean
  readonly ask: (core: Core, name: string, bytes: Uint8Array) => ReturnType<Core['dispatch']>
}

const put = (core: Core, name: string, bytes: Uint8Array) => core.files.put(name, bytes).token

function call<Name extends OperationName>(core: Core, operation: Name, input: GivenTo<Name>) {
  return core.dispatch(operation, input)
}

const targets: readonly Target[] = [
  {
    name: 'meibo-messy.xlsx',
    original: () => fixture('meibo-messy.xlsx'),
    isWorkbook: true,
    ask: (core, name, bytes) =>
      call(core, 'imports.plan', { file: put(core, name, bytes), sheet: null, councilId: null }),
  },
  {
    name: 'meibo-sjis.csv',
    original: () => fixture('meibo-sjis.csv'),
    isWorkbook: false,
    ask: (core, name, bytes) =>
      call(core, 'organizations.planImport', { file: put(core, name, bytes), sheet: null }),
  },
  {
    name: 'kaisai-houkokusho.xlsx',
    original: () => fixture('kaisai-houkokusho.xlsx'),
    isWorkbook: true,
    ask: (core, name, bytes) => call(core, 'forms.add', { file: put(core, name, bytes), mapping: null }),
  },
  {
    name: '引きつぎ.tsudoi',
    original: () => new Uint8Array(),
    isWorkbook: false,
    ask: (core, name, bytes) =>
      call(core, 'safekeeping.openHandover', {
        file: put(core, name, bytes),
        passphrase: 'あいことばのぶん',
      }),
  },
]

function watch(file: string) {
  const connection = new BetterSqlite(file, { readonly: true })
  const version = (): unknown => connection.pragma('data_version', { simple: true })
  let last = version()
  return {
    changed: () => {
      const now = version()
      const did = now !== last
      last = now
      return did
    },
    close: () => {
      connection.close()
    },
  }
}

describe('a file from outside that was harmed', () => {
  it.each(targets.slice(0, 3))(
    '$name is read or refused with a code, and changes nothing where it is refused',
    async ({ name, original, isWorkbook, ask }) => {
      const { core, folder, ports, close } = await openTestCore()
      const watched = watch(join(folder, 'tsudoi.db'))
      const chance = chanceFrom(20_261_127)
      const bounds = watchBounds()
      let refused = 0
      for (let number = 0; number < each; number += 1) {
        const deep = isWorkbook && chance(3) > 0
        const bytes = deep ? harmWithin(original(), chance) : harm(original(), chance)
        const result = await bounds.within(`${name} ${String(number)}`, () => ask(core, name, bytes))
        const changed = watched.changed()
        if (result.ok) continue
        refused += 1
        expect([number, result.error.code]).not.toEqual([number, 'unexpected'])
        expect([number, changed]).toEqual([number, false])
      }
      expect(ports.faults).toEqual([])
      // Otherwise the harm did none.
      expect(refused).toBeGreaterThan(0)
      sayFigures(`${name}, harmed`, each, bounds)
      watched.close()
      await close()
    },
    longest,
  )

  it(
    'a hand-over file is refused, and the data stay as they were',
    async () => {
      const { core, ask, ports } = await openTestCore()
      await setUpMeeting(ask)
      const people = (await ask('roster.listPeople', {})).length
      // Cheap to derive: the harm is to the bytes, not to the passphrase.
      const original = await seal(Buffer.from('not a database at all'.repeat(500)), 'あいことばのぶん', 12)
      const chance = chanceFrom(7)
      const [target] = targets.slice(3)
      const bounds = watchBounds()
      for (let number = 0; number < each; number += 1) {
        const result = await bounds.within(`hand-over file ${String(number)}`, async () =>
          target?.ask(core, '引きつぎ.tsudoi', harm(original, chance)),
        )
        expect(result).toMatchObject({ ok: false })
        expect(result).not.toMatchObject({ error: { code: 'unexpected' } })
      }
      expect((await ask('roster.listPeople', {})).length).toBe(people)
      expect(ports.faults).toEqual([])
      sayFigures('hand-over files, harmed', each, bounds)
    },
    longest,
  )

  it(
    'a package of a form is read or refused with a code, and changes nothing where it is refused',
    async () => {
      const { core, ask, folder, ports } = await openTestCore()
      await setUpMeeting(ask)
      const workbook = put(core, '開催報告書.xlsx', fixture('kaisai-houkokusho.xlsx'))
      const form = await ask('forms.begin', { file: workbook, password: null, name: '開催報告書' })
      const { token } = await ask('forms.export', { formId: form.id })
      const original = core.files.take(token).bytes
      const chance = chanceFrom(13)
      const watched = watch(join(folder, 'tsudoi.db'))
      const bounds = watchBounds()
      let refused = 0
      for (let number = 0; number < each; number += 1) {
        const bytes = chance(3) > 0 ? harmWithin(original, chance) : harm(original, chance)
        const file = put(core, '様式.tsudoiform', bytes)
        for (const [name, input] of [
          ['forms.look', { file, password: null }],
          ['forms.begin', { file, password: null, name: '届いた様式' }],
        ] as const) {
          const result = await bounds.within(`package ${String(number)}`, () => core.dispatch(name, input))
          const changed = watched.changed()
          if (result.ok) continue
          refused += 1
          expect([number, result.error.code, changed]).toEqual([
            number,
            expect.not.stringMatching('unexpected'),
            false,
          ])
        }
      }
      expect(refused).toBeGreaterThan(0)
      expect(ports.faults).toEqual([])
      sayFigures('packages of forms, harmed', each, bounds)
      watched.close()
    },
    longest,
  )

  it(
    'a backup is refused or opens whole; the data are never lost',
    async () => {
      const { ask, core, folder, ports } = await openTestCore()
      await setUpMeeting(ask)
      await ask('system.backUpNow', {})
      const people = (await ask('roster.listPeople', {})).length
      const backups = join(folder, 'backups')
      const name = readdirSync(backups).find((file) => file.includes('-hand')) ?? ''
      const original = readFileSync(join(backups, name))
      const chance = chanceFrom(11)
      const harmed = 'tsudoi-20200101-0900-hand.db'
      const bounds = watchBounds()
      // Each is a whole database that is opened, checked and put in place.
      const count = Math.min(each, 1000)
      for (let number = 0; number < count; number += 1) {
        writeFileSync(join(backups, harmed), harm(original, chance))
        const listed = await core.dispatch('safekeeping.listBackups', {})
        expect(listed).toMatchObject({ ok: true })
        const result = await bounds.within(`backup ${String(number)}`, () =>
          core.dispatch('safekeeping.restore', { file: harmed }),
        )
        expect([number, result]).not.toMatchObject([number, { error: { code: 'unexpected' } }])
        const status = await ask('system.getStatus', {})
        expect(status.setUp).toBe(true)
        if (!result.ok) expect((await ask('roster.listPeople', {})).length).toBe(people)
      }
      expect(ports.faults).toEqual([])
      sayFigures('backups, harmed', count, bounds)
    },
    longest,
  )
})
