import { isMemberRole } from './attendance.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { CouncilRole } from './roles.ts'

/** How a 開催通知 reaches somebody. */
export const invitationWays = ['paper', 'fax', 'mail', 'phone', 'by-hand'] as const
export type InvitationWay = (typeof invitationWays)[number]
export const invitationWayNames: Readonly<Record<InvitationWay, string>> = {
  paper: '郵送',
  fax: 'FAX',
  mail: 'メール',
  phone: '電話',
  'by-hand': '手渡し',
}

/** Where the roster says that somebody is reached; '' where it does not. */
export interface Reached {
  readonly address: string
  readonly phone: string
  readonly fax: string
  readonly email: string
}

/** What is needed of the roster for a way; null for one that needs nothing. */
export function placeOfWay(reached: Reached, way: InvitationWay): string | null {
  switch (way) {
    case 'paper':
      return reached.address
    case 'fax':
      return reached.fax
    case 'mail':
      return reached.email
    case 'phone':
      return reached.phone
    case 'by-hand':
      return null
  }
}

/** How somebody is told of a meeting unless the office says otherwise: as last time, else by mail or FAX where the roster has it, else by post. */
export function usualWay(last: InvitationWay | null, reached: Reached): InvitationWay {
  if (last !== null) return last
  if (reached.email.trim() !== '') return 'mail'
  return reached.fax.trim() !== '' ? 'fax' : 'paper'
}

/** What is known of the invitation of one line of the roll. */
export interface InvitedLine {
  readonly role: CouncilRole
  readonly invitedBy: InvitationWay | null
  readonly invitedOn: CalendarDate | null
}

/** Members and observers are sent a 開催通知; コーディネーター and 事務局 know of the meeting by office. */
export function isToBeInvited({ role }: Pick<InvitedLine, 'role'>): boolean {
  return isMemberRole(role) || role === 'observer'
}

/**
 * Of those who are to be invited, whom nobody has told yet. None while the office keeps no list: then the day of the
 * 開催通知 speaks for all.
 */
export function notYetInvited<Line extends InvitedLine>(roll: readonly Line[]): readonly Line[] {
  if (roll.every((line) => line.invitedOn === null)) return []
  return roll.filter((line) => isToBeInvited(line) && line.invitedOn === null)
}

/** The day the first was told: from then on the 開催通知 is on its way. Null while nobody was. */
export function firstInvitedOn(roll: readonly InvitedLine[]): CalendarDate | null {
  return roll
    .flatMap(({ invitedOn }) => (invitedOn === null ? [] : [invitedOn]))
    .reduce<CalendarDate | null>((first, day) => (first === null || day < first ? day : first), null)
}
