import { z } from 'zod'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import { id } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

/** Something of the minutes that the public version does not show, or shows in other words. */
export interface HiddenPlace {
  readonly what: 'closed-item' | 'name'
  /** The item under which it stands: ２(1). */
  readonly place: string
  readonly text: string
}

export interface PublicPreview {
  readonly items: readonly {
    readonly id: AgendaItemId
    readonly citation: string
    readonly title: string
    readonly closed: boolean
  }[]
  readonly hidden: readonly HiddenPlace[]
  /** Family names that still stand: a town, or a person nobody called by title. */
  readonly doubtful: readonly HiddenPlace[]
}

export const publicOperations = {
  /** What the public version of the minutes hides. */
  'publication.preview': defineRead(z.strictObject({ meetingId: id<'meeting'>() }))<PublicPreview>(),
  /** 公開・非公開 of an item. No part of the minutes themselves: it may change after they are confirmed. */
  'publication.setClosed': defineWrite(
    z.strictObject({ agendaItemId: id<'agenda-item'>(), closed: z.boolean() }),
  )<null>(),
}
