import type { AgendaItem, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { paperNumber } from './paper-text.ts'

/** The 次第 in a few lines, for the boxes of a form. */

/** １　報告　(1)前回の宿題の確認　(2)マップの作成状況, a line for each section; without 開会, 閉会 and whatever has no number. */
export function agendaSummary(meeting: MeetingDetail): string {
  const lines: string[] = []
  for (const item of meeting.agenda) {
    if (item.number === '') continue
    if (item.level === 1) lines.push(`${item.number}　${item.title}`)
    // Parts of an item (ア) are too fine for a form's box.
    else if (item.level === 2) lines.push(`${lines.pop() ?? ''}　${item.number}${item.title}`.trimStart())
  }
  return lines.join('\n')
}

/** 買い物・通院の足について：決定（第２号）。…, each 協議 item with its outcome; the decisions' words stand in 決定事項. */
export function discussionSummary(meeting: MeetingDetail): string {
  const items = meeting.agenda.filter(
    (item, position) => item.kind === 'discussion' && !isSection(meeting.agenda, position),
  )
  return items.map((item) => `${item.title}：${outcomeText(meeting, item)}。`).join('')
}

function isSection(agenda: readonly AgendaItem[], position: number): boolean {
  const item = agenda[position]
  const next = agenda[position + 1]
  return item !== undefined && next !== undefined && next.level > item.level
}

function outcomeText(meeting: MeetingDetail, item: AgendaItem): string {
  const numbers = meeting.decisions
    .filter((decision) => decision.agendaItemId === item.id)
    .map((decision) => `第${paperNumber(decision.number)}号`)
  if (numbers.length > 0)
    return `決定（${numbers.join('・')}）${item.outcome === 'continued' ? '、一部継続' : ''}`
  switch (item.outcome) {
    case 'decided':
      return '決定'
    case 'continued':
      return '継続して協議'
    case 'done':
      return '意見を交換'
    case 'open':
      return '協議中'
  }
}
