import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type ConstituentKind, kindFamilies, type KindFamily } from '#shared/domain/constituent-kinds.ts'
import {
  type GroupColumnChoice,
  groupColumnUses,
  type GroupImportPlan,
} from '#shared/domain/group-import-plan.ts'
import type { CouncilId, Id, OrganizationId, PersonId } from '#shared/domain/ids.ts'
import { sectors, type Sector } from '#shared/domain/sectors.ts'
import { calendarDate, id, lineText, longText, requiredLine } from './fields.ts'
import { fileToken } from './files.ts'
import { kindCode } from './kind-operations.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

export const organizationFields = z.strictObject({
  /** 団体コード to the character: its leading zeros are part of it. */
  code: lineText,
  name: requiredLine,
  kana: lineText,
  kind: kindCode.nullable(),
  /** Null: the family of its kind. */
  family: z.enum(kindFamilies).nullable(),
  sectors: z.array(z.enum(sectors)).max(4),
  /** 圏域 by name; '' where it belongs to none. One that is not recorded yet is. */
  areaName: lineText,
  postalCode: lineText,
  address: longText,
  phone: lineText,
  fax: lineText,
  email: lineText,
  /** Whom to turn to, in words: not everybody who answers for a group is in the roster. */
  contactPost: lineText,
  contactName: lineText,
  activities: longText,
  note: longText,
  /** 最終確認日. */
  checkedOn: calendarDate.nullable(),
})
export type OrganizationFields = z.infer<typeof organizationFields>

export interface OrganizationRow {
  readonly id: OrganizationId
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly kind: ConstituentKind | null
  /** Its own, or that of its kind; null where neither is known. */
  readonly family: KindFamily | null
  readonly sectors: readonly Sector[]
  readonly areaName: string
  readonly contactName: string
  readonly phone: string
  readonly address: string
  /** People of the roster who belong to it now. */
  readonly people: number
}

export interface OrganizationDetail extends OrganizationFields {
  readonly id: OrganizationId
  readonly members: readonly {
    readonly personId: PersonId
    readonly name: string
    readonly post: string
    /** Seats held now: 青羽市第２層協議体（東部圏域）. */
    readonly councils: readonly { readonly councilId: CouncilId; readonly name: string }[]
  }[]
  /** 宿題 that the group itself took on. */
  readonly openTasks: readonly { readonly text: string; readonly dueOn: CalendarDate | null }[]
}

export const groupImportChoice = z.strictObject({
  row: z.number().int().min(1),
  /** `take`: as the plan proposes; `leave`: not at all; `join`: it is the group named here. */
  action: z.enum(['take', 'leave', 'join']),
  organizationId: id<'organization'>().nullable(),
})
export type GroupImportChoice = z.infer<typeof groupImportChoice>

/** What the user has said of the columns; null: as a kept mapping for these headings has it, if there is one. */
const groupMapping = z
  .array(z.strictObject({ column: z.string().regex(/^[A-Z]{1,3}$/), use: z.enum(groupColumnUses) }))
  .max(256)
  .nullable()
  .default(null)

/** The row that the user named as the heading; null: as it is found by what it says. */
const groupHeaderRow = z.number().int().min(1).max(100_000).nullable().default(null)

export interface OfferedGroupImport extends GroupImportPlan {
  /** As the user named it; null where it was found. */
  readonly headerRow: number | null
  /** With which it was read, to be sent along; and the name under which it was kept, or null. */
  readonly mapping: readonly GroupColumnChoice[]
  readonly mappingName: string | null
  /** By which `organizations.applyImport` knows that nothing has changed since it was shown. */
  readonly fingerprint: string
}

export interface GroupImportOutcome {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly left: number
}

export const organizationOperations = {
  'organizations.list': defineRead(z.strictObject({}))<readonly OrganizationRow[]>(),
  'organizations.get': defineRead(
    z.strictObject({ organizationId: id<'organization'>() }),
  )<OrganizationDetail>(),
  'organizations.add': defineWrite(z.strictObject({ organization: organizationFields }))<{
    readonly organizationId: OrganizationId
  }>(),
  'organizations.save': defineWrite(
    z.strictObject({ organizationId: id<'organization'>(), organization: organizationFields }),
  )<null>(),
  /** Refused with `still-has-people` while somebody of the roster belongs to it. */
  'organizations.remove': defineWrite(z.strictObject({ organizationId: id<'organization'>() }))<null>(),
  'organizations.restore': defineWrite(z.strictObject({ organizationId: id<'organization'>() }))<null>(),
  /** What an import of groups would do; null where the table is one of people. Refused with `no-table-found` where nothing stands in the row named as its heading. */
  'organizations.planImport': defineTask(
    z.strictObject({
      file: fileToken,
      sheet: z.string().max(100).nullable(),
      headerRow: groupHeaderRow,
      mapping: groupMapping,
    }),
  )<OfferedGroupImport | null>(),
  /** Keeps what the columns of a list of groups mean, to be found again by the same headings. Removed by `importMappings.remove`. */
  'organizations.keepMapping': defineWrite(
    z.strictObject({
      name: requiredLine,
      fields: z
        .array(z.strictObject({ header: lineText, use: z.enum(groupColumnUses) }))
        .min(1)
        .max(256),
    }),
  )<{ readonly mappingId: Id<'import-mapping'> }>(),
  'organizations.applyImport': defineTask(
    z.strictObject({
      file: fileToken,
      sheet: z.string().max(100),
      headerRow: groupHeaderRow,
      mapping: groupMapping,
      fingerprint: z.string().max(100),
      choices: z.array(groupImportChoice).max(50_000),
    }),
  )<GroupImportOutcome>(),
}
