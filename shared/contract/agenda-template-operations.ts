import { z } from 'zod'
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

export const agendaTemplateOperations = {
  /** いつもの次第 of a council: what each new meeting begins with. */
  'agendaTemplates.get': defineRead(z.strictObject({ councilId: id<'council'>() }))<
    readonly TemplateItem[]
  >(),
  'agendaTemplates.save': defineWrite(
    z.strictObject({ councilId: id<'council'>(), items: z.array(templateItem).max(60) }),
  )<null>(),
  /** Takes the 次第 of a meeting as the council's usual one, without what belonged to that day. */
  'agendaTemplates.takeFromMeeting': defineWrite(z.strictObject({ meetingId: id<'meeting'>() }))<{
    readonly items: number
  }>(),
  /** Puts the usual 次第 into a meeting, behind what it has. */
  'agendaTemplates.apply': defineWrite(z.strictObject({ meetingId: id<'meeting'>() }))<{
    readonly added: number
  }>(),
}
