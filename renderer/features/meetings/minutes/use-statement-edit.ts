import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail, Statement } from '#shared/contract/meeting-operations.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import type { StatementDraft, StatementEditing } from './statement-edit.tsx'

/** Correcting lines in place: which one, with what words so far, and back again. */
export function useStatementEdit(meeting: MeetingDetail, backToBox: () => void) {
  const [draft, setDraft] = useState<StatementDraft | null>(null)
  const save = useWrite('minutes.saveStatement')
  const remove = useWrite('minutes.removeStatement')
  const restore = useWrite('minutes.restoreStatement')
  const tell = useTell()

  const open = (statement: Statement): void => {
    save.forget()
    const { text, kind, attendanceId } = statement
    setDraft({ statement, text, kind, attendanceId })
  }
  const changed = (given: StatementDraft): boolean =>
    given.text !== given.statement.text ||
    given.kind !== given.statement.kind ||
    given.attendanceId !== given.statement.attendanceId

  /** Whether the line may be left: it is unchanged, or its change is on disk. */
  const keep = async (given: StatementDraft): Promise<boolean> => {
    if (given.text.trim() === '' || !changed(given)) return true
    const { agendaItemId, spokenAt, id } = given.statement
    const { text, kind, attendanceId } = given
    return save.did({ statementId: id, statement: { agendaItemId, attendanceId, kind, text, spokenAt } })
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
  const takeAway = async (given: StatementDraft): Promise<void> => {
    const statementId = given.statement.id
    if (!(await remove.did({ statementId }))) return
    tell({ text: '発言を1行消しました。', undo: () => restore.run({ statementId }) })
    leave()
  }
  const editing: StatementEditing | null =
    draft === null
      ? null
      : {
          draft,
          roll: meeting.roll,
          error: save.error ?? remove.error,
          onChange: setDraft,
          onKeep: () =>
            void keep(draft).then((kept) => {
              if (kept) leave()
            }),
          onLeave: leave,
          onRemove: () => void takeAway(draft),
          onStep: (by) => void step(draft, by),
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
