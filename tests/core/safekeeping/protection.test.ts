import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCore } from '#core/open-core.ts'
import type { SignInVault, Threads } from '#core/ports.ts'
import { pauseAfter } from '#core/safekeeping/protection/spaced-tries.ts'
import { createThreads } from '#shell/node-ports.ts'
import { type HeldCore, holdCore } from '#shell/opened-core.ts'
import { threadFile } from '#shell/places.ts'
import type { Id } from '#shared/domain/ids.ts'
import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { openTestCore, resources, type TestClock, temporaryFolder, testPorts } from '../core-harness.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'

const password = 'さくらがくの四月'
const secretText = '買い物の帰りに休める場所がない'

interface Held {
  readonly core: HeldCore
  readonly folder: string
  readonly ask: <Name extends OperationName>(name: Name, input: GivenTo<Name>) => Promise<OutputOf<Name>>
  readonly refused: (name: OperationName, input: unknown) => Promise<string>
}

interface HeldParts {
  readonly clock?: TestClock
  readonly threads?: Threads
  readonly signIn?: SignInVault
}

/** As a shell holds it: there though the data are locked. */
async function hold(folder = temporaryFolder(), { clock, threads, signIn }: HeldParts = {}): Promise<Held> {
  const ports = testPorts(clock)
  const core = await holdCore(
    {
      folder,
      resources,
      ports: {
        ...ports,
        ...(threads === undefined ? {} : { threads }),
        ...(signIn === undefined ? {} : { signIn }),
      },
    },
    openCore,
  )
  onTestFinished(() => core.close())
  return {
    core,
    folder,
    ask: async (name, input) => {
      const result = await core.dispatch(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.code}`, { cause: ports.faults })
      // The contract's own output type: dispatch knows operations by their text only.
      return result.value as OutputOf<typeof name>
    },
    refused: async (name, input) => {
      const result = await core.dispatch(name, input)
      if (result.ok) throw new Error(`${name} was expected to be refused`)
      return result.error.code
    },
  }
}

async function withLine(held: Held): Promise<Id<'meeting'>> {
  const meeting = await setUpMeeting(held.ask)
  await held.ask('minutes.addStatement', {
    meetingId: meeting.meetingId,
    statement: line(itemAt(meeting, 4), secretText),
    after: null,
  })
  return meeting.meetingId
}

/** Every file of a folder in which a text stands openly. */
function openly(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text))
    .map((file) => file.slice(folder.length + 1))
}

describe('a password over the data', () => {
  it('leaves nothing open: data, log, backups of before and after; and all of it is there behind it', async () => {
    const first = await hold(temporaryFolder(), { threads: createThreads(threadFile) })
    const meetingId = await withLine(first)
    await first.ask('system.backUpNow', {})
    expect(openly(first.folder, secretText).length).toBeGreaterThan(0)
    const { left } = await first.ask('protection.setPassword', { password, oldBackups: 'encrypt' })
    expect(left).toBe(0)
    await first.ask('system.backUpNow', {})
    expect(openly(first.folder, secretText)).toEqual([])
    expect(openly(first.folder, '戸田')).toEqual([])
    expect((await first.ask('meetings.get', { meetingId })).statements).toHaveLength(1)
    const { backups } = await first.ask('safekeeping.listBackups', {})
    expect(backups.length).toBeGreaterThanOrEqual(2)
    expect(backups.every(({ contents }) => contents?.statements === 1)).toBe(true)
    await first.core.close()

    const next = await hold(first.folder)
    expect(next.core.fault?.code).toBe('locked')
    expect(await next.refused('meetings.get', { meetingId })).toBe('locked')
    expect(await next.refused('safekeeping.listBackups', {})).toBe('locked')
    expect(await next.refused('protection.unlock', { by: 'password', secret: 'ちがうことば' })).toBe(
      'wrong-password',
    )
    await next.ask('protection.unlock', { by: 'password', secret: password.normalize('NFD') })
    expect((await next.ask('meetings.get', { meetingId })).statements).toHaveLength(1)
    const newest = (await next.ask('safekeeping.listBackups', {})).backups[0]?.file ?? ''
    const { kept } = await next.ask('safekeeping.restore', { file: newest })
    expect(kept).not.toBeNull()
    expect((await next.ask('meetings.get', { meetingId })).statements).toHaveLength(1)
    expect(openly(first.folder, secretText)).toEqual([])
  })

  it('is changed without rewriting, forgotten with the recovery key at hand, and taken away', async () => {
    const held = await hold()
    const meetingId = await withLine(held)
    const { recoveryKey } = await held.ask('protection.setPassword', { password, oldBackups: 'remove' })
    await held.core.close()
    const before = readFileSync(join(held.folder, 'tsudoi.db'))

    const second = await hold(held.folder)
    const mistyped = recoveryKey.replace(/^(.)/, (sign) => (sign === '7' ? '8' : '7'))
    const refusal = await second.core.dispatch('protection.unlock', { by: 'recovery-key', secret: mistyped })
    expect(refusal).toEqual({
      ok: false,
      error: { code: 'recovery-key-mistyped', details: { groups: ['1'] } },
    })
    await second.ask('protection.unlock', {
      by: 'recovery-key',
      secret: recoveryKey.toLowerCase().replaceAll('-', ' '),
    })
    const proof = { by: 'recovery-key', secret: recoveryKey } as const
    await second.ask('protection.changePassword', { proof, password: 'つぎのがっこう２０' })
    await second.core.close()
    expect(readFileSync(join(held.folder, 'tsudoi.db')).subarray(0, 64)).toEqual(before.subarray(0, 64))

    const third = await hold(held.folder)
    expect(await third.refused('protection.unlock', { by: 'password', secret: password })).toBe(
      'wrong-password',
    )
    await third.ask('protection.unlock', { by: 'password', secret: 'つぎのがっこう２０' })
    const byNew = { by: 'password', secret: 'つぎのがっこう２０' } as const
    expect(await third.ask('protection.removePassword', { proof: byNew })).toEqual({ left: 0 })
    expect(existsSync(join(held.folder, 'tsudoi.key'))).toBe(false)
    expect((await third.ask('meetings.get', { meetingId })).statements).toHaveLength(1)
    await third.core.close()

    const { ask } = await openTestCore(held.folder)
    expect((await ask('meetings.get', { meetingId })).statements).toHaveLength(1)
    const { backups } = await ask('safekeeping.listBackups', {})
    expect(backups.every(({ contents }) => contents !== null)).toBe(true)
  })

  it('opens a backup on another PC by the key file that lies beside it', async () => {
    const held = await hold()
    const meetingId = await withLine(held)
    await held.ask('protection.setPassword', { password, oldBackups: 'encrypt' })
    const { backups } = await held.ask('safekeeping.listBackups', {})
    // By hand: here, at the same minute by the test's clock, none of that kind is made meanwhile.
    const newest = backups.find(({ occasion }) => occasion === 'hand')?.file ?? ''
    const other = await hold()
    await other.ask('system.getStatus', {})
    await withLine(other)
    await other.ask('system.backUpNow', {})
    const from = join(held.folder, 'backups')
    const to = join(other.folder, 'backups')
    for (const name of [newest, ...readdirSync(from).filter((each) => each.endsWith('.key'))])
      copyFileSync(join(from, name), join(to, name))
    const found = async () =>
      (await other.ask('safekeeping.listBackups', {})).backups.find(({ file }) => file === newest)
    expect(await found()).toMatchObject({ contents: null, locked: true })
    expect(await other.refused('safekeeping.restore', { file: newest })).toBe('backup-locked')
    const wrong = { by: 'password', secret: 'ほかのことばです' } as const
    expect(await other.refused('safekeeping.unlockBackup', { file: newest, proof: wrong })).toBe(
      'wrong-password',
    )
    const proof = { by: 'password', secret: password } as const
    const opened = await other.ask('safekeeping.unlockBackup', { file: newest, proof })
    // What is in it is seen before anything is replaced.
    expect(opened).toMatchObject({ contents: { meetings: 1, statements: 1 }, locked: false })
    expect(await found()).toEqual(opened)
    await other.ask('safekeeping.restore', { file: newest })
    expect((await other.ask('meetings.get', { meetingId })).statements).toHaveLength(1)
    // Nobody set a password here: what was brought in lies as open as the rest.
    expect((await other.ask('protection.state', {})).hasPassword).toBe(false)
  })

  it('is spared to whoever is signed in at this PC, and to nobody else', async () => {
    const account = (mark: number): SignInVault => ({
      seal: (secret) => Uint8Array.from([mark, ...secret]),
      open: (sealed) => (sealed[0] === mark ? sealed.slice(1) : null),
    })
    const own = await hold(temporaryFolder(), { signIn: account(1) })
    await withLine(own)
    await own.ask('protection.setPassword', { password, oldBackups: 'remove' })
    const proof = { by: 'password', secret: password } as const
    await own.ask('protection.setSignIn', { on: true, proof })
    await own.core.close()
    const again = await hold(own.folder, { signIn: account(1) })
    expect(again.core.fault).toBeNull()
    expect((await again.ask('protection.state', {})).signIn).toBe('on')
    await again.core.close()
    const other = await hold(own.folder, { signIn: account(2) })
    expect(other.core.fault?.code).toBe('locked')
    await other.ask('protection.unlock', proof)
    await other.ask('protection.setSignIn', { on: false, proof })
    expect(existsSync(join(own.folder, 'sign-in.key'))).toBe(false)
  })

  it('is no hindrance to a hand-over, out of it and into it', async () => {
    const held = await hold()
    const meetingId = await withLine(held)
    await held.ask('protection.setPassword', { password, oldBackups: 'remove' })
    const made = await held.ask('safekeeping.makeHandover', { passphrase: '引きつぎのことば' })
    const { bytes } = held.core.files.take(made.token)
    const other = await hold()
    await withLine(other)
    await other.ask('protection.setPassword', { password: 'べつのことばですよ', oldBackups: 'remove' })
    const { token } = other.core.files.put('引きつぎ.tsudoi', bytes)
    await other.ask('safekeeping.openHandover', { file: token, passphrase: '引きつぎのことば' })
    expect((await other.ask('meetings.get', { meetingId })).statements).toHaveLength(1)
    expect(openly(other.folder, secretText)).toEqual([])
    expect(openly(held.folder, secretText)).toEqual([])
  })
})

describe('the lock of the screen', () => {
  it('falls after the minutes without a hand, keeps everything shut, and opens by the password', async () => {
    const clock: TestClock = { at: new Date(Date.UTC(2026, 8, 17, 4, 30)) }
    const pass = (minutes: number): void => {
      clock.at = new Date(clock.at.getTime() + minutes * 60_000)
    }
    const held = await hold(temporaryFolder(), { clock })
    expect(await held.refused('protection.lock', {})).toBe('no-password')
    const meetingId = await withLine(held)
    pass(120)
    await held.ask('meetings.get', { meetingId })
    await held.ask('protection.setPassword', { password, oldBackups: 'remove' })
    await held.ask('protection.setIdleMinutes', { minutes: 5 })
    const { token } = held.core.files.put('名簿.csv', new Uint8Array([1]))
    pass(4)
    await held.ask('protection.active', {})
    pass(4)
    // What the window asks by itself is no sign of anybody.
    await held.ask('system.getStatus', {})
    pass(2)
    expect(await held.refused('system.getStatus', {})).toBe('locked')
    expect(await held.refused('meetings.get', { meetingId })).toBe('locked')
    expect(
      await held.refused('protection.removePassword', { proof: { by: 'password', secret: password } }),
    ).toBe('locked')
    expect(() => held.core.files.take(token)).toThrow('locked')
    expect(await held.refused('protection.unlock', { by: 'password', secret: 'ちがうことば' })).toBe(
      'wrong-password',
    )
    await held.ask('protection.unlock', { by: 'password', secret: password })
    await held.ask('meetings.get', { meetingId })
    await held.ask('protection.lock', {})
    expect(await held.refused('meetings.get', { meetingId })).toBe('locked')
  })

  it('pauses longer from one wrong password to the next, a minute at most', () => {
    expect([0, 1, 2, 3, 4, 7, 8, 100].map(pauseAfter)).toEqual([0, 0, 1, 2, 4, 32, 60, 60])
  })
})
