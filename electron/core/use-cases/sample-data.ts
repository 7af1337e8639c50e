import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { secretariatFields } from '#shared/contract/council-operations.ts'
import type { Result } from '#shared/contract/errors.ts'
import { calendarDate, clockTime } from '#shared/contract/fields.ts'
import { attendancePatch } from '#shared/contract/attendance-patch.ts'
import { agendaItemFields } from '#shared/contract/meeting-operations.ts'
import { addDays, daysBetween, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { councilStages } from '#shared/domain/council.ts'
import { statementKinds, taskStatuses } from '#shared/domain/meeting.ts'
import { councilRoles } from '#shared/domain/roles.ts'
import { sectors } from '#shared/domain/sectors.ts'
import type { TaskContext } from '../context.ts'
import { enterLocalSample, type LocalSample } from '../records/enter-local-sample.ts'

/** The practice council as it lies in resources/sample/practice.json. Dates are moved, so that practice is always about now. */
const practiceFile = z.object({
  secretariat: secretariatFields,
  council: z.object({
    name: z.string(),
    layer: z.literal(2),
    areaName: z.string(),
    stage: z.enum(councilStages),
    basis: z.string(),
    origin: z.string(),
  }),
  heldOn: calendarDate,
  startsAt: clockTime,
  endsAt: clockTime,
  place: z.string(),
  audience: z.number(),
  next: z.object({ on: calendarDate, startsAt: clockTime, place: z.string() }),
  people: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      kana: z.string(),
      organizationName: z.string(),
      post: z.string(),
      role: z.enum(councilRoles),
      sectors: z.array(z.enum(sectors)),
    }),
  ),
  agenda: z.array(agendaItemFields.omit({ internalNote: true }).extend({ key: z.string() })),
  attendance: z.array(attendancePatch.extend({ key: z.string() })),
  statements: z.array(
    z.object({ item: z.string(), speaker: z.string(), kind: z.enum(statementKinds), text: z.string() }),
  ),
  decisions: z.array(z.object({ item: z.string(), text: z.string() })),
  tasks: z.array(
    z.object({
      item: z.string(),
      text: z.string(),
      owner: z.string(),
      dueOn: calendarDate,
      dueText: z.string(),
      status: z.enum(taskStatuses),
    }),
  ),
})
const localSample = z.custom<LocalSample>((value) => typeof value === 'object' && value !== null)
type PracticeFile = z.infer<typeof practiceFile>

type Dispatch = (operation: string, input: unknown) => Promise<Result<unknown>>
type Ask = <Name extends OperationName>(name: Name, input: GivenTo<Name>) => Promise<OutputOf<Name>>

/** The last practice meeting lies so many days back, the next so many ahead. */
const daysSinceLast = 40
const daysUntilNext = 17

/**
 * Enters the practice council through the same operations as a clerk would: what the contract refuses cannot
 * come in this way either. Throws where an operation fails, since then the sample itself is wrong.
 */
export async function fillWithSample(
  dispatch: Dispatch,
  resources: string,
  files: TaskContext['files'],
): Promise<void> {
  const written: unknown = JSON.parse(await readFile(join(resources, 'sample', 'practice.json'), 'utf8'))
  const sample = practiceFile.parse(written)
  const ask: Ask = async (name, input) => {
    const result = await dispatch(name, input)
    if (!result.ok) throw new Error(`sample data: ${name} refused with ${result.error.code}`)
    // `dispatch` answers an operation with the output that the contract declares for it.
    return result.value as OutputOf<typeof name>
  }
  const { today } = await ask('system.getStatus', {})
  const shift = daysBetween(sample.heldOn, addDays(today, -daysSinceLast))
  const moved = (date: CalendarDate): CalendarDate => addDays(date, shift)
  const councilId = await enterCouncil(ask, sample, today)
  const meetingId = await enterMeeting(ask, sample, {
    councilId,
    moved,
    nextOn: addDays(today, daysUntilNext),
  })
  await ask('minutes.confirm', { meetingId, confirmedBy: sample.secretariat.staffName })
  await enterArea(ask, localSample.parse(written), { sample, councilId, meetingId, today })
  await enterNextMeeting(ask, sample, councilId, addDays(today, daysUntilNext))
  // Meetings that are planned in practice begin with the 次第 of the one that was held.
  await ask('agendaTemplates.takeFromMeeting', { meetingId })
  await enterForm(ask, resources, files)
}

/** The form of the practice city, mapped, so that there is one to try. */
async function enterForm(ask: Ask, resources: string, files: TaskContext['files']): Promise<void> {
  const bytes = new Uint8Array(await readFile(join(resources, 'sample', 'kaisai-houkokusho.xlsx')))
  const { token } = files.put('kaisai-houkokusho.xlsx', bytes)
  await ask('forms.add', { file: token, mapping: null })
}

type CouncilIdOf = OutputOf<'setup.complete'>['councilId']

async function enterCouncil(ask: Ask, sample: PracticeFile, today: CalendarDate): Promise<CouncilIdOf> {
  const { councilId } = await ask('setup.complete', {
    secretariat: sample.secretariat,
    council: { ...sample.council, stageSince: null },
  })
  for (const { key: _key, role, sectors: fields, ...person } of sample.people) {
    await ask('roster.addPerson', {
      person: {
        ...person,
        sectors: fields,
        postalCode: '',
        address: '',
        phone: '',
        phoneNote: '',
        fax: '',
        email: '',
        note: '',
      },
      membership: {
        councilId,
        role,
        category: '',
        termFrom: addDays(today, -200),
        termTo: addDays(today, 530),
        termNote: '',
        appointedOn: addDays(today, -200),
        exOfficio: false,
      },
    })
  }
  return councilId
}

interface AreaPlace {
  readonly sample: PracticeFile
  readonly councilId: CouncilIdOf
  readonly meetingId: OutputOf<'meetings.plan'>['meetingId']
  readonly today: CalendarDate
}

/** 地域 and the coordinator's diary. What is wrong in the file the operations refuse one by one. */
async function enterArea(ask: Ask, local: LocalSample, place: AreaPlace): Promise<void> {
  const { sample, councilId, meetingId, today } = place
  const { roll } = await ask('meetings.get', { meetingId })
  const people = new Map(
    sample.people.flatMap(({ key }, position) => {
      const personId = roll[position]?.personId ?? null
      return personId === null ? [] : [[key, personId] as const]
    }),
  )
  const { areaName } = sample.council
  await enterLocalSample(ask, local, { councilId, meetingId, areaName, today, people })
}

interface MeetingPlace {
  readonly councilId: CouncilIdOf
  readonly moved: (date: CalendarDate) => CalendarDate
  readonly nextOn: CalendarDate
}

async function enterMeeting(ask: Ask, sample: PracticeFile, { councilId, moved, nextOn }: MeetingPlace) {
  const heldOn = moved(sample.heldOn)
  const { startsAt, endsAt, place, audience, next } = sample
  const { meetingId } = await ask('meetings.plan', {
    councilId,
    heldOn,
    startsAt,
    endsAt,
    place,
    method: 'in-person',
    number: null,
  })
  const items = new Map<string, OutputOf<'meetings.addAgendaItem'>['agendaItemId']>()
  for (const { key, ...item } of sample.agenda) {
    const { agendaItemId } = await ask('meetings.addAgendaItem', {
      meetingId,
      item: { ...item, internalNote: '' },
      after: null,
    })
    items.set(key, agendaItemId)
  }
  const { roll } = await ask('meetings.get', { meetingId })
  const lineOf = (key: string) => roll[sample.people.findIndex((person) => person.key === key)]
  for (const { key, ...patch } of sample.attendance) {
    const line = lineOf(key)
    const reply = patch.presence === 'absent' ? 'absent' : patch.presence === 'proxy' ? 'proxy' : 'attend'
    if (line)
      await ask('attendance.save', {
        attendanceId: line.id,
        patch: { ...patch, reply, replyChannel: 'phone' },
      })
  }
  for (const { item, speaker, ...statement } of sample.statements) {
    const agendaItemId = items.get(item)
    if (agendaItemId === undefined) continue
    const attendanceId = lineOf(speaker)?.id ?? null
    await ask('minutes.addStatement', {
      meetingId,
      statement: { ...statement, agendaItemId, attendanceId, spokenAt: null },
      after: null,
    })
  }
  for (const [place, { item, text }] of sample.decisions.entries()) {
    const agendaItemId = items.get(item)
    if (agendaItemId === undefined) continue
    const { decisionId } = await ask('minutes.addDecision', {
      meetingId,
      agendaItemId,
      statementId: null,
      text,
    })
    // One was voted on, the others stand by consent, as is usual.
    if (place === 1)
      await ask('minutes.setVote', {
        decisionId,
        vote: { method: 'hands', inFavour: 9, against: 0, abstained: 1, note: '', ballots: [] },
      })
  }
  for (const { item, status, dueOn, ...task } of sample.tasks) {
    const { taskId } = await ask('minutes.addTask', {
      meetingId,
      agendaItemId: items.get(item) ?? null,
      task: { ...task, dueOn: task.dueText.startsWith('次回') ? nextOn : moved(dueOn), ownerPersonId: null },
    })
    if (status !== 'open') await ask('tasks.setStatus', { taskId, status, why: '' })
  }
  const invitees = await ask('meetings.listInvitees', { meetingId })
  await ask('attendance.setInvitations', {
    meetingId,
    invitations: invitees.map(({ attendanceId, usual }) => ({
      attendanceId,
      invited: { by: usual, on: addDays(heldOn, -16) },
    })),
  })
  await ask('meetings.save', {
    meetingId,
    meeting: {
      heldOn,
      startsAt,
      endsAt,
      place,
      audience,
      method: 'in-person',
      note: '',
      nextOn,
      nextStartsAt: next.startsAt,
      nextPlace: next.place,
      noticeSentOn: addDays(heldOn, -16),
      summarySentOn: addDays(heldOn, 1),
    },
  })
  return meetingId
}

async function enterNextMeeting(
  ask: Ask,
  sample: PracticeFile,
  councilId: CouncilIdOf,
  heldOn: CalendarDate,
): Promise<void> {
  const { startsAt, endsAt, place } = sample
  const { meetingId } = await ask('meetings.plan', {
    councilId,
    heldOn,
    startsAt,
    endsAt,
    place,
    method: 'in-person',
    number: null,
  })
  const opening = sample.agenda[0]
  if (!opening) return
  const { key: _key, ...item } = opening
  await ask('meetings.addAgendaItem', { meetingId, item: { ...item, internalNote: '' }, after: null })
}
