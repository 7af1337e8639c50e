import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { paperFacts, papers } from '#shared/contract/paper-catalogue.ts'
import { paperOptions } from '#shared/contract/paper-operations.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { group } from '../small-council.ts'

async function practice(): Promise<
  TestCore & {
    readonly at: {
      readonly councilId: Awaited<ReturnType<typeof firstCouncil>>
      readonly fiscalYear: number
    }
  }
> {
  const core = await openTestCore()
  await core.ask('system.startPractice', {})
  return { ...core, at: { councilId: await firstCouncil(core), fiscalYear: 2026 } }
}

async function firstCouncil({ ask }: TestCore) {
  const [council] = await ask('councils.list', {})
  if (council === undefined) throw new Error('practice has a council')
  return council.id
}

async function meetingsOf({ ask }: TestCore) {
  const [next, held] = await ask('meetings.list', { councilId: null, fiscalYear: null })
  if (next === undefined || held === undefined) throw new Error('practice has two meetings')
  return { next: next.id, held: held.id }
}

describe('the shelf', () => {
  it('makes every paper of the practice council in every format that it offers', async () => {
    const core = await practice()
    const { held } = await meetingsOf(core)
    for (const paper of papers) {
      for (const format of paperFacts[paper].formats) {
        const file = await core.ask('papers.make', { ...core.at, meetingId: held, paper, format })
        expect(file.name.endsWith(`${paperFacts[paper].name}.${format}`), file.name).toBe(true)
        expect(file.size).toBeGreaterThan(400)
      }
    }
  })

  it('says what stands in the way, and nothing once it is there', async () => {
    const core = await practice()
    const { next } = await meetingsOf(core)
    const of = async (meetingId: typeof next | null) =>
      new Map((await core.ask('papers.shelf', { ...core.at, meetingId })).map((each) => [each.paper, each]))
    const without = await of(null)
    expect(without.get('agenda')?.blocked).toBe('no-meeting')
    expect(without.get('roster-public')?.blocked).toBeNull()
    expect(without.get('labels')?.wanting[0]?.lack).toBe('no-addresses')
    const people = await core.ask('roster.listPeople', {})
    const [first] = people
    if (first === undefined) throw new Error('practice has people')
    const {
      id: personId,
      affiliations,
      memberships,
      statements,
      openTasks,
      attended,
      ...person
    } = await core.ask('roster.getPerson', { personId: first.id })
    void [affiliations, memberships, statements, openTasks, attended]
    await core.ask('roster.savePerson', { personId, person: { ...person, address: '青羽市東町１' } })
    const after = await of(next)
    expect(after.get('agenda')?.blocked).toBeNull()
    expect(after.get('labels')?.blocked).toBeNull()
    const to = await core.ask('papers.addressees', { councilId: core.at.councilId, source: 'members' })
    expect(after.get('labels')?.wanting).toEqual([
      { lack: 'some-addresses', count: to.filter(({ hasAddress }) => !hasAddress).length },
    ])
    expect(after.get('summary')?.wanting).toEqual([{ lack: 'not-held', count: 1 }])
  })

  it('gives a meeting’s papers as one folder whose names can be read everywhere', async () => {
    const core = await practice()
    const { next, held } = await meetingsOf(core)
    const before = await core.ask('papers.makeSet', { ...core.at, meetingId: next, shelf: 'before-meeting' })
    const files = unzipSync(core.core.files.take(before.token).bytes)
    expect(Object.keys(files).map((name) => name.split('_').at(-1))).toEqual([
      '会議の前の紙.pdf',
      '次第.pdf',
      '次第.docx',
      '出席簿.pdf',
      '出席簿.xlsx',
      '席次表.pdf',
      '席次表.xlsx',
      '名札.pdf',
      '卓上札.pdf',
    ])
    const agenda = Object.entries(files).find(([name]) => name.endsWith('次第.pdf'))?.[1]
    // The test's printer gives the page itself.
    expect(strFromU8(agenda ?? new Uint8Array())).toContain('次　第')
    const after = await core.ask('papers.makeSet', { ...core.at, meetingId: held, shelf: 'after-meeting' })
    expect(after.name).toMatch(/会議の後の紙\.zip$/)
  })

  it('goes to whom was chosen: members, groups or people, all or some of them', async () => {
    const core = await practice()
    const { councilId } = core.at
    const organization = { ...group('北町サロン'), address: '青羽市北町１', contactName: '北　花子' }
    await core.ask('organizations.add', { organization })
    const rows = await core.ask('papers.addressees', { councilId, source: 'organizations' })
    const only = rows
      .filter(({ organizationName }) => organizationName === '北町サロン')
      .map(({ key }) => key)
    const made = await core.ask('papers.make', {
      ...core.at,
      meetingId: null,
      paper: 'labels',
      format: 'pdf',
      options: { source: 'organizations', only },
    })
    const html = new TextDecoder().decode(core.core.files.take(made.token).bytes)
    expect(html).toContain('北　花子　様')
    expect(html.match(/様</g)).toHaveLength(1)
  })

  it('puts the office’s 決裁欄 above a paper that may have one, and nothing where it has none', async () => {
    const core = await practice()
    const { held } = await meetingsOf(core)
    const sealed = async (): Promise<string> => {
      const options = { seals: true }
      const wanted = { ...core.at, meetingId: held, paper: 'meeting-report', format: 'pdf', options } as const
      const made = await core.ask('papers.make', wanted)
      return new TextDecoder().decode(core.core.files.take(made.token).bytes)
    }
    expect(await sealed()).toContain('事務局長')
    await core.ask('papers.saveSettings', { sealBoxes: ['局長', '係'], replySlip: 'below' })
    expect(await sealed()).toContain('局長')
    await core.ask('papers.saveSettings', { sealBoxes: [], replySlip: 'sheet' })
    expect(await sealed()).not.toContain('class="seals"')
  })

  it('refuses a format that a paper does not come in, and a meeting’s paper without its meeting', async () => {
    const core = await practice()
    const of = { ...core.at, meetingId: null, options: paperOptions.parse({}) }
    expect(await core.refused('papers.make', { ...of, paper: 'table-tents', format: 'xlsx' })).toBe(
      'invalid-input',
    )
    expect(await core.refused('papers.make', { ...of, paper: 'agenda', format: 'pdf' })).toBe('not-found')
  })
})
