import { useId, useState } from 'react'
import type { Seat } from '#shared/contract/roster-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './person-pane.module.css'

export interface EndSeatFormProps {
  readonly seat: Seat
  readonly name: string
  readonly onDone: () => void
}

/** 解嘱: the day on which the seat ends. What was recorded before that day stays. */
export function EndSeatForm({ seat, name, onDone }: EndSeatFormProps) {
  const id = useId()
  const { today } = usePlace()
  const [on, setOn] = useState<CalendarDate | null>(today)
  const end = useWrite('roster.endMembership')
  const tell = useTell()
  const send = async (): Promise<void> => {
    if (on === null) return
    const done = await end.attempt({ membershipId: seat.membershipId, on })
    if (!done.ok) return
    tell({ text: `${name}さんの席を終えました。それまでの記録は残っています。` })
    onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.seatForm} onSubmit={() => void send()}>
      <JapaneseDateField
        label="席を終える日（解嘱の日）"
        width="full"
        autoFocus
        near={today}
        value={on}
        onChange={setOn}
        error={on === null ? '日を書いてください。' : null}
      />
      <div className={styles.row}>
        <ErrorNotice error={end.error} />
        <Button submits id={`${id}-end`} busy={end.busy}>
          席を終える
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
    </EntryForm>
  )
}
