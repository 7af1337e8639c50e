import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Core, openCore } from '#core/open-core.ts'
import type { Threads } from '#core/ports.ts'
import { createThreads } from '#shell/node-ports.ts'
import { threadFile } from '#shell/places.ts'
import { askOf } from '../ask-of.ts'
import { openTestCore, resources, temporaryFolder, testPorts } from '../core-harness.ts'
import { folderContent } from '../folder-content.ts'
import { lookInto } from '../store/replay-log.ts'
import { addUsualAgenda, day, line, setUpMeeting } from '../small-council.ts'
import { tearTable } from '../torn-page.ts'

const form = readFileSync(join(import.meta.dirname, '../../fixtures/inputs/kaisai-houkokusho.xlsx'))
const roster = readFileSync(join(import.meta.dirname, '../../fixtures/inputs/meibo-messy.xlsx'))

async function openWith(threads: Threads | null, folder = temporaryFolder()) {
  const own = testPorts()
  const ports = threads === null ? own : { ...own, threads }
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(`core did not open: ${opened.error.code}`)
  const core: Core = opened.value
  let closing: Promise<void> | null = null
  const close = (): Promise<void> => (closing ??= core.close())
  onTestFinished(close)
  return { core, close, folder, faults: own.faults, ask: askOf(core, own) }
}

const threads = createThreads(threadFile)

describe('long work on a thread of its own', () => {
  it('answers as the core itself does, with the file under its token', async () => {
    const here = await openWith(null)
    const beside = await openWith(threads)
    const plans = await Promise.all(
      [here, beside].map(async ({ core, ask }) => {
        await setUpMeeting(ask)
        const { token } = core.files.put('名簿.xlsx', roster)
        const { rows } = await ask('imports.plan', { file: token, sheet: null, councilId: null })
        return rows.map(({ row, state, fields }) => ({ row, state, name: fields.name }))
      }),
    )
    expect(plans[0]?.length).toBeGreaterThan(50)
    expect(plans[1]).toEqual(plans[0])
  })

  it('looks the data over as the core itself does, copies under a password too, while lines are written', async () => {
    const here = await openWith(null)
    const beside = await openWith(threads)
    const looked = await Promise.all(
      [here, beside].map(async ({ ask }) => {
        const meeting = await setUpMeeting(ask)
        await ask('protection.setPassword', { password: 'さくらがくの四月', oldBackups: 'remove' })
        const [item] = await addUsualAgenda(ask, meeting.meetingId)
        if (item === undefined) throw new Error('no item')
        const checking = ask('safekeeping.check', {})
        const written = line(item, '点検のあいだに残す行です。')
        await ask('minutes.addStatement', {
          meetingId: meeting.meetingId,
          statement: written,
          after: null,
        })
        return checking
      }),
    )
    expect(looked[0]?.length).toBeGreaterThan(15)
    expect(looked[0]?.filter(({ count }) => count > 0)).toEqual([])
    expect(looked[1]).toEqual(looked[0])
  })

  it('prints through the shell’s own printer, and gives workbooks', async () => {
    const { core, ask } = await openWith(threads)
    const { meetingId } = await setUpMeeting(ask)
    const pdf = await ask('reports.make', { meetingId, paper: 'agenda', format: 'pdf' })
    // The printer of tests gives back the page it was handed.
    expect(Buffer.from(core.files.take(pdf.token).bytes).toString('utf8')).toContain('<html')
    const book = await ask('reports.make', { meetingId, paper: 'agenda', format: 'xlsx' })
    expect(Buffer.from(core.files.take(book.token).bytes).subarray(0, 2).toString()).toBe('PK')
    expect(core.files.take(book.token).name).toBe(book.name)
  })

  it('puts an opening password on while everything else is answered', async () => {
    const { core, ask } = await openWith(threads)
    const { meetingId } = await setUpMeeting(ask)
    const { token } = core.files.put('様式.xlsx', form)
    const { id: formId } = await ask('forms.begin', { file: token, password: null, name: '報告書' })
    const order: string[] = []
    const password = '青羽2026'
    const submitting = ask('handIns.submit', {
      formId,
      subject: { kind: 'meeting', meetingId },
      submittedOn: day('2026-09-24'),
      remedies: [],
      audience: 'office',
      addressee: '青羽市長',
      password,
    }).finally(() => order.push('handed in'))
    await expect
      .poll(async () => (await ask('system.longWork', {}))?.operation, { timeout: 30_000 })
      .toBe('workbooks.close')
    await ask('meetings.list', { councilId: null, fiscalYear: null })
    order.push('asked meanwhile')
    const { file, submission } = await submitting
    expect(order).toEqual(['asked meanwhile', 'handed in'])
    expect(submission.hasPassword).toBe(true)
    const { token: opened } = await ask('workbooks.open', { file: file.token, password })
    expect(Buffer.from(core.files.take(opened).bytes).subarray(0, 2).toString()).toBe('PK')
  }, 180_000)

  it('refuses as the core does', async () => {
    const { core } = await openWith(threads)
    const { token } = core.files.put('名簿.xlsx', new TextEncoder().encode('これは文です'))
    const answer = await core.dispatch('imports.plan', { file: token, sheet: null, councilId: null })
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-a-workbook' } })
  })

  it('lets lines be written meanwhile, says what is under way, and can be ended', async () => {
    const { core, ask } = await openWith(threads)
    const { meetingId } = await setUpMeeting(ask)
    const [item] = await addUsualAgenda(ask, meetingId)
    if (item === undefined) throw new Error('no item')
    // The first thread never answers; whoever comes after it does.
    let started = 0
    const firstStuck = {
      start: () => {
        started += 1
        return started === 1 ? new Worker('setInterval(() => {}, 1000)', { eval: true }) : threads.start()
      },
    }
    const slow = await openWith(firstStuck)
    await setUpMeeting(slow.ask)
    const { token } = slow.core.files.put('名簿.xlsx', roster)
    const waiting = slow.core.dispatch('imports.plan', { file: token, sheet: null, councilId: null })
    await expect
      .poll(() => slow.ask('system.longWork', {}))
      .toEqual({ operation: 'imports.plan', done: 0, total: 0 })
    await slow.ask('secretariat.get', {})
    await slow.ask('system.cancelLongWork', {})
    expect(await waiting).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(await slow.ask('system.longWork', {})).toBeNull()

    const plan = core.dispatch('imports.plan', {
      file: core.files.put('名簿.xlsx', roster).token,
      sheet: null,
      councilId: null,
    })
    let planned = false
    void plan.then(() => {
      planned = true
    })
    await ask('minutes.addStatement', { meetingId, statement: line(item, '先に残る行です。'), after: null })
    expect(planned).toBe(false)
    expect((await plan).ok).toBe(true)
  })

  it('takes a roster in beside the core, whose own writes wait their turn and come later in the record', async () => {
    const { core, ask, folder } = await openWith(threads)
    const { meetingId } = await setUpMeeting(ask)
    const [item] = await addUsualAgenda(ask, meetingId)
    if (item === undefined) throw new Error('no item')
    const { token } = core.files.put('名簿.xlsx', roster)
    const plan = await ask('imports.plan', { file: token, sheet: null, councilId: null })
    const choices = plan.rows.map(({ row, state }) => ({
      row,
      action: state === 'new' ? ('take' as const) : ('leave' as const),
      personId: null,
      asMember: false,
    }))
    const asked = { file: token, sheet: plan.sheet, councilId: null, fingerprint: plan.fingerprint, choices }
    const applying = core.dispatch('imports.apply', asked)
    // Asked for while the thread has the data: it waits, and is written after it.
    const statement = line(item, '取り込みの間に打った行です。')
    const [applied, added] = await Promise.all([
      applying,
      core.dispatch('minutes.addStatement', { meetingId, statement, after: null }),
    ])
    expect(applied).toMatchObject({ ok: true, value: { added: plan.counts.new } })
    expect(added.ok).toBe(true)
    const people = await ask('roster.listPeople', {})
    const taken = plan.rows.filter((row) => row.state === 'new').map((row) => row.fields.name)
    expect(people.map((each) => each.name)).toEqual(expect.arrayContaining(taken))
    const operations = lookInto(folder, (connection) =>
      connection
        .prepare('SELECT DISTINCT operation FROM change_log ORDER BY operation_number DESC LIMIT 2')
        .pluck()
        .all(),
    )
    expect(operations).toEqual(['minutes.addStatement', 'imports.apply'])
    // The plan is out of date now; and all of it can be taken back.
    expect(await core.dispatch('imports.apply', asked)).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
    const [run] = await ask('importRuns.list', {})
    if (run === undefined) throw new Error('no import was noted')
    await ask('importRuns.undo', { importRunId: run.id })
    expect(await ask('roster.listPeople', {})).toHaveLength(people.length - plan.counts.new)
  })

  it('is done in the core’s own thread where the PC gives none', async () => {
    const none = { start: () => new Worker('throw new Error("no thread")', { eval: true }) }
    const { core, ask, faults } = await openWith(none)
    await setUpMeeting(ask)
    const { token } = core.files.put('名簿.xlsx', roster)
    const plan = await ask('imports.plan', { file: token, sheet: null, councilId: null })
    expect(plan.rows.length).toBeGreaterThan(50)
    expect(await ask('system.backUpNow', {})).toMatchObject({ verified: true })
    expect(faults.length).toBeGreaterThan(0)
    faults.length = 0
  })
})

describe('the check of the whole file', () => {
  async function tornFolder(): Promise<string> {
    const { ask, folder, close } = await openTestCore()
    await setUpMeeting(ask)
    await close()
    tearTable(join(folder, 'tsudoi.db'), 'letter_templates')
    return folder
  }

  it('goes on after opening; until it has ended nothing is written, and damaged data are left as they are', async () => {
    const folder = await tornFolder()
    const before = folderContent(folder)
    const { core, ask, close } = await openWith(threads, folder)
    expect((await ask('system.getStatus', {})).checking).toBe(true)
    const written = await core.dispatch('councils.addArea', { name: '東部' })
    expect(written.ok).toBe(false)
    expect(await core.verdict).toEqual({ code: 'damaged', details: { backups: 1 } })
    const backedUp = await core.dispatch('system.backUpNow', {})
    expect(backedUp).toEqual({ ok: false, error: { code: 'damaged', details: { backups: 1 } } })
    await close()
    expect(folderContent(folder)).toEqual(before)
  })

  it('finds a file that was cut off', async () => {
    const folder = await tornFolder()
    const file = join(folder, 'tsudoi.db')
    truncateSync(file, readFileSync(file).length - 4096 * 5)
    const before = folderContent(folder)
    const own = testPorts()
    const opened = await openCore({ folder, resources, ports: { ...own, threads } })
    const verdict = opened.ok ? await opened.value.verdict : opened.error
    if (opened.ok) await opened.value.close()
    expect(verdict).toMatchObject({ code: 'damaged' })
    expect(folderContent(folder)).toEqual(before)
  })

  it('says nothing of data that are well, and lets them be written to', async () => {
    const first = await openTestCore()
    await setUpMeeting(first.ask)
    await first.close()
    const { core, ask } = await openWith(threads, first.folder)
    expect(await ask('system.backUpNow', {})).toMatchObject({ verified: true })
    expect(await core.verdict).toBeNull()
    expect((await ask('system.getStatus', {})).checking).toBe(false)
  })
})
