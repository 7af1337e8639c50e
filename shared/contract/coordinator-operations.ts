import { z } from 'zod'
import { dedications, employers, workings } from '#shared/domain/coordinator.ts'
import { councilLayers } from '#shared/domain/council.ts'
import type { CoordinatorId, SelectionId } from '#shared/domain/ids.ts'
import { calendarDate, id, lineText } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

const coordinatorId = id<'coordinator'>()

/** A 生活支援コーディネーター in office: layer, area and term. */
export const coordinatorFields = z.strictObject({
  personId: id<'person'>(),
  layer: z.literal(councilLayers),
  /** Empty: the whole town. */
  areaName: lineText,
  employer: z.enum(employers),
  working: z.enum(workings),
  dedicated: z.enum(dedications),
  /** 資格. */
  qualification: lineText,
  fromOn: calendarDate,
  toOn: calendarDate.nullable(),
})
export type CoordinatorFields = z.infer<typeof coordinatorFields>

export interface Coordinator extends CoordinatorFields {
  readonly id: CoordinatorId
  readonly name: string
  /** The choice that led here; null: in office before the record began. */
  readonly selectionId: SelectionId | null
}

export const coordinatorOperations = {
  /** Those in office first, by layer and area. */
  'coordinators.list': defineRead(z.strictObject({}))<readonly Coordinator[]>(),
  'coordinators.add': defineWrite(z.strictObject({ coordinator: coordinatorFields }))<{
    readonly coordinatorId: CoordinatorId
  }>(),
  'coordinators.save': defineWrite(z.strictObject({ coordinatorId, coordinator: coordinatorFields }))<null>(),
  /** Refused with `in-use-elsewhere` where a diary is kept: then the term is ended instead. */
  'coordinators.remove': defineWrite(z.strictObject({ coordinatorId }))<null>(),
  'coordinators.restore': defineWrite(z.strictObject({ coordinatorId }))<null>(),
}
