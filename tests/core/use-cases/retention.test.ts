import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { selection } from '../coordinator-records.ts'
import { account, usualPayee } from '../money-records.ts'
import { day, membership, person, planned, setUpCouncil, task } from '../small-council.ts'

const name = '消田　去子'
const clock = { at: new Date('2026-11-23T01:00:00Z') }

/** Somebody who sat on the council until 31 March 2020, with a meeting on whose roll she stands. */
async function openWithLeft() {
  const opened = await openTestCore(undefined, clock)
  const { ask } = opened
  const { councilId } = await setUpCouncil(ask)
  const { personId } = await ask('roster.addPerson', {
    person: person(name, {
      kana: 'きえだ　さるこ',
      phone: '000-987-6543',
      address: '青羽市消町９９番',
      note: '秘密の覚え',
      organizationName: '消町会',
      post: '会計係長',
      sectors: ['youth'],
    }),
    membership: {
      ...membership({
        termFrom: day('2018-04-01'),
        termTo: day('2020-03-31'),
        appointedOn: day('2018-04-01'),
      }),
      councilId,
    },
  })
  const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day('2019-09-19') }))
  await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
  const [seat] = (await ask('roster.getPerson', { personId })).memberships
  if (!seat) throw new Error('no seat')
  await ask('roster.endMembership', { membershipId: seat.membershipId, on: day('2020-03-31') })
  return { ...opened, councilId, personId, meetingId }
}

const words = [name, '消田', 'きえだ', '000-987-6543', '消町９９番', '秘密の覚え', '会計係長']

function holding(path: string): readonly string[] {
  const bytes = readFileSync(path)
  return words.filter((word) => bytes.includes(Buffer.from(word)))
}

describe('members who left', () => {
  it('are due by the rule of the office alone, and nobody before there is one', async () => {
    const { ask, refused, personId } = await openWithLeft()
    const first = await ask('retention.get', {})
    expect(first.rule).toEqual({ years: null, papers: 'name' })
    expect(first.left).toMatchObject([
      { personId, lastDay: '2020-03-31', due: false, keptUntil: null, rolls: 1, posts: 1 },
    ])
    expect(await refused('retention.erase', { personIds: [personId] })).toBe('not-yet-erasable')
    await ask('retention.saveRule', { years: 7, papers: 'name' })
    expect((await ask('retention.get', {})).left[0]).toMatchObject({ keptUntil: '2027-03-31', due: false })
    await ask('retention.saveRule', { years: 5, papers: 'name' })
    expect((await ask('retention.get', {})).left[0]).toMatchObject({ keptUntil: '2025-03-31', due: true })
  })

  it('leave no trace in the roster, the search, the record of changes, the file and later copies of it', async () => {
    const { ask, refused, folder, personId, meetingId, councilId, close } = await openWithLeft()
    await ask('retention.saveRule', { years: 5, papers: 'role' })
    expect(
      holding(join(folder, 'tsudoi.db')).length + holding(join(folder, 'tsudoi.db-wal')).length,
    ).toBeGreaterThan(0)
    const outcome = await ask('retention.erase', { personIds: [personId] })
    expect(outcome.erased).toBe(1)
    expect(await refused('roster.getPerson', { personId })).toBe('not-found')
    expect(await refused('roster.restorePerson', { personId })).toBe('not-found')
    expect(JSON.stringify(await ask('search.find', { text: '消田' }))).not.toContain(personId)
    const { roll } = await ask('meetings.get', { meetingId })
    expect(JSON.stringify(roll)).not.toContain('消田')
    // The seat is counted on in the years it was held.
    expect(await ask('participation.get', { councilId, on: day('2020-03-31') })).toBeDefined()
    await ask('system.backUpNow', {})
    const later = readdirSync(join(folder, 'backups'))
    expect(later).toHaveLength(1)
    for (const file of later) expect(holding(join(folder, 'backups', file))).toEqual([])
    await close()
    expect(holding(join(folder, 'tsudoi.db'))).toEqual([])
  })

  it('keep their names on rolls and confirmed minutes where the rule says so', async () => {
    const { ask, personId, meetingId } = await openWithLeft()
    await ask('retention.saveRule', { years: 5, papers: 'name' })
    await ask('retention.erase', { personIds: [personId] })
    const { roll } = await ask('meetings.get', { meetingId })
    expect(roll.map((line) => line.name)).toContain(name)
    expect((await ask('retention.get', {})).left).toEqual([])
  })
})

describe('somebody with a long record', () => {
  it(
    'leaves no byte of name, kana, number or address behind but where it is said',
    { timeout: 120_000 },
    async () => {
      const first = await openTestCore(undefined, { at: new Date('2026-11-18T00:00:00Z') })
      const { ask, folder } = first
      await ask('system.startPractice', {})
      const [council] = await ask('councils.list', {})
      if (!council) throw new Error('no council')
      const added = await ask('roster.addPerson', {
        person: person(name, {
          kana: 'きえだ　さるこ',
          phone: '000-987-6543',
          address: '青羽市消町９９番',
          note: '秘密の覚え',
          organizationName: '消町会',
          post: '会計係長',
        }),
        membership: { ...membership({ termFrom: day('2026-04-01') }), councilId: council.id },
      })
      const { personId } = added
      const { meetingId } = await ask('meetings.plan', planned(council.id, { heldOn: day('2026-11-19') }))
      expect((await ask('meetings.get', { meetingId })).roll.map((line) => line.name)).toContain(name)
      const { selectionId } = await ask('selections.add', { selection: selection(council.id) })
      await ask('selections.addCandidate', {
        selectionId,
        candidate: {
          personId,
          proposedBy: '消町会の消田去子',
          reason: '消田　去子さんは顔が広い',
          consent: 'agreed',
          consentedOn: day('2026-11-18'),
        },
      })
      await ask('payees.save', { personId, payee: { ...usualPayee, note: '消田の振込は月末' } })
      await ask('payees.saveAccount', {
        owner: { kind: 'person', id: personId },
        account: { ...account, holderKana: 'ｷｴﾀﾞ ｻﾙｺ' },
      })
      // A task of the office whose words once named her: only the log still knows.
      const { taskId } = await ask('minutes.addTask', {
        meetingId,
        agendaItemId: null,
        task: task('消田　去子さんに電話する'),
      })
      await ask('tasks.save', { taskId, task: task('前の会計に電話する') })
      const [seat] = (await ask('roster.getPerson', { personId })).memberships
      if (!seat) throw new Error('no seat')
      await ask('roster.endMembership', { membershipId: seat.membershipId, on: day('2026-11-20') })
      await first.close()

      const later = await openTestCore(folder, { at: new Date('2033-05-01T00:00:00Z') })
      await later.ask('retention.saveRule', { years: 5, papers: 'role' })
      const outcome = await later.ask('retention.erase', { personIds: [personId] })
      expect(outcome).toMatchObject({ erased: 1, stillNamed: [] })
      await later.ask('system.backUpNow', {})
      await later.close()
      const traces = ['ｷｴﾀﾞ', '消田去子', '振込は月末', '顔が広い', ...words]
      const held = (path: string): readonly string[] => {
        const bytes = readFileSync(path)
        return traces.filter((word) => bytes.includes(Buffer.from(word)))
      }
      expect(held(join(folder, 'practice', 'tsudoi.db'))).toEqual([])
      const backups = join(folder, 'practice', 'backups')
      const newest = readdirSync(backups).sort().at(-1) ?? ''
      expect(held(join(backups, newest))).toEqual([])
    },
  )

  it('is told where others still write her name', async () => {
    const { ask, personId, councilId } = await openWithLeft()
    const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-12-17') }))
    await ask('minutes.addTask', { meetingId, agendaItemId: null, task: task(`${name}さんに礼状を出す`) })
    await ask('retention.saveRule', { years: 5, papers: 'role' })
    const { stillNamed } = await ask('retention.erase', { personIds: [personId] })
    expect(stillNamed).toEqual([{ what: '宿題', records: 1 }])
  })

  it('loses her name in what others wrote and attached, as chosen; confirmed minutes only with a reason', async () => {
    const { ask, core, folder, personId, meetingId, councilId, close } = await openWithLeft()
    const { meetingId: later } = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-12-17') }))
    await ask('minutes.addTask', {
      meetingId: later,
      agendaItemId: null,
      task: task('消田さんに礼状を出す。消田去子さんは町会の人'),
    })
    // Written into the minutes that were confirmed: opened, and confirmed again.
    await ask('minutes.reopen', { meetingId, reason: '書きもらし' })
    await ask('minutes.addTask', { meetingId, agendaItemId: null, task: task('消田　去子さんが調べる') })
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    const attach = async (name: string, text: string) => {
      const { token } = core.files.put(name, new TextEncoder().encode(text))
      return (await ask('attachments.add', { meetingId: later, agendaItemId: null, file: token }))
        .attachmentId
    }
    await attach('推薦.txt', '推薦します。消田 去子 電話 000-987-6543')
    await attach('次第.txt', 'だれの名もない')
    await ask('retention.saveRule', { years: 5, papers: 'role' })
    const found = await ask('retention.look', { personIds: [personId] })
    expect(found.files.map(({ name, why }) => [name, why])).toEqual([['推薦.txt', 'words']])
    expect(found.places.find(({ table }) => table === 'tasks')).toMatchObject({ open: 1, locked: 1 })
    expect(found).toMatchObject({ namesakes: [], families: [] })
    const wish = {
      personIds: [personId],
      places: ['tasks' as const],
      attachmentIds: found.files.map(({ attachmentId }) => attachmentId),
    }
    const outcome = await ask('retention.erase', { ...wish, lockedBecause: '本人からの求め' })
    expect(outcome).toMatchObject({ files: 1, stillNamed: [] })
    expect((await ask('retention.get', {})).erasures).toMatchObject([
      { people: 1, files: 1, lockedBecause: '本人からの求め' },
    ])
    const texts = (await ask('tasks.list', { councilId: null, openOnly: false })).map((each) => each.text)
    expect(texts).toContain('（氏名を消しました）に礼状を出す。（氏名を消しました）は町会の人')
    expect((await ask('meetings.get', { meetingId: later })).attachments.map(({ name }) => name)).toEqual([
      '次第.txt',
    ])
    await ask('system.backUpNow', {})
    const newest = readdirSync(join(folder, 'backups')).sort().at(-1) ?? ''
    await close()
    expect(holding(join(folder, 'backups', newest))).toEqual([])
    expect(holding(join(folder, 'tsudoi.db'))).toEqual([])
  })

  it('keeps it in confirmed minutes without a reason, and is not taken for somebody of the same name', async () => {
    const { ask, refused, core, personId, meetingId } = await openWithLeft()
    await ask('minutes.reopen', { meetingId, reason: '書きもらし' })
    await ask('minutes.addTask', { meetingId, agendaItemId: null, task: task('消田　去子さんが調べる') })
    const { token } = core.files.put('消田去子.txt', new TextEncoder().encode('推薦'))
    const { attachmentId } = await ask('attachments.add', { meetingId, agendaItemId: null, file: token })
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    await ask('retention.saveRule', { years: 5, papers: 'name' })
    await ask('roster.addPerson', { person: person('消田　太郎'), membership: null })
    await ask('roster.addPerson', { person: person('消田去子'), membership: null })
    const found = await ask('retention.look', { personIds: [personId] })
    expect(found).toMatchObject({ namesakes: [name, '消田去子'], families: ['消田'] })
    expect(found.files).toMatchObject([{ attachmentId, locked: true, why: 'file-name' }])
    const wish = { personIds: [personId], places: ['tasks' as const], attachmentIds: [attachmentId] }
    expect(await refused('retention.erase', wish)).toBe('minutes-locked')
    await ask('retention.erase', { ...wish, attachmentIds: [] })
    expect((await ask('tasks.list', { councilId: null, openOnly: false })).map((each) => each.text)).toEqual([
      '消田　去子さんが調べる',
    ])
  })
})
