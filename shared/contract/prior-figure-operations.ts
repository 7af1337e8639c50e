import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { PriorFigureId } from '#shared/domain/ids.ts'
import { fiscalYear, id } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

/** 前からの数: a figure of a 年度 or a month that was read back from a form filled by hand. */
export interface PriorFigure {
  readonly id: PriorFigureId
  /** 1 to 12; null for the whole 年度. */
  readonly month: number | null
  /** '' where it is the whole office's. */
  readonly councilName: string
  /** Whose diary; '' for everybody's. */
  readonly coordinatorName: string
  /** `実績.会議の回数`, `活動件数[訪問].合計`. */
  readonly field: string
  readonly text: string
  readonly fileName: string
  readonly submittedOn: CalendarDate
}

const figureId = id<'prior-figure'>()

export const priorFigureOperations = {
  /** Of a 年度 and of its months. */
  'priorFigures.list': defineRead(z.strictObject({ fiscalYear }))<readonly PriorFigure[]>(),
  'priorFigures.remove': defineWrite(z.strictObject({ figureId }))<null>(),
  /** Refused with `conflict` where the same figure has been read back since. */
  'priorFigures.restore': defineWrite(z.strictObject({ figureId }))<null>(),
} as const
