import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  councilStages,
  meetingNumberings,
  quorumKinds,
  type CouncilLayer,
  type CouncilRules,
  type CouncilStage,
} from '#shared/domain/council.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { calendarDate, id, lineText, longText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

export const secretariatFields = z.strictObject({
  officeName: requiredLine,
  /** 代表者の職・氏名 as it stands on letters: 会長　山田　太郎. */
  representative: lineText,
  postalCode: lineText,
  address: lineText,
  phone: lineText,
  fax: lineText,
  email: lineText,
  /** 担当者: who answers when city hall calls. */
  staffName: lineText,
  cityName: requiredLine,
  /** 宛先 of reports: 青羽市長. */
  addressee: requiredLine,
  addresseeName: lineText,
  /** 担当課. */
  department: lineText,
})
export type Secretariat = z.infer<typeof secretariatFields>

export const councilFields = z.strictObject({
  name: requiredLine,
  layer: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  areaName: requiredLine,
  stage: z.enum(councilStages),
  stageSince: calendarDate.nullable(),
  /** 設置要綱 or whatever it rests on. */
  basis: lineText,
  /** The 連絡会 it grew from. */
  origin: longText,
})
export type CouncilFields = z.infer<typeof councilFields>

export const councilRulesFields = z.strictObject({
  numbering: z.enum(meetingNumberings),
  quorum: z.enum(quorumKinds),
  countsProxy: z.boolean(),
  countsOnline: z.boolean(),
  countsWritten: z.boolean(),
  countsMandate: z.boolean().default(false),
  signers: z.number().int().min(0).max(9),
  seatLimit: z.number().int().min(1).max(999).nullable(),
  noticeDays: z.number().int().min(0).max(365).default(14),
  summaryDays: z.number().int().min(0).max(365).default(2),
  minutesDays: z.number().int().min(0).max(365).default(45),
})

export interface CouncilSummary {
  readonly id: CouncilId
  readonly name: string
  readonly layer: CouncilLayer
  readonly areaName: string
  readonly stage: CouncilStage
}

export interface CouncilDetail extends CouncilSummary {
  readonly basis: string
  readonly origin: string
  readonly stages: readonly { readonly stage: CouncilStage; readonly startedOn: CalendarDate | null }[]
  readonly rules: CouncilRules
}

export const councilOperations = {
  'setup.complete': defineWrite(z.strictObject({ secretariat: secretariatFields, council: councilFields }))<{
    readonly councilId: CouncilId
  }>(),
  'secretariat.get': defineRead(z.strictObject({}))<Secretariat>(),
  'secretariat.save': defineWrite(secretariatFields)<null>(),
  'councils.list': defineRead(z.strictObject({}))<readonly CouncilSummary[]>(),
  'councils.get': defineRead(z.strictObject({ councilId: id<'council'>() }))<CouncilDetail>(),
  'councils.add': defineWrite(councilFields)<{ readonly councilId: CouncilId }>(),
  'councils.saveRules': defineWrite(
    z.strictObject({ councilId: id<'council'>(), rules: councilRulesFields }),
  )<null>(),
}
