import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  AffiliationId,
  CouncilId,
  Id,
  MembershipId,
  OrganizationId,
  PersonId,
} from '#shared/domain/ids.ts'
import {
  type ColumnChoice,
  type ColumnUse,
  columnUses,
  type ImportPlan,
  type PlannedRow,
} from '#shared/domain/import-plan.ts'
import { councilRoles, reappointments } from '#shared/domain/roles.ts'
import { sectors, type Sector } from '#shared/domain/sectors.ts'
import { calendarDate, id, lineText, longText, requiredLine } from './fields.ts'
import { fileToken, type OfferedFile } from './files.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

export const personFields = z.strictObject({
  name: requiredLine,
  kana: lineText,
  postalCode: lineText,
  address: longText,
  phone: lineText,
  phoneNote: lineText,
  fax: lineText,
  email: lineText,
  sectors: z.array(z.enum(sectors)).max(4),
  note: longText,
  organizationName: lineText,
  post: lineText,
})
export type PersonFields = z.infer<typeof personFields>

export const membershipFields = z.strictObject({
  role: z.enum(councilRoles),
  /** 選出区分 as the council's rules call it: 第1号（地縁団体）. */
  category: lineText,
  termFrom: calendarDate.nullable(),
  termTo: calendarDate.nullable(),
  termNote: lineText,
  appointedOn: calendarDate.nullable(),
  exOfficio: z.boolean(),
  /** 新任・再任・残任; null where nobody said. */
  reappointment: z.enum(reappointments).nullable().default(null),
})
export type MembershipFields = z.infer<typeof membershipFields>

export interface PersonRow {
  readonly id: PersonId
  readonly name: string
  readonly kana: string
  readonly organizationName: string
  readonly post: string
  readonly phone: string
  readonly address: string
  readonly email: string
  readonly sectors: readonly Sector[]
}

export interface Seat extends MembershipFields {
  readonly membershipId: MembershipId
  readonly personId: PersonId
  readonly seatNumber: number
  readonly name: string
  readonly kana: string
  readonly organizationName: string
  readonly post: string
  readonly releasedOn: CalendarDate | null
  /** Why it is right although a limit or an earlier term says otherwise; '' where nothing does. */
  readonly despite: string
}

export interface PersonDetail extends PersonFields {
  readonly id: PersonId
  readonly affiliations: readonly {
    readonly id: AffiliationId
    readonly organizationId: OrganizationId | null
    readonly organizationName: string
    readonly post: string
    readonly fromOn: CalendarDate | null
    readonly toOn: CalendarDate | null
  }[]
  readonly memberships: readonly (Seat & { readonly councilId: CouncilId; readonly councilName: string })[]
  readonly statements: readonly {
    readonly text: string
    readonly meetingNumber: number
    readonly heldOn: CalendarDate
    readonly councilName: string
  }[]
  readonly openTasks: readonly { readonly text: string; readonly dueOn: CalendarDate | null }[]
  readonly attended: { readonly held: number; readonly counted: number }
}

export const importChoice = z.strictObject({
  row: z.number().int().min(1),
  /** `take`: as the plan proposes; `leave`: not at all; `join`: it is the person named here. */
  action: z.enum(['take', 'leave', 'join']),
  personId: id<'person'>().nullable(),
  asMember: z.boolean(),
})
export type ImportChoice = z.infer<typeof importChoice>

export const importOthers = ['leave', 'proposed', 'proposed-members'] as const
export type ImportOthers = (typeof importOthers)[number]

const columnLetters = z.string().regex(/^[A-Z]{1,3}$/)
/** What the user has said of the table. */
const tableWish = {
  /** The row with the headings; null: found by what it says. */
  headerRow: z.number().int().min(1).max(100_000).nullable().default(null),
  /** Columns that mean something else than their headings say; null: as a kept mapping for these headings has it, if there is one. */
  mapping: z
    .array(z.strictObject({ column: columnLetters, use: z.enum(columnUses) }))
    .max(256)
    .nullable()
    .default(null),
}

/** A plan with the mark by which `imports.apply` knows that nothing has changed since it was shown. */
export interface OfferedImport extends ImportPlan {
  readonly fingerprint: string
  /** Of all rows; `rows` holds the first of them, as many as were asked for. */
  readonly rowCount: number
  readonly headerRow: number | null
  /** As the columns were read: to be sent back with `imports.apply`. */
  readonly mapping: readonly ColumnChoice[]
  /** Name of the kept mapping that was found by the headings. */
  readonly mappingName: string | null
}

export interface KeptMapping {
  readonly id: Id<'import-mapping'>
  readonly name: string
  readonly fields: readonly { readonly header: string; readonly use: ColumnUse }[]
}

export interface ImportOutcome {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly left: number
  readonly members: number
  readonly organizations: number
}

export const rosterOperations = {
  'roster.listPeople': defineRead(z.strictObject({}))<readonly PersonRow[]>(),
  'roster.getPerson': defineRead(z.strictObject({ personId: id<'person'>() }))<PersonDetail>(),
  'roster.addPerson': defineWrite(
    z.strictObject({
      person: personFields,
      membership: membershipFields.extend({ councilId: id<'council'>() }).nullable(),
      /** Why the seat is right although the limit says otherwise. */
      despite: lineText.default(''),
    }),
  )<{ readonly personId: PersonId }>(),
  'roster.savePerson': defineWrite(
    z.strictObject({ personId: id<'person'>(), person: personFields }),
  )<null>(),
  'roster.removePerson': defineWrite(z.strictObject({ personId: id<'person'>() }))<null>(),
  'roster.restorePerson': defineWrite(z.strictObject({ personId: id<'person'>() }))<null>(),
  'roster.listSeats': defineRead(z.strictObject({ councilId: id<'council'>(), on: calendarDate }))<
    readonly Seat[]
  >(),
  'roster.addMembership': defineWrite(
    z.strictObject({
      councilId: id<'council'>(),
      personId: id<'person'>(),
      membership: membershipFields,
      /** Why the seat is right although it is beyond the limit, or overlaps an earlier one. */
      despite: lineText.default(''),
      /** The predecessor's seat, whose term she goes on with. */
      followsId: id<'membership'>().nullable().default(null),
    }),
  )<{ readonly membershipId: MembershipId }>(),
  'roster.saveMembership': defineWrite(
    z.strictObject({
      membershipId: id<'membership'>(),
      membership: membershipFields,
      despite: lineText.default(''),
    }),
  )<null>(),
  /** 解嘱: the seat ends on a day; what was recorded before stays. */
  'roster.endMembership': defineWrite(
    z.strictObject({ membershipId: id<'membership'>(), on: calendarDate }),
  )<null>(),
  'imports.plan': defineTask(
    z.strictObject({
      file: fileToken,
      sheet: z.string().max(100).nullable(),
      /** Whose seats the rows are compared with. */
      councilId: id<'council'>().nullable().default(null),
      ...tableWish,
      /** So many rows are handed over at once; the rest by `imports.rows`, so that nobody stands still meanwhile. */
      firstRows: z.number().int().min(1).max(50_000).default(50_000),
    }),
  )<OfferedImport>(),
  /** Further rows of the plan that was shown last. Refused with `conflict` where that is another by now. */
  'imports.rows': defineTask(
    z.strictObject({
      fingerprint: z.string().max(100),
      from: z.number().int().min(0).max(50_000),
      count: z.number().int().min(1).max(5000),
    }),
  )<readonly PlannedRow[]>(),
  /** Text copied out of Excel, as a file to be planned. */
  'imports.takeText': defineTask(z.strictObject({ text: z.string().max(8_000_000) }))<OfferedFile>(),
  'importMappings.list': defineRead(z.strictObject({}))<readonly KeptMapping[]>(),
  /** Keeps what the columns of a table mean, to be found again by the same headings. One of the same name is written over. */
  'importMappings.save': defineWrite(
    z.strictObject({
      name: requiredLine,
      fields: z
        .array(z.strictObject({ header: lineText, use: z.enum(columnUses) }))
        .min(1)
        .max(256),
    }),
  )<{ readonly mappingId: Id<'import-mapping'> }>(),
  'importMappings.remove': defineWrite(z.strictObject({ mappingId: id<'import-mapping'>() }))<null>(),
  'importMappings.restore': defineWrite(z.strictObject({ mappingId: id<'import-mapping'>() }))<null>(),
  /**
   * Carries out a plan as it was shown: the file is read and planned again, and refused with `conflict` where
   * the plan would now be another. Of a person recorded already only what the plan names is changed. Refused whole with
   * `seat-limit`, `terms-overlap` or `council-without-members` where new seats ask for a reason and `despite` says none.
   */
  'imports.apply': defineTask(
    z.strictObject({
      file: fileToken,
      sheet: z.string().max(100),
      councilId: id<'council'>().nullable(),
      ...tableWish,
      /** Of the plan that was shown. */
      fingerprint: z.string().max(100),
      choices: z.array(importChoice).max(50_000),
      /** What becomes of rows that `choices` does not name: nothing, or what the plan proposes, with a seat or without. */
      others: z.enum(importOthers).default('leave'),
      /** Why seats are right although they are beyond the limit, or overlap earlier ones: kept with just those. */
      despite: lineText.default(''),
    }),
  )<ImportOutcome>(),
}
