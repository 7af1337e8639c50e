import type { KeyboardEvent } from 'react'
import { statementKindNames, type StatementKind } from '#shared/domain/meeting.ts'

/** What a line can become: a statement of some kind, or a 宿題, which stands among the outcomes. */
export type LineKind = StatementKind | 'task'

export const lineKindNames: Readonly<Record<LineKind, string>> = { ...statementKindNames, task: '宿題' }

/** In the order of their keys: Ctrl+1 説明 … Ctrl+9 挨拶. */
export const lineKinds: readonly LineKind[] = [
  'explanation',
  'question',
  'opinion',
  'answer',
  'decision',
  'task',
  'information',
  'point',
  'greeting',
]
export const statementLineKinds: readonly StatementKind[] = lineKinds.filter((kind) => kind !== 'task')

/** The kind that Ctrl and a digit choose; the digit of the main row or of the number pad. */
export function lineKindOfKey(event: KeyboardEvent): LineKind | null {
  if (!event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0]
  return digit === undefined ? null : (lineKinds[Number(digit) - 1] ?? null)
}
