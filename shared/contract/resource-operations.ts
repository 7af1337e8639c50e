import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ResourceId } from '#shared/domain/ids.ts'
import type { ResourceImportPlan } from '#shared/domain/resource-import-plan.ts'
import { resourceVisibilities } from '#shared/domain/resource.ts'
import { sectors } from '#shared/domain/sectors.ts'
import { calendarDate, helpKind, id, lineText, longText, requiredLine } from './fields.ts'
import { fileToken } from './files.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

const resourceId = id<'resource'>()

/** The columns of a 地域資源一覧. */
export const resourceFields = z.strictObject({
  name: requiredLine,
  kana: lineText,
  kind: helpKind.nullable(),
  /** Empty: everywhere. */
  areaName: lineText,
  /** 運営主体. */
  operator: lineText,
  /** The group of the roster that runs it; null: it is not there, or nobody has said. */
  organizationId: id<'organization'>().nullable(),
  /** 窓口: whom to ask, with a number. */
  contact: lineText,
  place: lineText,
  /** 開催日・頻度. */
  schedule: lineText,
  sectors: z.array(z.enum(sectors)).max(4),
  /** 対象, in words. */
  audience: lineText,
  content: longText,
  fee: lineText,
  capacity: lineText,
  /** 担い手. */
  helpers: lineText,
  transport: lineText,
  /** 申込み. */
  application: lineText,
  visibility: z.enum(resourceVisibilities),
  /** 情報源. */
  source: lineText,
})
export type ResourceFields = z.infer<typeof resourceFields>

/** A resource of which nothing is known yet. Somebody decides to show it: what a group does is not public by itself. */
export const blankResource: ResourceFields = {
  name: '',
  kana: '',
  kind: null,
  areaName: '',
  organizationId: null,
  operator: '',
  contact: '',
  place: '',
  schedule: '',
  sectors: [],
  audience: '',
  content: '',
  fee: '',
  capacity: '',
  helpers: '',
  transport: '',
  application: '',
  visibility: 'related',
  source: '',
}

export interface Resource extends ResourceFields {
  readonly id: ResourceId
  readonly checkedOn: CalendarDate | null
  readonly checkedBy: string
  /** As the roster has it; empty without one. */
  readonly organizationName: string
}

/** Where a new resource comes from: a group of the roster, or an entry of the diary. */
export const resourceOrigin = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('organization'), id: id<'organization'>() }),
  z.strictObject({ of: z.literal('activity'), id: id<'activity'>() }),
])
export type ResourceOrigin = z.infer<typeof resourceOrigin>

export const resourceOperations = {
  /** By area, kind and kana. */
  'resources.list': defineRead(z.strictObject({}))<readonly Resource[]>(),
  /** What a group of the roster offers. */
  'resources.ofGroup': defineRead(z.strictObject({ organizationId: id<'organization'>() }))<
    readonly Resource[]
  >(),
  /** What is known already of a resource from there; nothing is written. */
  'resources.suggest': defineRead(resourceOrigin)<ResourceFields>(),
  /** The entry of the diary that it comes from is tied to it. */
  'resources.add': defineWrite(
    z.strictObject({ resource: resourceFields, activityId: id<'activity'>().nullable().default(null) }),
  )<{
    readonly resourceId: ResourceId
  }>(),
  'resources.save': defineWrite(z.strictObject({ resourceId, resource: resourceFields }))<null>(),
  'resources.remove': defineWrite(z.strictObject({ resourceId }))<null>(),
  'resources.restore': defineWrite(z.strictObject({ resourceId }))<null>(),
  /** Reads a list of resources and writes nothing; null where the file holds none. */
  'resources.planImport': defineTask(z.strictObject({ file: fileToken }))<ResourceImportPlan | null>(),
  /** Takes the rows named, read anew from the file. Refused with `conflict` where a row cannot be taken. */
  'resources.applyImport': defineTask(
    z.strictObject({ file: fileToken, rows: z.array(z.number().int().min(1)).max(20_000) }),
  )<{ readonly added: number; readonly changed: number; readonly left: number }>(),
  /** 確認: it is still so, on that day, asked by. */
  'resources.check': defineWrite(
    z.strictObject({ resourceId, checkedOn: calendarDate, checkedBy: lineText }),
  )<null>(),
}
