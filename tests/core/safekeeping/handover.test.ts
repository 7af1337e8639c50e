import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#shared/contract/errors.ts'
import { makeHandover, readHandover, takeHandover } from '#core/safekeeping/handover.ts'
import { seal, unseal } from '#core/safekeeping/sealed-stream.ts'
import { noKey } from '#core/store/connect.ts'
import { openTestCore, temporaryFolder, testPorts } from '../core-harness.ts'
import { setUpMeeting } from '../small-council.ts'
import { openWorld } from '../world-copies.ts'

/** As little work for a guess as a head may ask for: hundreds of files are opened here. */
const cheap = 12
const passphrase = 'さくら咲く四月の朝'

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'opened'
  } catch (fault) {
    return fault instanceof Refusal ? fault.code : String(fault)
  }
}

describe('a sealed file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 300_000])(
    'gives back %i bytes, and holds them nowhere in the clear',
    async (length) => {
      const plain = new Uint8Array(length).fill(0x5a)
      const sealed = await seal(plain, passphrase, cheap)
      expect(await unseal(sealed, passphrase)).toEqual(plain)
      expect(Buffer.from(sealed).includes(Buffer.alloc(32, 0x5a))).toBe(false)
    },
  )

  it('is another each time, and opens by the passphrase in any width', async () => {
    const plain = new TextEncoder().encode('名簿')
    const [first, second] = [
      await seal(plain, 'Tsudoi2026ガ', cheap),
      await seal(plain, 'Tsudoi2026ガ', cheap),
    ]
    expect(first).not.toEqual(second)
    expect(await unseal(first, 'Ｔｓｕｄｏｉ２０２６ｶﾞ')).toEqual(plain)
    expect(await codeOf(unseal(first, 'tsudoi2026ガ'))).toBe('wrong-passphrase')
  })

  it('opens under no change of a single bit, wherever it is', async () => {
    const sealed = await seal(new Uint8Array(70_000), passphrase, cheap)
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const torn = Uint8Array.from(sealed)
        torn[bit >> 3] = (torn[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        // The byte of the cost is tried by a test of its own: a bit of it may ask for much memory.
        if (bit >> 3 === 16) return
        expect(['not-a-handover', 'wrong-passphrase', 'handover-damaged']).toContain(
          await codeOf(unseal(torn, passphrase)),
        )
      }),
      { numRuns: 150, seed: 20_260_917 },
    )
  })

  it('opens under no cut, no piece left out, moved or added', async () => {
    const sealed = await seal(new Uint8Array(200_000), passphrase, cheap)
    const step = 65_536 + 16
    const body = sealed.length - step * 3
    const pieces = [0, 1, 2].map((number) => sealed.subarray(72 + number * step, 72 + (number + 1) * step))
    const head = sealed.subarray(0, 72)
    const last = sealed.subarray(72 + step * 3)
    expect(body).toBeGreaterThan(0)
    const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
    const [first = head, second = head, third = head] = pieces
    for (const wrong of [
      join(head, first, second, third),
      join(head, second, first, third, last),
      join(head, first, second, last),
      join(head, first, second, third, last, last),
      join(head, first, second, third, last, new Uint8Array(1)),
      sealed.subarray(0, sealed.length - 1),
      sealed.subarray(0, 80),
      head,
    ])
      expect(await codeOf(unseal(wrong, passphrase))).toBe('handover-damaged')
  })

  it('refuses a head that asks for all memory, or for no work, before doing any', async () => {
    const sealed = await seal(new Uint8Array(10), passphrase, cheap)
    for (const cost of [0, 11, 20, 31, 255]) {
      const wrong = Uint8Array.from(sealed)
      wrong[16] = cost
      expect(await codeOf(unseal(wrong, passphrase))).toBe('handover-damaged')
    }
  })

  it('refuses anything else as none of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await codeOf(unseal(bytes, passphrase))).toBe('not-a-handover')
      }),
      { numRuns: 300, seed: 20_260_917 },
    )
  })
})

describe('handing over', () => {
  it('carries records, forms and submitted files to a new PC in one step', async () => {
    const { ask, core, folder, world } = await openWorld()
    const before = await ask('meetings.get', { meetingId: world.meetingId })
    const sealed = await makeHandover(folder, passphrase, noKey, cheap)
    expect(readdirSync(folder).filter((name) => name.includes('handing-over'))).toEqual([])
    const other = await openTestCore()
    const file = other.core.files.put('引きつぎ.tsudoi', sealed)
    await other.ask('safekeeping.openHandover', { file: file.token, passphrase })
    expect(await other.ask('meetings.get', { meetingId: world.meetingId })).toEqual(before)
    expect((await other.ask('system.getStatus', {})).setUp).toBe(true)
    const given = await ask('submissions.open', { submissionId: world.submissionId })
    const taken = await other.ask('submissions.open', { submissionId: world.submissionId })
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    expect(digest(other.core.files.take(taken.token).bytes)).toBe(digest(core.files.take(given.token).bytes))
  })

  it('keeps what was there, and is taken back', async () => {
    const { folder } = await openWorld()
    const sealed = await makeHandover(folder, passphrase, noKey, cheap)
    const other = await openTestCore()
    const meeting = await setUpMeeting(other.ask)
    const file = other.core.files.put('引きつぎ.tsudoi', sealed)
    const { kept } = await other.ask('safekeeping.openHandover', { file: file.token, passphrase })
    expect(await other.refused('meetings.get', { meetingId: meeting.meetingId })).toBe('not-found')
    await other.ask('safekeeping.restore', { file: kept ?? '' })
    expect((await other.ask('meetings.get', { meetingId: meeting.meetingId })).roll).toHaveLength(6)
  })

  it('changes nothing for a wrong passphrase, a torn file, another file, or a sealed text', async () => {
    const { ask, core, folder, refused, world } = await openWorld()
    const sealed = await makeHandover(folder, passphrase, noKey, cheap)
    const before = readFileSync(join(folder, 'tsudoi.db'))
    const attempts: readonly (readonly [Uint8Array, string, string])[] = [
      [sealed, 'ちがう合いことば', 'wrong-passphrase'],
      [sealed.subarray(0, sealed.length - 100), passphrase, 'handover-damaged'],
      [new TextEncoder().encode('これは名簿です。'), passphrase, 'not-a-handover'],
      [
        await seal(new TextEncoder().encode('gzip ではない'), passphrase, cheap),
        passphrase,
        'handover-damaged',
      ],
    ]
    for (const [bytes, words, code] of attempts) {
      const file = core.files.put('引きつぎ.tsudoi', bytes)
      expect(await refused('safekeeping.openHandover', { file: file.token, passphrase: words })).toBe(code)
    }
    expect(readFileSync(join(folder, 'tsudoi.db'))).toEqual(before)
    expect((await ask('meetings.get', { meetingId: world.meetingId })).statements).toHaveLength(3)
    expect(readdirSync(folder).filter((name) => /received|restoring/.test(name))).toEqual([])
  })

  it('takes nothing for a database that is none', async () => {
    const folder = temporaryFolder()
    const { clock } = testPorts()
    await expect(
      takeHandover(folder, new TextEncoder().encode('x'.repeat(9000)), clock, noKey),
    ).rejects.toMatchObject({
      code: 'not-a-backup',
    })
    expect(existsSync(join(folder, 'tsudoi.db'))).toBe(false)
  })

  it('asks for a passphrase that is worth the name, and leaves practice data out', async () => {
    const { ask, refused } = await openTestCore()
    expect(await refused('safekeeping.makeHandover', { passphrase: '1234567' })).toBe('invalid-input')
    await ask('system.startPractice', {})
    expect(await refused('safekeeping.makeHandover', { passphrase })).toBe('practice-open')
  })

  it('is made at the full cost by the program itself', async () => {
    const { ask, core } = await openWorld()
    const { token, name } = await ask('safekeeping.makeHandover', { passphrase })
    expect(name).toBe('引きつぎ 2026-09-17.tsudoi')
    const { bytes } = core.files.take(token)
    expect(bytes[16]).toBe(17)
    expect(
      Buffer.from(await readHandover(bytes, passphrase))
        .subarray(0, 15)
        .toString(),
    ).toBe('SQLite format 3')
  })
})
