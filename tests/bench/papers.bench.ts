import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '#core/open-core.ts'
import { fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { askOf } from '../core/ask-of.ts'
import { type Ask, membership, person, planned, setUpCouncil } from '../core/small-council.ts'
import { resources, testPorts } from '../core/test-ports.ts'
import type { BenchRow } from './bench-row.ts'
import { quantile, timesOf } from './measure.ts'

const runs = 5
const people = 500

/** The printer of the test ports takes no time: what is measured is all that stands before it. */
async function withCore(work: (ask: Ask) => Promise<readonly BenchRow[]>): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-sets-'))
  const ports = testPorts()
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(opened.error.code)
  try {
    return await work(askOf(opened.value, ports))
  } finally {
    await opened.value.close()
    rmSync(folder, { recursive: true })
  }
}

async function row(name: string, act: () => unknown): Promise<BenchRow> {
  return { name, milliseconds: quantile(await timesOf(runs, act), 0.5) }
}

async function benchSets(ask: Ask): Promise<readonly BenchRow[]> {
  await ask('system.startPractice', {})
  const { today } = await ask('system.getStatus', {})
  const [council] = await ask('councils.list', {})
  const meetings = await ask('meetings.list', { councilId: null, fiscalYear: null })
  const rows: BenchRow[] = []
  for (const shelf of ['before-meeting', 'after-meeting'] as const) {
    const meeting = meetings.find(({ heldOn }) => heldOn < today === (shelf === 'after-meeting'))
    if (council === undefined || meeting === undefined) throw new Error('practice has two meetings')
    const of = { councilId: council.id, meetingId: meeting.id, fiscalYear: fiscalYearOf(meeting.heldOn) }
    const name = `the papers ${shelf === 'before-meeting' ? 'before' : 'after'} a meeting, each in its formats, without printing`
    rows.push(await row(name, () => ask('papers.makeSet', { ...of, shelf, as: 'folder' })))
  }
  return rows
}

async function addPeople(ask: Ask, councilId: CouncilId): Promise<void> {
  for (let number = 1; number <= people; number += 1)
    await ask('roster.addPerson', {
      person: person(`委員　${String(number)}`, {
        organizationName: `団体${String(number)}`,
        post: '代表',
        postalCode: '000-0012',
        address: `青羽市東町${String(number)}番`,
      }),
      membership: { councilId, ...membership() },
    })
}

async function benchMany(ask: Ask): Promise<readonly BenchRow[]> {
  const { councilId } = await setUpCouncil(ask)
  await addPeople(ask, councilId)
  const { meetingId } = await ask('meetings.plan', planned(councilId))
  const { today } = await ask('system.getStatus', {})
  const paper = { councilId, meetingId, fiscalYear: fiscalYearOf(today) }
  const letter = { kind: 'invitation', councilId, meetingId, issuedOn: today, replyBy: null } as const
  const rows = [
    await row(`${String(people)} notices with reply slips in Word`, () =>
      ask('letters.make', { ...letter, documentNumber: '', draft: null, format: 'docx' }),
    ),
    await row(`参画状況表 of ${String(people)} members in Excel`, () =>
      ask('papers.make', { ...paper, paper: 'participation', format: 'xlsx' }),
    ),
    await row(`出席簿 of ${String(people)} in Excel`, () =>
      ask('papers.make', { ...paper, paper: 'sign-in-sheet', format: 'xlsx' }),
    ),
    await row(`出席簿 of ${String(people)} in Word`, () =>
      ask('papers.make', { ...paper, paper: 'sign-in-sheet', format: 'docx' }),
    ),
  ]
  return rows
}

/** The papers of a meeting and of a council of five hundred, apart from Chromium's own printing. */
export async function benchPapers(): Promise<readonly BenchRow[]> {
  return [...(await withCore(benchSets)), ...(await withCore(benchMany))]
}
