import type { AgendaItemId, AttendanceId, MeetingId } from '#shared/domain/ids.ts'
import type { LineKind } from './line-kinds.ts'

/** The line in hand: what stands in the box and has not been sent by Enter. */
export interface LineDraft {
  readonly speakerText: string
  readonly attendanceId: AttendanceId | null
  readonly kind: LineKind
  readonly text: string
}

export const blankDraft: LineDraft = { speakerText: '', attendanceId: null, kind: 'opinion', text: '' }

// Kept outside the screen, so that looking something up elsewhere does not cost a half-typed line.
const drafts = new Map<MeetingId, LineDraft>()
const items = new Map<MeetingId, AgendaItemId>()

export function rememberedDraft(meetingId: MeetingId): LineDraft {
  return drafts.get(meetingId) ?? blankDraft
}

export function rememberDraft(meetingId: MeetingId, draft: LineDraft): void {
  drafts.set(meetingId, draft)
}

/** The agenda item at which the clerk was. */
export function rememberedItem(meetingId: MeetingId): AgendaItemId | null {
  return items.get(meetingId) ?? null
}

export function rememberItem(meetingId: MeetingId, item: AgendaItemId): void {
  items.set(meetingId, item)
}
