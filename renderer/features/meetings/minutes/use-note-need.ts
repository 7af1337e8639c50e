import { useEffect, useEffectEvent, useRef } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { findIdentifyingWords } from '#shared/domain/identifying-words.ts'
import type { AgendaItemId, StatementId } from '#shared/domain/ids.ts'

/**
 * Ctrl+0: what was said becomes a 地域課題, with its statement behind it. The line being corrected, else the last one
 * of the item; where that line is still on its way to the disk, it is taken as soon as it has arrived.
 */
export function useNoteNeed(meeting: MeetingDetail, onItsWay: boolean) {
  const note = useWrite('needs.addFromStatement')
  const remove = useWrite('needs.remove')
  const tell = useTell()
  const pending = useRef<{ readonly item: AgendaItemId | null; readonly seen: number } | null>(null)
  const count = meeting.statements.length

  const take = async (item: AgendaItemId | null, edited: StatementId | null): Promise<void> => {
    const statement =
      edited === null
        ? meeting.statements.findLast((each) => each.agendaItemId === item)
        : meeting.statements.find((each) => each.id === edited)
    if (statement === undefined) {
      tell({ text: 'この議題には、まだ発言がありません。' })
      return
    }
    const noted = await note.run({ statementId: statement.id })
    if (noted === null) return
    const words = [...statement.text].slice(0, 20).join('')
    const named = findIdentifyingWords(statement.text).map((each) => `「${each.text}」`)
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
  const takePending = useEffectEvent(() => {
    const wanted = pending.current
    // The queue may be empty a moment before the line is seen among the others.
    if (wanted === null || count === wanted.seen) return
    pending.current = null
    void take(wanted.item, null)
  })
  useEffect(() => {
    if (!onItsWay) takePending()
  }, [onItsWay, count])
  return {
    error: note.error,
    forget: note.forget,
    note: (item: AgendaItemId | null, edited: StatementId | null): void => {
      if (edited === null && onItsWay) pending.current = { item, seen: count }
      else void take(item, edited)
    },
  }
}
