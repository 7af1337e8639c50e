import { Refusal } from '#shared/contract/errors.ts'
import {
  letterFacts,
  letterKinds,
  type LetterKind,
  type letterOperations,
  type LetterTemplate,
} from '#shared/contract/letter-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { formatDocumentNumber, numberingYear } from '#shared/domain/document-number.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { readAddressees } from '../records/read-addressees.ts'
import { listSeatsWithContact } from '../records/read-council-record.ts'
import { readMeetingRecord } from '../records/read-meeting-record.ts'
import { inSeatOrder, isStaff, type MeetingRecord } from '../reports/documents/meeting-record.ts'
import { fileNameOf, safeFileName } from '../reports/file-name.ts'
import { letterDocument } from '../reports/letters/letter-document.ts'
import { unknownFields } from '../reports/letters/letter-text.ts'
import { letterFields, type LetterSource, type Recipient } from '../reports/letters/letter-values.ts'
import { shippedLetters } from '../reports/letters/shipped-letters.ts'
import { writeDocument } from '../reports/write-document.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import {
  forgetOwnLetter,
  getNumberFormat,
  listDocumentNumbers,
  listOwnLetters,
  nextDocumentNumber,
  saveNumberFormat,
  saveOwnLetter,
  takeDocumentNumber,
} from '../store/letter-store.ts'
import { getPaperSettings } from '../store/paper-settings-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'

type LetterOperation = OperationsOf<typeof letterOperations>

function letterTemplates(db: ReadDb): readonly LetterTemplate[] {
  const own = new Map(listOwnLetters(db).map((letter) => [letter.kind, letter]))
  return letterKinds.map((kind) => {
    const changed = own.get(kind)
    return changed === undefined
      ? { kind, ...shippedLetters[kind], changed: false }
      : { kind, subject: changed.subject, body: changed.body, changed: true }
  })
}

/** Stands in a draft's letter while nobody is there to send it to. */
const anybody: Recipient = {
  organizationName: '（団体名）',
  post: '（役職）',
  name: '（氏名）',
  role: '委員',
  category: '',
  termFrom: null,
  termTo: null,
}

/** To whom a letter goes: a notice to the roll but for the secretariat, a request to each group once, the rest to the members. */
function recipientsOf(
  context: ReadContext,
  kind: LetterKind,
  councilId: CouncilId,
  record: MeetingRecord | null,
  on: CalendarDate,
): readonly Recipient[] {
  if (record !== null && letterFacts[kind].of === 'meeting') {
    return inSeatOrder(record.meeting.roll)
      .filter((line) => !isStaff(line))
      .map(({ organizationName, post, name, role }) => ({
        ...anybody,
        organizationName,
        post,
        name,
        role: councilRoleNames[role],
      }))
  }
  const members = listSeatsWithContact({ db: context.db, today: on }, councilId)
    .filter((seat) => isMemberRole(seat.role))
    .map(({ organizationName, post, name, role, category, termFrom, termTo }) => ({
      organizationName,
      post,
      name,
      role: councilRoleNames[role],
      category,
      termFrom,
      termTo,
    }))
  if (kind !== 'recommendation-request' && kind !== 'recommendation-form') return members
  const groups = new Map(members.map((member) => [member.organizationName, member]))
  groups.delete('')
  return [...groups.values()].map((member) => ({ ...member, post: '', name: '' }))
}

/** 委嘱状 of 1 April are made in March: they go to whoever sits there on their own date. */
const lettersDay = ({ today }: ReadContext, issuedOn: CalendarDate): CalendarDate =>
  issuedOn > today ? issuedOn : today

function readRecord(
  context: ReadContext,
  kind: LetterKind,
  meetingId: MeetingId | null,
): MeetingRecord | null {
  if (meetingId !== null) return readMeetingRecord(context, meetingId, 'now')
  if (letterFacts[kind].of === 'meeting') throw new Refusal('not-found')
  return null
}

/** A wording that names a field that there is not makes no letter: the mistake would go out by post. */
function refuseUnknown(wording: { readonly subject: string; readonly body: string }): void {
  const [first] = unknownFields(`${wording.subject}\n${wording.body}`)
  if (first === undefined) return
  throw new Refusal('letter-field-unknown', { field: first.field, nearest: first.nearest ?? '' })
}

export const letterHandlers: Handlers<LetterOperation> = {
  'letters.list': ({ db }) => letterTemplates(db),
  'letters.fields': () => letterFields,
  'letters.check': (_context, { subject, body }) => unknownFields(`${subject}\n${body}`),
  'letters.save': ({ db, ids }, letter) => {
    saveOwnLetter(db, ids.next<'letter-template'>(), letter)
    return null
  },
  'letters.reset': ({ db }, { kind }) => {
    forgetOwnLetter(db, kind)
    return null
  },
  'letters.make': async (context, input) => {
    const { kind, councilId, meetingId, draft } = input
    const { wording, sources, fileName } = context.read((reading) => {
      const council = getCouncilById(reading.db, councilId)
      if (!council) throw new Refusal('not-found')
      const secretariat = getSecretariat(reading.db)
      if (!secretariat) throw new Refusal('not-set-up')
      const record = readRecord(reading, kind, meetingId)
      const on = lettersDay(reading, input.issuedOn)
      const everybody =
        input.to === null
          ? recipientsOf(reading, kind, councilId, record, on)
          : readAddressees({ ...reading, today: on }, councilId, input.to.source, input.to.only)
      if (everybody.length === 0 && draft === null) throw new Refusal('no-members')
      const recipients = draft === null ? everybody : [everybody[0] ?? anybody]
      const kept = letterTemplates(reading.db).find((each) => each.kind === kind)
      const { issuedOn, replyBy, documentNumber } = input
      const { replySlip } = getPaperSettings(reading.db)
      const common = { council, secretariat, record, issuedOn, replyBy, documentNumber, replySlip }
      const { name } = letterFacts[kind]
      return {
        wording: draft ?? kept ?? shippedLetters[kind],
        sources: recipients.map((recipient): LetterSource => ({ ...common, recipient })),
        fileName:
          record === null
            ? `${safeFileName([formatWareki(issuedOn, 'short'), council.name, name].join('_'))}.${input.format}`
            : fileNameOf(record.meeting, name, input.format),
      }
    })
    if (draft === null) refuseUnknown(wording)
    const bytes = await writeDocument(
      context.printer,
      letterDocument(kind, wording, sources),
      input.format,
      (done, total) => context.progress(done, total),
    )
    return { ...context.files.put(fileName, bytes), letters: sources.length }
  },
  'letters.numbers': ({ db }, { fiscalYear }) => {
    const format = getNumberFormat(db)
    const textOf = (number: number): string => formatDocumentNumber(format, fiscalYear, number)
    return {
      format,
      next: textOf(nextDocumentNumber(db, fiscalYear)),
      taken: listDocumentNumbers(db, fiscalYear).map((taken) => ({ ...taken, text: textOf(taken.number) })),
    }
  },
  'letters.takeNumber': ({ db, ids }, { subject, issuedOn }) => {
    const fiscalYear = numberingYear(issuedOn)
    const number = nextDocumentNumber(db, fiscalYear)
    takeDocumentNumber(db, { id: ids.next<'document-number'>(), fiscalYear, number, subject, issuedOn })
    return { number, subject, issuedOn, text: formatDocumentNumber(getNumberFormat(db), fiscalYear, number) }
  },
  'letters.saveNumberFormat': ({ db }, { format }) => {
    saveNumberFormat(db, format)
    return null
  },
}
