import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { Attendance, AttendancePatch } from '#shared/contract/meeting-operations.ts'
import styles from './prepare.module.css'

export interface ReplyDetailProps {
  readonly line: Attendance
  readonly onSave: (patch: AttendancePatch) => void
}

/** What a reply says besides yes or no: who comes instead, what to mind. */
export function ReplyDetail({ line, onSave }: ReplyDetailProps) {
  const [proxyName, setProxyName] = useState(line.proxyName)
  const [proxyPost, setProxyPost] = useState(line.proxyPost)
  const [note, setNote] = useState(line.note)
  const remove = useWrite('attendance.remove')
  const save = (): void => {
    if (proxyName !== line.proxyName || proxyPost !== line.proxyPost || note !== line.note) {
      onSave({ proxyName, proxyPost, note })
    }
  }
  return (
    <div className={styles.replyDetail} role="group" aria-label={`${line.name}の返事のくわしいこと`}>
      {line.reply === 'proxy' ? (
        <>
          <TextField
            label={`${line.name}の代理の氏名`}
            value={proxyName}
            onChange={setProxyName}
            onLeave={save}
            onEnter={save}
          />
          <TextField
            label="代理の職"
            value={proxyPost}
            onChange={setProxyPost}
            onLeave={save}
            onEnter={save}
          />
        </>
      ) : null}
      <TextField label={`${line.name}の備考`} value={note} onChange={setNote} onLeave={save} onEnter={save} />
      {line.membershipId === null ? (
        <Button small busy={remove.busy} onPress={() => void remove.run({ attendanceId: line.id })}>
          {line.name}を外す
        </Button>
      ) : null}
      <ErrorNotice error={remove.error} onClose={remove.forget} />
    </div>
  )
}
