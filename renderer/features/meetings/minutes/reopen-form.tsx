import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import styles from './confirm.module.css'

interface ReopenFormProps {
  readonly meeting: MeetingDetail
  readonly onDone: () => void
}

/** Opening confirmed minutes again: the version stays as it is, and the reason is kept with it. */
export function ReopenForm({ meeting, onDone }: ReopenFormProps) {
  const [reason, setReason] = useState('')
  const reopen = useWrite('minutes.reopen')
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return
    if (await reopen.did({ meetingId: meeting.id, reason })) onDone()
  }
  return (
    <form
      className={styles.reopen}
      aria-label="議事録を開きなおす"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone()
      }}
    >
      <TextField
        label="開きなおすわけ"
        hint="いまの版はそのまま残ります。もう一度確定すると、次の版になります。"
        required
        autoFocus
        value={reason}
        onChange={setReason}
        onEnter={() => void submit()}
      />
      <Button submits disabled={reason.trim() === ''} busy={reopen.busy}>
        開きなおす
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={reopen.error} onClose={reopen.forget} />
    </form>
  )
}
