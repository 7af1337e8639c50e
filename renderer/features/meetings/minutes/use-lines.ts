import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { affectedReads } from '#renderer/api/affected-reads.ts'
import { callOperation } from '#renderer/api/call.ts'
import { toTsudoiError } from '#renderer/api/call-failed.ts'
import { refreshReads } from '#renderer/api/query-client.ts'
import { noteSaved } from '#renderer/api/saved-time.ts'
import type { StatementFields, TaskFields } from '#shared/contract/minutes-operations.ts'
import type { DecisionId, MeetingId, StatementId, TaskId } from '#shared/domain/ids.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import { LineQueue, type QueuedLine } from './line-queue.ts'

export type GivenLine =
  | { readonly what: 'statement'; readonly statement: StatementFields; readonly speaker: string }
  | { readonly what: 'task'; readonly agendaItemId: AgendaItemId; readonly task: TaskFields }

export interface KeptLine {
  readonly statementId: StatementId | null
  readonly decisionId: DecisionId | null
  readonly taskId: TaskId | null
}

export type Lines = LineQueue<GivenLine, KeptLine>
export type LineOnItsWay = QueuedLine<GivenLine, KeptLine>

const nothingKept: KeptLine = { statementId: null, decisionId: null, taskId: null }

async function saveLine(
  meetingId: MeetingId,
  given: GivenLine,
  before: KeptLine | null,
  note: (kept: KeptLine) => void,
): Promise<KeptLine> {
  if (given.what === 'task') {
    const { agendaItemId, task } = given
    const added = await callOperation('minutes.addTask', { meetingId, agendaItemId, task })
    return { ...nothingKept, taskId: added.taskId }
  }
  const { statement } = given
  const statementId =
    before?.statementId ??
    (await callOperation('minutes.addStatement', { meetingId, statement, after: null })).statementId
  const kept: KeptLine = { ...nothingKept, statementId }
  note(kept)
  if (statement.kind !== 'decision') return kept
  const { agendaItemId, text } = statement
  const decision = await callOperation('minutes.addDecision', { meetingId, agendaItemId, statementId, text })
  return { ...kept, decisionId: decision.decisionId }
}

// One queue a meeting for as long as the program runs: leaving the screen loses no line.
const queues = new Map<MeetingId, Lines>()

/** The queue of a meeting, and the lines in it. */
export function useLines(meetingId: MeetingId): {
  readonly lines: Lines
  readonly waiting: readonly LineOnItsWay[]
} {
  const client = useQueryClient()
  const [lines] = useState<Lines>(() => {
    const known = queues.get(meetingId)
    if (known !== undefined) return known
    const made: Lines = new LineQueue({
      save: async (given, kept, note) => {
        const saved = await saveLine(meetingId, given, kept, note)
        noteSaved()
        return saved
      },
      shown: () => refreshReads(client, affectedReads['minutes.addStatement']),
      toError: toTsudoiError,
    })
    queues.set(meetingId, made)
    return made
  })
  return { lines, waiting: useSyncExternalStore(lines.subscribe, lines.snapshot) }
}
