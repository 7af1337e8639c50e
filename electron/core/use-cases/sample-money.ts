import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { addDays, type CalendarDate, fiscalYearOf, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import type { Result } from '#shared/contract/errors.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import { sectors } from '#shared/domain/sectors.ts'
import { countedPayments } from '#shared/domain/ledger.ts'
import { briefingAudiences } from '#shared/domain/proposal.ts'
import { councilRoles } from '#shared/domain/roles.ts'

const budgetLine = z.object({
  name: z.string(),
  amount: z.number(),
  counts: z.enum(countedPayments).default('none'),
  voucher: z.object({ text: z.string(), partner: z.string(), amount: z.number() }).nullable(),
})

/** resources/sample/practice-money.json: 働きかけ and money of the practice council, in days before and after today. */
const moneyFile = z.object({
  needs: z.array(
    z.object({
      text: z.string(),
      kind: z.string(),
      sectors: z.array(z.enum(sectors)),
      daysAgo: z.number(),
      discussed: z.boolean(),
      development: z.string().nullable(),
    }),
  ),
  /** The development that has become a resource. */
  grown: z.string(),
  rules: z.array(z.object({ role: z.enum(councilRoles), amount: z.number(), travel: z.number() })),
  taxName: z.string(),
  taxRate: z.number(),
  refuses: z.object({ name: z.string(), because: z.string() }),
  paidToGroup: z.object({ name: z.string(), group: z.string(), kana: z.string() }),
  account: z.object({
    bankName: z.string(),
    bankCode: z.string(),
    bankKana: z.string(),
    branchName: z.string(),
    branchCode: z.string(),
    branchKana: z.string(),
  }),
  sender: z.object({ clientCode: z.string(), nameKana: z.string(), number: z.string() }),
  run: z.object({ title: z.string(), paidInDays: z.number() }),
  proposal: z.object({
    title: z.string(),
    reason: z.string(),
    asks: z.string(),
    handedDaysAgo: z.number(),
    receivedBy: z.string(),
    answerDueInDays: z.number(),
    signatories: z.array(z.object({ name: z.string(), post: z.string(), person: z.string() })),
    step: z.string(),
  }),
  briefings: z.array(
    z.object({
      title: z.string(),
      audience: z.enum(briefingAudiences),
      daysAgo: z.number(),
      place: z.string(),
      residents: z.number(),
      cityStaff: z.number(),
      others: z.number(),
      content: z.string(),
      reactions: z.string(),
      nextStep: z.string(),
    }),
  ),
  budget: z.object({ income: z.array(budgetLine), expense: z.array(budgetLine) }),
  plan: z.object({
    aims: z.string(),
    items: z.array(z.object({ plannedFor: z.string(), theme: z.string(), aim: z.string() })),
  }),
})
type MoneyFile = z.infer<typeof moneyFile>

type Ask = <Name extends OperationName>(name: Name, input: GivenTo<Name>) => Promise<OutputOf<Name>>

type Dispatch = (operation: string, input: unknown) => Promise<Result<unknown>>

interface Filling {
  readonly ask: Ask
  readonly sample: MoneyFile
  readonly councilId: CouncilId
  /** The meeting that was held. */
  readonly meetingId: MeetingId
  readonly today: CalendarDate
  readonly fiscalYear: number
}

/**
 * Enters needs on their way to resources, 働きかけ and money of the practice council, by the same operations as a clerk
 * would; the council and its meetings must be there already. Throws where the sample itself is wrong.
 */
export async function fillWithMoney(dispatch: Dispatch, resources: string): Promise<void> {
  const path = join(resources, 'sample', 'practice-money.json')
  const sample = moneyFile.parse(JSON.parse(await readFile(path, 'utf8')))
  const ask: Ask = async (name, input) => {
    const result = await dispatch(name, input)
    if (!result.ok) throw new Error(`sample data: ${name} refused with ${result.error.code}`)
    // `dispatch` answers an operation with the output that the contract declares for it.
    return result.value as OutputOf<typeof name>
  }
  const { today } = await ask('system.getStatus', {})
  const meetings = await ask('meetings.list', { councilId: null, fiscalYear: null })
  const held = meetings.find((meeting) => meeting.heldOn < today)
  if (held === undefined) return
  const { councilId, fiscalYear } = await ask('meetings.get', { meetingId: held.id })
  const filling: Filling = { ask, sample, councilId, meetingId: held.id, today, fiscalYear }
  await noteNeeds(filling)
  await urge(filling)
  await setRules(filling)
  await pay(filling)
  await keepBooks(filling)
}

async function noteNeeds({ ask, sample, councilId, meetingId, today }: Filling): Promise<void> {
  const { areaName } = await ask('meetings.get', { meetingId })
  const started = new Map<string, typeof sample.needs>()
  const ids = new Map<string, OutputOf<'needs.add'>['needId']>()
  for (const { daysAgo, discussed, development, ...words } of sample.needs) {
    const { needId } = await ask('needs.add', {
      need: {
        ...words,
        councilId,
        areaName,
        source: 'visit',
        notedOn: addDays(today, -daysAgo),
        existingHelp: '',
        response: '',
        owner: '',
        dueOn: null,
      },
    })
    if (discussed) await ask('needs.linkMeeting', { needId, meetingId, linked: true })
    ids.set(words.text, needId)
    if (development !== null)
      started.set(development, [
        ...(started.get(development) ?? []),
        { daysAgo, discussed, development, ...words },
      ])
  }
  for (const [title, needs] of started) await develop({ ask, sample, councilId, today }, title, needs, ids)
}

async function develop(
  { ask, sample, councilId, today }: Pick<Filling, 'ask' | 'sample' | 'councilId' | 'today'>,
  title: string,
  needs: MoneyFile['needs'],
  ids: ReadonlyMap<string, OutputOf<'needs.add'>['needId']>,
): Promise<void> {
  const [first] = needs
  if (first === undefined) return
  const shared = { kind: first.kind, areaName: '東部圏域', sectors: first.sectors }
  const needIds = needs.flatMap(({ text }) => ids.get(text) ?? [])
  const { developmentId } = await ask('developments.add', {
    development: { ...shared, councilId, title, aim: '', partners: '', helpers: '', needIds },
  })
  if (title !== sample.grown) {
    await ask('developments.setState', { developmentId, state: 'trial' })
    return
  }
  const { resourceId } = await ask('resources.add', {
    resource: {
      ...shared,
      name: title,
      kana: '',
      organizationId: null,
      operator: '子ども食堂「わいわい亭」',
      contact: '',
      place: '東町コミュニティセンター',
      schedule: '夏休みの平日',
      audience: '小学生',
      content: '昼ごはんと宿題',
      fee: '1回100円',
      capacity: '20人',
      helpers: '',
      transport: '',
      application: '',
      visibility: 'public',
      source: '協議体',
    },
  })
  await ask('resources.check', { resourceId, checkedOn: today, checkedBy: '戸田' })
  await ask('developments.grow', { developmentId, resourceId, endedOn: today })
}

async function urge({ ask, sample, councilId, meetingId, today }: Filling): Promise<void> {
  const { handedDaysAgo, receivedBy, answerDueInDays, signatories, step, ...words } = sample.proposal
  const handedOn = addDays(today, -handedDaysAgo)
  const secretariat = await ask('secretariat.get', {})
  const { proposalId } = await ask('proposals.add', {
    proposal: {
      ...words,
      councilId,
      kind: 'request',
      addressee: secretariat?.addressee ?? '',
      documentNumber: '',
      writtenOn: handedOn,
      answerDueOn: addDays(today, answerDueInDays),
      signatories: signatories.map((each) => ({ ...each, organizationId: null })),
    },
  })
  const [decision] = (await ask('meetings.get', { meetingId })).decisions
  await ask('proposals.linkMeeting', {
    proposalId,
    meetingId,
    decisionId: decision?.id ?? null,
    statementId: null,
  })
  await ask('proposals.setProgress', {
    proposalId,
    progress: {
      handedOn,
      receivedBy,
      answeredOn: null,
      answerKind: null,
      answer: '',
      closedOn: null,
      closedBecause: '',
    },
  })
  await ask('proposals.addStep', { proposalId, step: { text: step, dueOn: null, doneOn: null } })
  for (const { daysAgo, ...briefing } of sample.briefings)
    await ask('briefings.add', {
      briefing: {
        ...briefing,
        councilId,
        heldOn: addDays(today, -daysAgo),
        startsAt: null,
        endsAt: null,
        speakers: secretariat?.staffName ?? '',
        papers: '',
      },
    })
}

async function setRules({ ask, sample, councilId, fiscalYear, today }: Filling): Promise<void> {
  const { taxName, taxRate } = sample
  const validFrom = makeCalendarDate(fiscalYear, 4, 1) ?? today
  for (const rule of sample.rules)
    await ask('allowanceRules.add', {
      rule: {
        ...rule,
        councilId,
        validFrom,
        validTo: null,
        halfAmount: null,
        halfMinutes: null,
        paysOnline: true,
        paysProxy: true,
        paysWritten: false,
        taxName,
        taxRate,
        taxesTravel: false,
        note: '',
      },
    })
  await setPayees({ ask, sample, councilId }, validFrom)
}

async function setPayees(
  { ask, sample, councilId }: Pick<Filling, 'ask' | 'sample' | 'councilId'>,
  validFrom: CalendarDate,
): Promise<void> {
  const usual = {
    refusedOn: null,
    refusedBecause: '',
    way: 'bank',
    organizationId: null,
    travel: null,
    taxName: null,
    taxRate: null,
    note: '',
  } as const
  const groups = await ask('organizations.list', {})
  const people = await ask('payees.list', { councilId })
  for (const [position, { personId, name, kana, role }] of people.entries()) {
    if (!isMemberRole(role)) continue
    if (name === sample.refuses.name) {
      const { because } = sample.refuses
      await ask('payees.save', {
        personId,
        payee: { ...usual, refusedOn: validFrom, refusedBecause: because },
      })
    } else if (name === sample.paidToGroup.name) {
      const group = groups.find((each) => each.name === sample.paidToGroup.group)
      if (group === undefined) continue
      await ask('payees.save', {
        personId,
        payee: { ...usual, way: 'organization', organizationId: group.id, taxName: '', taxRate: 0 },
      })
      await ask('payees.saveAccount', {
        owner: { kind: 'organization', id: group.id },
        account: {
          ...sample.account,
          kind: 'ordinary',
          holderKana: sample.paidToGroup.kana,
          number: '1000201',
        },
      })
    } else if (position < 8) {
      const account = { ...sample.account, kind: 'ordinary' as const, holderKana: kana }
      const number = String(1_000_101 + position * 11)
      await ask('payees.saveAccount', {
        owner: { kind: 'person', id: personId },
        account: { ...account, number },
      })
    } else await ask('payees.save', { personId, payee: { ...usual, way: 'cash' } })
  }
  const { bankName: _bank, branchName: _branch, ...bank } = sample.account
  await ask('payees.saveSender', {
    sender: { ...bank, ...sample.sender, kind: 'ordinary', lineBreaks: true },
  })
}

async function pay({ ask, sample, councilId, meetingId, today }: Filling): Promise<void> {
  const { title, paidInDays } = sample.run
  const payOn = addDays(today, paidInDays)
  await ask('payments.openRun', { councilId, meetingIds: [meetingId], title, payOn })
}

async function keepBooks({ ask, sample, councilId, fiscalYear, today }: Filling): Promise<void> {
  for (const side of ['income', 'expense'] as const)
    for (const { voucher, ...item } of sample.budget[side]) {
      const { itemId } = await ask('budget.addItem', { item: { ...item, side, fiscalYear, note: '' } })
      if (voucher !== null)
        await ask('budget.addVoucher', { voucher: { ...voucher, itemId, datedOn: addDays(today, -41) } })
    }
  await ask('yearPlan.save', { councilId, fiscalYear: fiscalYearOf(today), plan: sample.plan })
}
