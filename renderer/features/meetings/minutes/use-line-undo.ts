import { useWrite } from '#renderer/api/use-write.ts'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Statement } from '#shared/contract/meeting-operations.ts'
import type { MeetingId, StatementId } from '#shared/domain/ids.ts'
import type { LineMove } from './line-places.ts'
import type { KeptLine, Lines } from './use-lines.ts'

/** What was done to the talk, as far as it can be taken back. */
export type LineAction =
  | { readonly what: 'added'; readonly kept: KeptLine }
  | { readonly what: 'changed'; readonly before: Statement }
  | { readonly what: 'removed'; readonly statementId: StatementId }
  | { readonly what: 'moved'; readonly before: Statement; readonly behind: StatementId | null }
  | { readonly what: 'moved-many'; readonly back: readonly LineMove[] }
  | { readonly what: 'pasted'; readonly statementIds: readonly StatementId[] }

// Outside the screen, so that looking at the agenda in between does not cost the way back.
const done = new Map<MeetingId, LineAction[]>()

export function rememberAction(meetingId: MeetingId, action: LineAction): void {
  const actions = done.get(meetingId) ?? []
  done.set(meetingId, [...actions, action].slice(-100))
}

/** Resolves when no line is on its way: the last action may be one that is being saved just now. */
function settled(lines: Lines): Promise<void> {
  const isBusy = (): boolean => lines.snapshot().some((line) => line.state === 'saving')
  if (!isBusy()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = lines.subscribe(() => {
      if (isBusy()) return
      stop()
      resolve()
    })
  })
}

/** Ctrl+Z: takes back what was done to the talk, one line after another, the last first. */
export function useLineUndo(meetingId: MeetingId, lines: Lines) {
  const remove = useWrite('minutes.removeStatement')
  const removeAll = useWrite('minutes.removeStatements')
  const restore = useWrite('minutes.restoreStatement')
  const save = useWrite('minutes.saveStatement')
  const move = useWrite('minutes.moveStatement')
  const moveAll = useWrite('minutes.moveStatements')
  const removeDecision = useWrite('minutes.removeDecision')
  const removeTask = useWrite('tasks.remove')
  const tell = useTell()

  const takeBackAdded = async ({ decisionId, taskId, statementId }: KeptLine): Promise<boolean> => {
    if (taskId !== null) return removeTask.did({ taskId })
    if (decisionId !== null && !(await removeDecision.did({ decisionId }))) return false
    return statementId === null ? true : remove.did({ statementId })
  }
  const takeBack = (action: LineAction): Promise<boolean> => {
    switch (action.what) {
      case 'added':
        return takeBackAdded(action.kept)
      case 'changed': {
        const { id: statementId, speaker: _speaker, ...statement } = action.before
        return save.did({ statementId, statement })
      }
      case 'removed':
        return restore.did({ statementId: action.statementId })
      case 'moved': {
        const { id: statementId, agendaItemId } = action.before
        return move.did({ statementId, agendaItemId, after: action.behind })
      }
      case 'moved-many':
        return moveAll.did({ meetingId, moves: [...action.back] })
      case 'pasted':
        return removeAll.did({ meetingId, statementIds: [...action.statementIds] })
    }
  }
  const undo = async (): Promise<void> => {
    await settled(lines)
    const actions = done.get(meetingId) ?? []
    const last = actions.at(-1)
    if (last === undefined) {
      tell({ text: 'ここで書いたもので、取り消せるものはもうありません。' })
      return
    }
    done.set(meetingId, actions.slice(0, -1))
    if (await takeBack(last)) tell({ text: undoneWords[last.what] })
    else rememberAction(meetingId, last)
  }
  const errors = [remove, removeAll, restore, save, move, moveAll, removeDecision, removeTask]
  const failed = errors.find((write) => write.error !== null)
  return { undo: () => void undo(), error: failed?.error ?? null, forget: () => failed?.forget() }
}

const undoneWords: Readonly<Record<LineAction['what'], string>> = {
  added: '最後に書いた行を取り消しました。',
  changed: '行を直す前に戻しました。',
  removed: '消した行を戻しました。',
  moved: '動かした行を元の場所に戻しました。',
  'moved-many': 'まとめて動かした行を元の場所に戻しました。',
  pasted: '貼りつけた行を取り消しました。',
}
