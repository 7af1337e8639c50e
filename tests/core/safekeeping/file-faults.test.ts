import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorText } from '#shared/contract/error-texts.ts'
import type { GivenTo, OperationName } from '#shared/contract/contract.ts'
import { verifyBackup } from '#core/safekeeping/heavy-work.ts'
import { connect, noKey } from '#core/store/connect.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { failFiles } from '../failing-files.ts'
import { fixture } from '../full-world.ts'
import { itemAt, line, setUpMeeting, type SmallMeeting } from '../small-council.ts'
import { mountSmallDisk, noDisk } from '../small-disk.ts'

const passphrase = 'あいことばのぶん'

interface Office extends TestCore {
  readonly meeting: SmallMeeting
  readonly backup: string
  /** A hand-over file of these very data. */
  readonly handover: Uint8Array
}

/** A council with a line, a backup of it, and a second line. */
async function openOffice(folder?: string): Promise<Office> {
  const opened = await openTestCore(folder)
  const meeting = await setUpMeeting(opened.ask)
  const office = { ...opened, meeting, backup: '', handover: new Uint8Array() }
  await say(office, '一')
  await opened.ask('system.backUpNow', {})
  await say(office, '二')
  const backup = readdirSync(join(opened.folder, 'backups')).find((name) => name.includes('-hand')) ?? ''
  const { token } = await opened.ask('safekeeping.makeHandover', { passphrase })
  return { ...office, backup, handover: opened.core.files.take(token).bytes }
}

function say({ core, meeting }: Office, text: string) {
  return core.dispatch('minutes.addStatement', {
    meetingId: meeting.meetingId,
    statement: line(itemAt(meeting, 4), text),
    after: null,
  })
}

async function said({ ask, meeting }: Office): Promise<readonly string[]> {
  return (await ask('meetings.get', { meetingId: meeting.meetingId })).statements.map(({ text }) => text)
}

function call<Name extends OperationName>({ core }: Office, name: Name, input: GivenTo<Name>) {
  return core.dispatch(name, input)
}

/** Everything that touches a file, each as a clerk asks for it. */
const works: readonly (readonly [string, (office: Office) => ReturnType<Office['core']['dispatch']>])[] = [
  ['発言を書く', (office) => say(office, 'あいうえおかきくけこ'.repeat(400))],
  [
    '添付する',
    (office) =>
      call(office, 'attachments.add', {
        meetingId: office.meeting.meetingId,
        agendaItemId: null,
        file: office.core.files.put('資料.pdf', Buffer.concat([Buffer.from('%PDF-1.7 '), noise])).token,
      }),
  ],
  ['控えをとる', (office) => call(office, 'system.backUpNow', {})],
  ['控えに戻す', (office) => call(office, 'safekeeping.restore', { file: office.backup })],
  ['引きつぎを作る', (office) => call(office, 'safekeeping.makeHandover', { passphrase })],
  [
    '引きつぎを受けとる',
    (office) =>
      call(office, 'safekeeping.openHandover', {
        file: office.core.files.put('引きつぎ.tsudoi', office.handover).token,
        passphrase,
      }),
  ],
  [
    '書類を作る',
    (office) =>
      call(office, 'lists.make', {
        list: 'people',
        councilId: null,
        fiscalYear: 2026,
        format: 'xlsx',
        substitutes: [],
      }),
  ],
  [
    '名簿を見る',
    (office) =>
      call(office, 'imports.plan', {
        file: office.core.files.put('meibo-messy.xlsx', fixture('meibo-messy.xlsx')).token,
        sheet: null,
        councilId: null,
      }),
  ],
]

const noise = Buffer.alloc(1_500_000, 'x')

function fillUp(folder: string): string {
  const ballast = join(folder, 'ballast')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, (bavail - 2) * bsize)))
  return ballast
}

/** A code that has sentences of its own, and not that of a fault of ours. */
function expectTold(what: string, result: Awaited<ReturnType<Office['core']['dispatch']>>): void {
  if (result.ok) return
  expect([what, result.error.code]).not.toEqual([what, 'unexpected'])
  for (const words of Object.values(errorText(result.error)))
    expect([what, words]).toEqual([what, expect.stringMatching(/。$/)])
}

async function expectClean({ folder }: Office): Promise<void> {
  const connection = connect(join(folder, 'tsudoi.db'), noKey.current, { readonly: true })
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  connection.close()
  const halves = () =>
    [folder, join(folder, 'backups')].flatMap((place) =>
      readdirSync(place).filter((name) => /half|fetched|restoring|\.tmp$/.test(name)),
    )
  // After a restore the copy at the start is being made beside.
  await expect.poll(halves, { timeout: 20_000 }).toEqual([])
  for (const name of readdirSync(join(folder, 'backups')).filter((each) => each.endsWith('.db')))
    verifyBackup(join(folder, 'backups', name), null)
}

describe('whatever touches a file, while the disk is full', () => {
  it('does it or says so with a code, loses nothing, and does it once there is room', async ({ skip }) => {
    const disk = mountSmallDisk(40_000_000)
    if (disk === null) return skip(noDisk)
    const office = await openOffice(join(disk.folder, 'data'))
    const refused: string[] = []
    for (const [what, work] of works) {
      const ballast = fillUp(disk.folder)
      const before = await said(office)
      const result = await work(office)
      expectTold(what, result)
      if (!result.ok) {
        refused.push(`${what}: ${result.error.code}`)
        expect([what, await said(office)]).toEqual([what, before])
      }
      rmSync(ballast)
      await expectClean(office)
      expect([what, await work(office)]).toMatchObject([what, { ok: true }])
    }
    expect(refused).toEqual(
      expect.arrayContaining(['添付する: disk-full', '控えをとる: disk-full', '控えに戻す: disk-full']),
    )
  })
})

describe('whatever touches a file, on a disk that gives errors', () => {
  // An unmounted stick, a failing one, one that the system has made read-only under open files.
  it.each([
    ['EIO', [1, 3]],
    ['EROFS', [2]],
  ])(
    'says so with a code at %s from call %j on, loses nothing, leaves nothing half, and does it once the disk is well',
    async (code, steps) => {
      const office = await openOffice()
      const refused = new Set<string>()
      for (const [what, work] of works)
        for (const step of steps) {
          const before = await said(office)
          const failing = failFiles(office.folder, step, code)
          const result = await work(office).finally(() => {
            failing.stop()
          })
          expectTold(what, result)
          if (result.ok) continue
          expect(failing.refused()).toBeGreaterThan(0)
          refused.add(what)
          expect([what, step, await said(office)]).toEqual([what, step, before])
          await expectClean(office)
        }
      // Whatever goes through the file layer; lines and papers go another way.
      expect([...refused].toSorted()).toEqual(
        ['引きつぎを作る', '引きつぎを受けとる', '控えに戻す', '控えをとる'].toSorted(),
      )
      for (const [what, work] of works) expect([what, await work(office)]).toMatchObject([what, { ok: true }])
      await expectClean(office)
    },
    120_000,
  )
})

describe('whatever touches a file, while another program holds the data', () => {
  it('waits, says so with a code, loses nothing, and does it when it is let go', async () => {
    const office = await openOffice()
    const other = connect(join(office.folder, 'tsudoi.db'), noKey.current)
    const before = await said(office)
    other.exec('BEGIN IMMEDIATE')
    const held = await say(office, '持たれているあいだ')
    expect(held).toMatchObject({ ok: false, error: { code: 'file-busy' } })
    expect(await said(office)).toEqual(before)
    expect(await call(office, 'system.backUpNow', {})).toMatchObject({ ok: true })
    other.exec('COMMIT')
    other.close()
    expect(await say(office, '放された')).toMatchObject({ ok: true })
    expect(await said(office)).toEqual([...before, '放された'])
    expect(office.ports.faults).toEqual([])
  }, 120_000)
})

describe('backups that cannot be written, taken away or read', () => {
  it('are told with a code, and made as soon as they can be', async () => {
    const office = await openOffice()
    const backups = join(office.folder, 'backups')
    // What stands in the place of the folder is no folder: nothing can be written, renamed or listed there.
    rmSync(backups, { recursive: true })
    writeFileSync(backups, '')
    for (const [what, work] of works) {
      const before = await said(office)
      const result = await work(office)
      expectTold(what, result)
      if (!result.ok) expect([what, await said(office)]).toEqual([what, before])
    }
    expectTold('一覧', await call(office, 'safekeeping.listBackups', {}))
    rmSync(backups)
    expect(await call(office, 'system.backUpNow', {})).toMatchObject({ ok: true })
    await expectClean(office)
  })

  it('of which one is no file that can be read: it is refused, and the others are there', async () => {
    const office = await openOffice()
    const torn = 'tsudoi-20260101-0900-hand.db'
    mkdirSync(join(office.folder, 'backups', torn))
    expectTold('一覧', await call(office, 'safekeeping.listBackups', {}))
    const before = await said(office)
    const result = await call(office, 'safekeeping.restore', { file: torn })
    expect(result.ok).toBe(false)
    expectTold('読めない控え', result)
    expect(await said(office)).toEqual(before)
    expect(await call(office, 'safekeeping.restore', { file: office.backup })).toMatchObject({ ok: true })
    expect(await said(office)).toEqual(['一'])
  })
})
