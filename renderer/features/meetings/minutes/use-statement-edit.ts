import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail, Statement } from '#shared/contract/meeting-operations.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import { lineBefore, placeOfMove } from './line-places.ts'
import type { StatementDraft, StatementEditing } from './statement-edit.tsx'
import { rememberAction } from './use-line-undo.ts'

/** Correcting lines in place: which one, with what words so far, and back again. */
export function useStatementEdit(meeting: MeetingDetail, backToBox: () => void) {
  const [draft, setDraft] = useState<StatementDraft | null>(null)
  const save = useWrite('minutes.saveStatement')
  const remove = useWrite('minutes.removeStatement')
  const restore = useWrite('minutes.restoreStatement')
  const move = useWrite('minutes.moveStatement')
  const tell = useTell()

  const open = (statement: Statement): void => {
    save.forget()
    const { text, fullText, kind, attendanceId } = statement
    setDraft({ statement, text, fullText, kind, attendanceId })
  }
  const changed = (given: StatementDraft): boolean =>
    given.text !== given.statement.text ||
    given.fullText !== given.statement.fullText ||
    given.kind !== given.statement.kind ||
    given.attendanceId !== given.statement.attendanceId

  /** Whether the line may be left: it is unchanged, or its change is on disk. */
  const keep = async (given: StatementDraft): Promise<boolean> => {
    if (given.text.trim() === '' || !changed(given)) return true
    // The line may have been moved since it was opened.
    const before = meeting.statements.find((each) => each.id === given.statement.id) ?? given.statement
    const { agendaItemId, spokenAt, id } = before
    const { text, fullText, kind, attendanceId } = given
    const statement = { agendaItemId, attendanceId, kind, text, fullText, spokenAt }
    const saved = await save.did({ statementId: id, statement })
    if (saved) rememberAction(meeting.id, { what: 'changed', before })
    return saved
  }
  const leave = (): void => {
    setDraft(null)
    backToBox()
  }
  const step = async (given: StatementDraft, by: -1 | 1): Promise<void> => {
    const position = meeting.statements.findIndex((each) => each.id === given.statement.id)
    const next = meeting.statements[position + by]
    if (!(await keep(given))) return
    if (next !== undefined) open(next)
    else if (by === 1) leave()
  }
  const shift = async (given: StatementDraft, by: -1 | 1): Promise<void> => {
    const place = placeOfMove(meeting, given.statement.id, by)
    const before = meeting.statements.find((each) => each.id === given.statement.id)
    if (place === null || before === undefined) return
    const behind = lineBefore(meeting, before)
    const { id: statementId } = before
    if (!(await move.did({ statementId, agendaItemId: place.agendaItemId, after: place.after }))) return
    rememberAction(meeting.id, { what: 'moved', before, behind })
  }
  const takeAway = async (given: StatementDraft): Promise<void> => {
    const statementId = given.statement.id
    if (!(await remove.did({ statementId }))) return
    rememberAction(meeting.id, { what: 'removed', statementId })
    tell({ text: '発言を1行消しました。', undo: () => restore.run({ statementId }) })
    leave()
  }
  const editing: StatementEditing | null =
    draft === null
      ? null
      : {
          draft,
          roll: meeting.roll,
          error: save.error ?? remove.error ?? move.error,
          onChange: setDraft,
          onKeep: () =>
            void keep(draft).then((kept) => {
              if (kept) leave()
            }),
          onLeave: leave,
          onRemove: () => void takeAway(draft),
          onStep: (by) => void step(draft, by),
          onMove: (by) => void shift(draft, by),
        }
  return {
    editing,
    open: (statement: Statement): void => {
      // Another line is pressed while one is open: that one is kept first, never dropped.
      if (draft === null || draft.statement.id === statement.id) open(statement)
      else
        void keep(draft).then((kept) => {
          if (kept) open(statement)
        })
    },
    openLastOf: (item: AgendaItemId | null): void => {
      const last =
        meeting.statements.findLast((each) => each.agendaItemId === item) ?? meeting.statements.at(-1)
      if (last !== undefined) open(last)
    },
  }
}
