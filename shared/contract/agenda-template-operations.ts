import { z } from 'zod'
import type { NamedAgendaId } from '#shared/domain/ids.ts'
import { agendaKinds } from '#shared/domain/meeting.ts'
import { id, lineText, longText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

/** When an item of the usual 次第 comes: at each meeting, or at the first of a 年度 (委員の自己紹介, 年間計画). */
export const recurrences = ['always', 'first'] as const
export type Recurrence = (typeof recurrences)[number]
export const recurrenceNames: Readonly<Record<Recurrence, string>> = {
  always: '毎回',
  first: '年度の初回だけ',
}

export const templateItem = z.strictObject({
  recurs: z.enum(recurrences),
  kind: z.enum(agendaKinds),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  title: requiredLine,
  plannedMinutes: z.number().int().min(0).max(600).nullable(),
  presenter: lineText,
  internalNote: longText,
})
export type TemplateItem = z.infer<typeof templateItem>

/** A 次第 to begin from. `namedAgendaId` null: いつもの次第, which new meetings begin with by themselves. */
export interface AgendaTemplate {
  readonly namedAgendaId: NamedAgendaId | null
  readonly name: string
  readonly items: number
}
export const usualAgendaName = 'いつもの次第'

const councilId = id<'council'>()
const namedAgendaId = id<'named-agenda'>()
/** null, or left out: the usual one. */
const whichAgenda = namedAgendaId.nullable().default(null)

export const agendaTemplateOperations = {
  /** The usual 次第 of a council first, then the others by name. */
  'agendaTemplates.list': defineRead(z.strictObject({ councilId }))<readonly AgendaTemplate[]>(),
  'agendaTemplates.get': defineRead(z.strictObject({ councilId, namedAgendaId: whichAgenda }))<
    readonly TemplateItem[]
  >(),
  'agendaTemplates.save': defineWrite(
    z.strictObject({ councilId, namedAgendaId: whichAgenda, items: z.array(templateItem).max(60) }),
  )<null>(),
  /** A further one under a name of its own; refused with `name-taken` where the council has one of that name. */
  'agendaTemplates.add': defineWrite(
    z.strictObject({ councilId, name: requiredLine, items: z.array(templateItem).max(60) }),
  )<{ readonly namedAgendaId: NamedAgendaId }>(),
  'agendaTemplates.rename': defineWrite(z.strictObject({ namedAgendaId, name: requiredLine }))<null>(),
  'agendaTemplates.remove': defineWrite(z.strictObject({ namedAgendaId }))<null>(),
  'agendaTemplates.restore': defineWrite(z.strictObject({ namedAgendaId }))<null>(),
  /**
   * Takes the 次第 of a meeting as the council's usual one, or under a name (in the place of the one of that name),
   * without what belonged to that day.
   */
  'agendaTemplates.takeFromMeeting': defineWrite(
    z.strictObject({ meetingId: id<'meeting'>(), name: lineText.default('') }),
  )<{ readonly items: number; readonly namedAgendaId: NamedAgendaId | null }>(),
  /** Puts a 次第 of its council into a meeting, behind what it has. */
  'agendaTemplates.apply': defineWrite(
    z.strictObject({ meetingId: id<'meeting'>(), namedAgendaId: whichAgenda }),
  )<{
    readonly added: number
  }>(),
}
