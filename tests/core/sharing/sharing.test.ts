import BetterSqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../core-harness.ts'
import { person } from '../small-council.ts'
import { makeShare, openFirstPc, openPc, type Pc } from './pcs.ts'

/** A snapshot of a program whose version is far ahead, with a note that fits. */
function publishFromTheFuture(share: string): void {
  const place = join(share, 'snapshots')
  const newest = readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  const note = z
    .looseObject({ generation: z.number() })
    .parse(JSON.parse(readFileSync(join(place, newest ?? ''), 'utf8')))
  const next = `${(newest ?? '').slice(0, 7)}${String(note.generation + 1).padStart(6, '0')}`
  const file = join(place, `${next}.db`)
  cpSync(join(place, (newest ?? '').replace('.json', '.db')), file)
  const connection = new BetterSqlite(file)
  connection.pragma('user_version = 9999')
  connection.close()
  const bytes = readFileSync(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const later = { ...note, generation: note.generation + 1, mark: 'later', bytes: bytes.length, sha256 }
  writeFileSync(join(place, `${next}.json`), JSON.stringify(later))
}

const look = ['sharing.refresh', {}] as const

describe('two PCs on one shared folder', () => {
  it('the first has the pen and publishes; the second sees the records and who writes, and changes nothing', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    await first.say('一')
    await first.ask(...look)
    const second = await openPc({ hoursAhead: 1 })
    const state = await second.ask('sharing.join', { path: share.path, replace: false })
    expect(state).toMatchObject({ mayEdit: false, holder: { name: '戸田' }, holderSeems: 'moving' })
    expect(await first.linesOf(second)).toEqual(['一'])
    expect(await first.say('二', second)).toMatchObject({ ok: false, error: { code: 'read-only' } })
    expect(await second.refused('safekeeping.restore', { file: 'x' })).toBe('read-only')
    expect(await first.ask('sharing.getState', {})).toMatchObject({ mayEdit: true, unpublished: false })
  })

  it('what the first writes later is told to the second, and shown when it asks', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    await first.say('一')
    expect(await first.ask('sharing.getState', {})).toMatchObject({ unpublished: true })
    await first.ask(...look)
    expect(await second.ask(...look)).toMatchObject({ newer: null, seen: { name: '戸田' } })
    expect(await first.linesOf(second)).toEqual(['一'])
  })

  it('the pen is asked for, lent, and goes to who asked', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    const second = await openPc({ hoursAhead: -1 })
    await second.ask('sharing.join', { path: share.path, replace: false })
    expect(await second.refused('sharing.takePen', {})).toBe('pen-held')
    await second.ask('sharing.askForPen', {})
    expect(await first.ask(...look)).toMatchObject({ askedBy: { name: '戸田' } })
    await first.say('返す前の行')
    expect(await first.ask('sharing.returnPen', {})).toMatchObject({ mayEdit: false })
    expect(await first.say('返したあと')).toMatchObject({ ok: false, error: { code: 'read-only' } })
    expect(await second.ask(...look)).toMatchObject({ mayEdit: true })
    expect(await first.linesOf(second)).toEqual(['返す前の行'])
    expect(await first.say('二', second)).toMatchObject({ ok: true })
    expect(await first.ask(...look)).toMatchObject({ mayEdit: false, holderSeems: 'moving' })
  })

  it('a pen whose holder does not move is taken over after two minutes of the own clock, not before', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    const second = await openPc({ hoursAhead: 1 })
    await second.ask('sharing.join', { path: share.path, replace: false })
    second.own.milliseconds += 119_000
    expect(await second.refused('sharing.takePen', {})).toBe('pen-held')
    expect(await second.ask('sharing.getState', {})).toMatchObject({ holderSeems: 'still' })
    // The holder moves: the count begins anew.
    await first.ask(...look)
    second.own.milliseconds += 119_000
    expect(await second.refused('sharing.takePen', {})).toBe('pen-held')
    second.own.milliseconds += 121_000
    expect(await second.ask('sharing.takePen', {})).toMatchObject({ mayEdit: true })
  })

  it('closing gives the pen back, and the next to open has it', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    await first.say('一')
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    await first.close()
    expect(await second.ask(...look)).toMatchObject({ mayEdit: false, holder: null })
    expect(await second.ask('sharing.takePen', {})).toMatchObject({ mayEdit: true })
    expect(await first.linesOf(second)).toEqual(['一'])
    await second.close()
    const again = await openPc({ folder: first.folder })
    expect(await again.ask('sharing.getState', {})).toMatchObject({ mayEdit: true })
  })
})

describe('a PC cut off from the share', () => {
  it('goes on, says so, and publishes when it is back and nobody took over', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    share.goAway()
    expect(await first.ask(...look)).toMatchObject({ mayEdit: true, cutOffSince: '2026-09-17T13:30' })
    expect(await first.say('つながらないあいだ')).toMatchObject({ ok: true })
    share.comeBack()
    expect(await first.ask(...look)).toMatchObject({ mayEdit: true, cutOffSince: null, unpublished: false })
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    expect(await first.linesOf(second)).toEqual(['つながらないあいだ'])
  })

  it('does not take the silence while it saw nothing for the holder’s: it watches anew when it is back', async () => {
    const share = makeShare()
    await openFirstPc(share)
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    share.goAway()
    second.own.milliseconds += 600_000
    expect(await second.ask(...look)).toMatchObject({ holderSeems: 'moving' })
    share.comeBack()
    // The holder was cut off just the same, and has not moved yet: it may live.
    expect(await second.refused('sharing.takePen', {})).toBe('pen-held')
    expect(await second.ask('sharing.getState', {})).toMatchObject({
      cutOffSince: null,
      holderSeems: 'moving',
    })
    second.own.milliseconds += 121_000
    expect(await second.ask('sharing.takePen', {})).toMatchObject({ mayEdit: true })
  })

  it('opens with its own records where it held the pen, and reads only where it did not', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    share.goAway()
    await first.close()
    await second.close()
    const again = await openPc({ folder: first.folder })
    expect(await again.ask('sharing.getState', {})).toMatchObject({ mayEdit: true })
    const reader = await openPc({ folder: second.folder })
    expect(await reader.ask('sharing.getState', {})).toMatchObject({ mayEdit: false })
    expect(await first.linesOf(reader)).toEqual([])
  })

  it('overtaken meanwhile: its work is kept beside, listed record by record, and taken over one by one', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    await first.say('同じところから')
    await first.ask(...look)
    const second = await openPc({ hoursAhead: 1 })
    await second.ask('sharing.join', { path: share.path, replace: false })
    // Cut off for the first alone: it simply does not look.
    await first.say('切れているあいだに書いた行')
    second.own.milliseconds += 121_000
    await second.ask('sharing.takePen', {})
    await first.say('引きついだ人の行', second)
    await second.ask(...look)
    second.own.milliseconds += 61_000
    await second.ask(...look)

    expect(await first.ask(...look)).toMatchObject({ mayEdit: false, keptWork: 1 })
    expect(await first.linesOf()).not.toContain('切れているあいだに書いた行')
    const [kept] = await first.ask('sharing.listKeptWork', {})
    expect(
      kept?.differences.map(({ record, title, action, state }) => [record, title, action, state]),
    ).toEqual([['発言', '切れているあいだに書いた行', 'added', 'open']])
    const difference = {
      name: kept?.name ?? '',
      table: kept?.differences[0]?.table ?? '',
      recordId: kept?.differences[0]?.recordId ?? '',
    }
    expect(await first.refused('sharing.takeDifference', difference)).toBe('read-only')
    await second.ask('sharing.returnPen', {})
    await first.ask('sharing.takePen', {})
    await first.ask('sharing.takeDifference', difference)
    expect(new Set(await first.linesOf())).toEqual(
      new Set(['同じところから', '切れているあいだに書いた行', '引きついだ人の行']),
    )
    const [after] = await first.ask('sharing.listKeptWork', {})
    expect(after?.differences.map(({ state }) => state)).toEqual(['same'])
    await first.ask('sharing.settleKeptWork', { name: kept?.name ?? '' })
    expect(await first.ask('sharing.getState', {})).toMatchObject({ keptWork: 0 })
  })

  it('overtaken twice within one minute: the second time does not write over the first', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    for (const text of ['一度め', '二度め']) {
      await first.say(text)
      second.own.milliseconds += 121_000
      await second.ask('sharing.takePen', {})
      await first.ask(...look)
      first.own.milliseconds += 121_000
      await first.ask('sharing.takePen', {})
      await second.ask(...look)
    }
    expect(await first.ask('sharing.getState', {})).toMatchObject({ keptWork: 2 })
    const kept = await first.ask('sharing.listKeptWork', {})
    expect(kept.map(({ differences }) => differences.map(({ title }) => title))).toEqual([
      ['一度め'],
      ['二度め'],
    ])
  }, 180_000)

  it('overtaken with nothing of its own simply takes in what the others have', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    await first.say('一')
    await first.ask(...look)
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    second.own.milliseconds += 121_000
    await second.ask('sharing.takePen', {})
    await first.say('二', second)
    second.own.milliseconds += 61_000
    await second.ask(...look)
    expect(await first.ask(...look)).toMatchObject({ mayEdit: false, keptWork: 0 })
    expect(new Set(await first.linesOf())).toEqual(new Set(['一', '二']))
  })

  it('a record that both changed is shown with what each made of it', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    const { personId } = await first.ask('roster.addPerson', {
      person: person('佐藤　花子'),
      membership: null,
    })
    await first.ask(...look)
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    const write = (pc: Pc, note: string) =>
      pc.ask('roster.savePerson', { personId, person: person('佐藤　花子', { note }) })
    await write(first, '左の机で書いた')
    second.own.milliseconds += 121_000
    await second.ask('sharing.takePen', {})
    await write(second, '右の机で書いた')
    second.own.milliseconds += 61_000
    await second.ask(...look)
    await first.ask(...look)
    const [kept] = await first.ask('sharing.listKeptWork', {})
    expect(kept?.differences).toEqual([
      expect.objectContaining({
        record: '人',
        state: 'both',
        fields: [{ name: '備考', before: '', after: '左の机で書いた' }],
        theirs: [{ name: '備考', before: '', after: '右の机で書いた' }],
      }),
    ])
  })
})

describe('a folder that is not for sharing', () => {
  it.each([
    ['does not exist', () => join(temporaryFolder(), 'none'), 'share-unreachable'],
    ['is no absolute place', () => 'share', 'share-unreachable'],
    [
      'holds other things',
      () => {
        const folder = temporaryFolder()
        writeFileSync(join(folder, '議事録.docx'), 'x')
        return folder
      },
      'share-not-ours',
    ],
  ])('%s', async (_what, make, code) => {
    const pc = await openPc()
    const path = make()
    expect(await pc.refused('sharing.join', { path, replace: false })).toBe(code)
    expect(await pc.ask('sharing.getState', {})).toMatchObject({ share: null, mayEdit: true })
  })

  it('is empty, as this PC is', async () => {
    const pc = await openPc()
    expect(await pc.refused('sharing.join', { path: makeShare().path, replace: false })).toBe('share-empty')
    expect(await pc.ask('sharing.getState', {})).toMatchObject({ share: null, mayEdit: true })
  })

  it('is the data folder or a part of it', async () => {
    const pc = await openPc()
    expect(await pc.refused('sharing.join', { path: pc.folder, replace: false })).toBe('share-not-ours')
    expect(await pc.refused('sharing.join', { path: join(pc.folder, 'backups'), replace: false })).toBe(
      'share-not-ours',
    )
  })
})

describe('a snapshot on the share', () => {
  it('that is torn or changed is not taken: the one before it is', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    await first.say('一')
    await first.ask(...look)
    await first.say('二')
    await first.ask(...look)
    const place = join(share.path, 'snapshots')
    const newest = readdirSync(place)
      .filter((name) => name.endsWith('.db'))
      .toSorted()
      .at(-1)
    writeFileSync(join(place, newest ?? ''), Buffer.alloc(5000, 'x'))
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    expect(await first.linesOf(second)).toEqual(['一'])
  })

  it('replaces the records of a PC that had its own only when it is told to, and keeps them as a backup', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    await first.ask(...look)
    const other = temporaryFolder()
    const alone = await openFirstPc({ ...makeShare() })
    await alone.close()
    cpSync(alone.folder, other, { recursive: true, filter: (name) => !name.endsWith('sharing.json') })
    const second = await openPc({ folder: other })
    expect(await second.refused('sharing.join', { path: share.path, replace: false })).toBe('share-has-data')
    await second.ask('sharing.join', { path: share.path, replace: true })
    expect(
      (await second.ask('safekeeping.listBackups', {})).backups.map(({ occasion }) => occasion),
    ).toContain('hand')
    expect(await second.ask('sharing.getState', {})).toMatchObject({ mayEdit: false })
  })

  it('of a newer program is not taken in, and that is said', async () => {
    const share = makeShare()
    const first = await openFirstPc(share)
    await first.ask(...look)
    const second = await openPc()
    await second.ask('sharing.join', { path: share.path, replace: false })
    publishFromTheFuture(share.path)
    expect(await second.ask(...look)).toMatchObject({ tooNew: true, mayEdit: false })
    expect(await first.linesOf(second)).toEqual([])
  })
})
