import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type CouncilLayer, councilStages, type CouncilStage } from '#shared/domain/council.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { AreaId, CouncilId } from '#shared/domain/ids.ts'
import { calendarDate, id, lineText, longText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

/** A step of a council's making: 情報交換の場 → 準備会 → 設置. */
export interface StageStep {
  readonly stage: CouncilStage
  readonly startedOn: CalendarDate | null
  /** What it rests on: 設置要綱, the minutes that decided it. */
  readonly document: string
}

export interface BoardCouncil {
  readonly id: CouncilId
  readonly name: string
  readonly layer: CouncilLayer
  /** How far it has come. */
  readonly stage: CouncilStage
  readonly steps: readonly StageStep[]
  readonly hasMembers: boolean
  /** The 連絡会 that it grew from; '' where none is recorded. */
  readonly origin: string
}

/** A council as a line of the list of all: how far it has come, who sits there, when it meets again. */
export interface CouncilLine extends BoardCouncil {
  readonly areaName: string
  readonly basis: string
  /** Most members the rules allow; null where they set no limit. */
  readonly seatLimit: number | null
  /** Seats of members that are filled today. */
  readonly members: number
  readonly nextMeeting: {
    readonly heldOn: CalendarDate
    readonly startsAt: ClockTime
    readonly place: string
  } | null
}

export interface BoardArea {
  readonly id: AreaId
  readonly parentId: AreaId | null
  readonly name: string
  /** 0 for the topmost. */
  readonly depth: number
  readonly councils: readonly BoardCouncil[]
}

/** What a council is made of by its 要綱. */
export const councilMakeUp = z.strictObject({
  /** 設置要綱 or whatever it rests on. */
  basis: lineText,
  /** What it grew from, in words. */
  origin: longText,
  /** The 連絡会 that it grew from, where that is a group of the roster. */
  originOrganizationId: id<'organization'>().nullable(),
  /** False: nobody is a member; those whose opinion is heard sit there as observers (意見を聴く者). */
  hasMembers: z.boolean(),
})
export type CouncilMakeUp = z.infer<typeof councilMakeUp>

export const councilBoardOperations = {
  'councilBoard.makeUp': defineRead(z.strictObject({ councilId: id<'council'>() }))<CouncilMakeUp>(),
  'councilBoard.saveMakeUp': defineWrite(
    z.strictObject({ councilId: id<'council'>(), makeUp: councilMakeUp }),
  )<null>(),
  /** Every area from the top of the tree down, with its councils and how far each has come. */
  'councilBoard.get': defineRead(z.strictObject({}))<readonly BoardArea[]>(),
  /** Every council, the first layer at the top. */
  'councilBoard.list': defineRead(z.strictObject({}))<readonly CouncilLine[]>(),
  'councilBoard.steps': defineRead(z.strictObject({ councilId: id<'council'>() }))<readonly StageStep[]>(),
  /** Records a step, or puts it right. A council stands at the furthest one recorded. */
  'councilBoard.setStep': defineWrite(
    z.strictObject({
      councilId: id<'council'>(),
      stage: z.enum(councilStages),
      startedOn: calendarDate.nullable(),
      document: lineText,
    }),
  )<null>(),
  /** Refused with `conflict` for the only step: a council stands somewhere. */
  'councilBoard.removeStep': defineWrite(
    z.strictObject({ councilId: id<'council'>(), stage: z.enum(councilStages) }),
  )<null>(),
  'areas.add': defineWrite(z.strictObject({ name: requiredLine, parentId: id<'area'>().nullable() }))<{
    readonly areaId: AreaId
  }>(),
  /** Hangs an area below another, or at the top. Refused with `conflict` where the tree would run in a circle. */
  'areas.move': defineWrite(
    z.strictObject({ areaId: id<'area'>(), parentId: id<'area'>().nullable() }),
  )<null>(),
}
