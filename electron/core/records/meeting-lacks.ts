import type { Lack, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isHeading, undecidedItems } from '#shared/domain/agenda-items.ts'
import { minutesBetween } from '#shared/domain/clock-time.ts'
import { notYetInvited } from '#shared/domain/invitation.ts'
import { openTaskStatuses } from '#shared/domain/meeting.ts'

/** What a meeting still lacks at each step, in the order in which a clerk would do it. */
export function findLacks(meeting: Omit<MeetingDetail, 'lacks'>): readonly Lack[] {
  const lacks: Lack[] = []
  const add = (
    step: Lack['step'],
    code: Lack['code'],
    names: readonly string[],
    count = names.length,
    dueOn: Lack['dueOn'] = null,
  ): void => {
    if (count > 0) lacks.push({ step, code, count, names, dueOn })
  }
  const { agenda, roll, deadlines } = meeting
  const items = agenda.filter((_item, position) => !isHeading(agenda, position))
  add('prepare', 'no-agenda', [], agenda.length === 0 ? 1 : 0)
  add(
    'prepare',
    'planned-minutes-missing',
    items.filter((item) => item.plannedMinutes === null).map((item) => item.title),
  )
  if (meeting.endsAt !== null) {
    const planned = items.reduce((sum, item) => sum + (item.plannedMinutes ?? 0), 0)
    const over = planned - minutesBetween(meeting.startsAt, meeting.endsAt)
    add('prepare', 'over-time', [], Math.max(0, over))
  }
  add('prepare', 'notice-not-sent', [], meeting.noticeSentOn === null ? 1 : 0, deadlines.noticeDueOn)
  add(
    'prepare',
    'members-not-invited',
    notYetInvited(roll).map((line) => line.name),
    undefined,
    deadlines.noticeDueOn,
  )
  add(
    'prepare',
    'replies-waiting',
    roll.filter((line) => line.reply === 'waiting').map((line) => line.name),
  )

  add(
    'day',
    'presence-unmarked',
    roll.filter((line) => line.presence === 'unmarked').map((line) => line.name),
  )
  if (meeting.quorum !== null && meeting.count.unmarked === 0 && meeting.count.counted < meeting.quorum) {
    add('day', 'quorum-missed', [], meeting.quorum - meeting.count.counted)
  }

  add('minutes', 'no-statements', [], meeting.statements.length === 0 ? 1 : 0)
  add(
    'minutes',
    'undecided-items',
    undecidedItems(agenda).map((item) => item.title),
  )
  add(
    'minutes',
    'tasks-without-owner',
    meeting.tasks
      .filter((task) => openTaskStatuses.includes(task.status) && task.owner.trim() === '')
      .map((task) => task.text),
  )
  add('minutes', 'minutes-not-confirmed', [], meeting.locked ? 0 : 1, deadlines.minutesDueOn)
  add('report', 'summary-not-sent', [], meeting.summarySentOn === null ? 1 : 0, deadlines.summaryDueOn)
  add('report', 'report-not-submitted', [], meeting.submissions.length === 0 ? 1 : 0)
  return lacks
}
