import { useEffect, useEffectEvent, useRef } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { findIdentifyingWords } from '#shared/domain/identifying-words.ts'
import type { AgendaItemId, StatementId } from '#shared/domain/ids.ts'
import type { LineOnItsWay } from './use-lines.ts'

/**
 * Ctrl+0: what was said becomes a 地域課題, with its statement behind it. The line being corrected, else the last one
 * of the item; where that line is still on its way to the disk, it is taken as soon as it has arrived there.
 */
export function useNoteNeed(meeting: MeetingDetail, waiting: readonly LineOnItsWay[]) {
  const note = useWrite('needs.addFromStatement')
  const remove = useWrite('needs.remove')
  const tell = useTell()
  /** The line on its way that is wanted, by its key in the queue. */
  const pending = useRef<number | null>(null)

  const take = async (statementId: StatementId, said: string): Promise<void> => {
    const noted = await note.run({ statementId })
    if (noted === null) return
    const words = [...said].slice(0, 20).join('')
    const named = findIdentifyingWords(said).map((each) => `「${each.text}」`)
    const warning =
      named.length === 0
        ? ''
        : `${named.join('')}があります。「地域」で、だれのことか分からない書き方に直してください。`
    if (noted.already) tell({ text: `「${words}」は、もう地域課題になっています。` })
    else
      tell({
        text: `「${words}」を地域課題として書きとめました。${warning}`,
        undo: () => remove.run({ needId: noted.needId }),
      })
  }
  const takePendingNow = (): void => {
    if (pending.current === null) return
    const line = waiting.find((each) => each.key === pending.current)
    const statementId = line?.kept?.statementId ?? null
    // A line that has left the queue without having been seen on disk was taken back into the box.
    if (line === undefined) pending.current = null
    else if (line.given.what === 'statement' && statementId !== null) {
      pending.current = null
      void take(statementId, line.given.statement.text)
    }
  }
  const takePending = useEffectEvent(takePendingNow)
  useEffect(() => {
    takePending()
  }, [waiting])
  return {
    error: note.error,
    forget: note.forget,
    note: (item: AgendaItemId | null, edited: StatementId | null): void => {
      const coming = waiting.findLast(
        ({ given }) => given.what === 'statement' && given.statement.agendaItemId === item,
      )
      if (edited === null && coming !== undefined) {
        pending.current = coming.key
        takePendingNow()
        return
      }
      const statement = meeting.statements.findLast((each) =>
        edited === null ? each.agendaItemId === item : each.id === edited,
      )
      if (statement === undefined) tell({ text: 'この議題には、まだ発言がありません。' })
      else void take(statement.id, statement.text)
    },
  }
}
