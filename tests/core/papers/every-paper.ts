import { letterFacts, letterKinds } from '#shared/contract/letter-operations.ts'
import { paperFacts, papers } from '#shared/contract/paper-catalogue.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { PaperFormat } from '#shared/contract/report-operations.ts'
import { paperFormats } from '#shared/contract/report-operations.ts'
import { addDays, type CalendarDate, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MeetingId, SelectionId } from '#shared/domain/ids.ts'
import type { Ask } from '../small-council.ts'
import { selection } from '../coordinator-records.ts'

/** One paper of the program as the public way in makes it: of the shelf, a letter, or from a page of its own. */
export interface PaperToMake {
  /** Names its picture, and what failed. */
  readonly name: string
  readonly formats: readonly PaperFormat[]
  readonly make: (format: PaperFormat) => Promise<OfferedFile>
}

/** What the papers of a council are made of. */
export interface PaperSource {
  readonly ask: Ask
  readonly councilId: CouncilId
  readonly today: CalendarDate
  /** Null: the papers of a meeting are left out. */
  readonly held: MeetingId | null
  readonly next: MeetingId | null
}

/** The practice council, with a choice of a コーディネーター that has been made, so that every paper has something to say. */
export async function practiceSource(ask: Ask): Promise<PaperSource> {
  await ask('system.startPractice', {})
  const { today } = await ask('system.getStatus', {})
  const [council] = await ask('councils.list', {})
  const meetings = await ask('meetings.list', { councilId: null, fiscalYear: null })
  const held = meetings.find((meeting) => meeting.heldOn < today)
  const next = meetings.find((meeting) => meeting.heldOn >= today)
  if (council === undefined || held === undefined || next === undefined)
    throw new Error('practice has a council with two meetings')
  await addSelection(ask, council.id, held.id, today)
  await addAddresses(ask)
  await addContacts({ ask, today })
  await ask('yearSummary.begin', { fiscalYear: fiscalYearOf(today) })
  return { ask, councilId: council.id, today, held: held.id, next: next.id }
}

async function addSelection(
  ask: Ask,
  councilId: CouncilId,
  meetingId: MeetingId,
  today: CalendarDate,
): Promise<void> {
  const [person] = await ask('roster.listPeople', {})
  if (person === undefined) return
  const { selectionId } = await ask('selections.add', {
    selection: selection(councilId, { openedOn: addDays(today, -60) }),
  })
  const { candidateId } = await ask('selections.addCandidate', {
    selectionId,
    candidate: {
      personId: person.id,
      proposedBy: '東部地区自治会連絡協議会',
      reason: '地区のサロンを十年にわたり支え、どの団体からも信頼されている。',
      consent: 'agreed',
      consentedOn: addDays(today, -30),
    },
  })
  await ask('selections.linkMeeting', { selectionId, meetingId, linked: true })
  await ask('selections.decide', {
    selectionId,
    candidateId,
    decidedOn: addDays(today, -20),
    because: '地域をよく知り、団体の間をつなぐ力がある。',
  })
}

/** The practice people have no addresses and no telephones: rosters, labels and envelopes would say nothing else. */
async function addAddresses(ask: Ask): Promise<void> {
  const people = await ask('roster.listPeople', {})
  for (const [position, { id: personId }] of people.entries()) {
    const { id, affiliations, memberships, statements, openTasks, attended, ...person } = await ask(
      'roster.getPerson',
      { personId },
    )
    void [id, affiliations, memberships, statements, openTasks, attended]
    const house = String(position + 1)
    await ask('roster.savePerson', {
      personId,
      person: {
        ...person,
        postalCode: '000-0012',
        address: `青羽市東町${house}丁目${house}番${house}号`,
        phone: `000-223-10${house.padStart(2, '0')}`,
      },
    })
  }
}

/** Of the practice groups only the names are known: whom to turn to, and where. */
async function addContacts({ ask, today }: Pick<PaperSource, 'ask' | 'today'>): Promise<void> {
  const groups = await ask('organizations.list', {})
  for (const [position, { id: organizationId }] of groups.entries()) {
    const { id, members, openTasks, ...organization } = await ask('organizations.get', { organizationId })
    void [id, members, openTasks]
    const house = String(position + 1)
    await ask('organizations.save', {
      organizationId,
      organization: {
        ...organization,
        sectors: position % 3 === 0 ? ['elderly', 'disability', 'children'] : ['elderly'],
        areaName: '東部圏域',
        contactPost: '事務局',
        contactName: '窓口　担当',
        postalCode: '000-0012',
        address: `青羽市東町${house}丁目1番1号`,
        phone: `000-223-20${house.padStart(2, '0')}`,
        activities: '見守り、月に一度のサロン',
        checkedOn: addDays(today, -position * 20),
      },
    })
  }
}

/** Every paper that there is of these records, in the order of the shelf. */
export async function everyPaper(source: PaperSource): Promise<readonly PaperToMake[]> {
  return [
    ...shelfPapers(source),
    boxedLabels(source),
    ...letters(source),
    ...localPapers(source, await source.ask('selections.list', { councilId: source.councilId })),
    ...(await officePapers(source)),
  ]
}

function shelfPapers({ ask, councilId, today, held, next }: PaperSource): readonly PaperToMake[] {
  const fiscalYear = fiscalYearOf(today)
  return papers.flatMap((paper): readonly PaperToMake[] => {
    const { of, shelf, formats } = paperFacts[paper]
    // The practice council's next meeting has no agenda yet.
    const meetingId = shelf === 'before-meeting' && paper !== 'agenda' ? next : held
    if (of === 'meeting' && meetingId === null) return []
    return [
      {
        name: paper,
        formats,
        make: (format) => ask('papers.make', { councilId, meetingId, fiscalYear, paper, format }),
      },
    ]
  })
}

/** Labels as they come out where the postal code is asked for in boxes, of the sheet with the smallest faces, begun. */
function boxedLabels({ ask, councilId, today }: PaperSource): PaperToMake {
  const options = { labelSheet: 'twenty-four', startAt: 3, postalBoxes: true } as const
  const wanted = { paper: 'labels', councilId, meetingId: null, fiscalYear: fiscalYearOf(today) } as const
  return {
    name: 'labels-boxed',
    formats: paperFacts.labels.formats,
    make: (format) => ask('papers.make', { ...wanted, format, options }),
  }
}

function letters({ ask, councilId, today, next }: PaperSource): readonly PaperToMake[] {
  return letterKinds.flatMap((kind): readonly PaperToMake[] => {
    const meetingId = letterFacts[kind].of === 'meeting' ? next : null
    if (letterFacts[kind].of === 'meeting' && meetingId === null) return []
    const letter = {
      kind,
      councilId,
      meetingId,
      issuedOn: today,
      replyBy: addDays(today, 10),
      documentNumber: '青社協第12号',
      draft: null,
    }
    const make = (format: PaperFormat) =>
      ask('letters.make', { ...letter, format: format === 'docx' ? 'docx' : 'pdf' })
    return [{ name: kind, formats: ['pdf', 'docx'], make }]
  })
}

function localPapers(
  { ask, today }: Pick<PaperSource, 'ask' | 'today'>,
  selections: readonly { readonly id: SelectionId }[],
): readonly PaperToMake[] {
  const fiscalYear = fiscalYearOf(today)
  const month = Number(today.slice(5, 7))
  const report = { name: 'activity-report', fiscalYear, coordinatorId: null } as const
  const local = (
    name: string,
    paper: Parameters<typeof ask<'localPapers.make'>>[1]['paper'],
  ): PaperToMake => ({
    name,
    formats: paperFormats,
    make: (format) => ask('localPapers.make', { paper, format }),
  })
  const [first] = selections
  return [
    local('activity-month', { ...report, period: 'month', number: month }),
    local('activity-quarter', { ...report, period: 'quarter', number: 2 }),
    local('activity-year', { ...report, period: 'year', number: 1 }),
    local('help-leaflet-a3', { name: 'help-leaflet', areaName: null, size: 'A3' }),
    ...(first === undefined
      ? []
      : [local('recommendation', { name: 'recommendation', selectionId: first.id })]),
  ]
}

async function officePapers({ ask, councilId, today }: PaperSource): Promise<readonly PaperToMake[]> {
  const fiscalYear = fiscalYearOf(today)
  const office = (
    name: string,
    paper: Parameters<typeof ask<'officePapers.make'>>[1]['paper'],
  ): PaperToMake => ({
    name,
    formats: paperFormats,
    make: (format) => ask('officePapers.make', { paper, format }),
  })
  const proposals = await ask('proposals.list', { councilId })
  const runs = await ask('payments.listRuns', { councilId, fiscalYear })
  const [proposal] = proposals
  const [run] = runs
  const closed = runs.find(({ state }) => state === 'closed')
  const year = Number(today.slice(0, 4))
  return [
    ...(proposal === undefined ? [] : [office('proposal', { name: 'proposal', proposalId: proposal.id })]),
    office('proposal-list', { name: 'proposal-list', councilId }),
    office('briefing-list', { name: 'briefing-list', councilId }),
    ...(run === undefined
      ? []
      : [
          office('payment-list', { name: 'payment-list', runId: run.id }),
          office('receipts', { name: 'receipts', runId: run.id }),
        ]),
    ...(closed === undefined
      ? []
      : [office('payment-statements', { name: 'payment-statements', personId: null, year, month: null })]),
    office('budget', { name: 'budget', fiscalYear }),
    office('settlement', { name: 'settlement', fiscalYear }),
    office('year-plan', { name: 'year-plan', councilId, fiscalYear }),
  ]
}
