import { type RefObject, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { AttendancePatch } from '#shared/contract/attendance-patch.ts'
import type { Attendance, Invitee } from '#shared/contract/meeting-operations.ts'
import { changedFields } from '../meeting-words.ts'
import { InvitationFields } from './invitation-fields.tsx'
import styles from './prepare.module.css'
import type { Invited } from './use-invitations.ts'

export interface ReplyDetailProps {
  readonly line: Attendance
  readonly onSave: (patch: AttendancePatch) => void
  readonly invitee: Invitee | undefined
  readonly onInvited: (invited: Invited | null) => void
  readonly boxRef: RefObject<HTMLDivElement | null>
  /** Enter or Esc: back to the list, for the next reply. */
  readonly onDone: () => void
}

type Draft = Pick<Attendance, 'proxyName' | 'proxyPost' | 'note' | 'mandateTo' | 'opinion' | 'care'>

function draftOf({ proxyName, proxyPost, note, mandateTo, opinion, care }: Attendance): Draft {
  return { proxyName, proxyPost, note, mandateTo, opinion, care }
}

interface ProxyFieldsProps {
  readonly line: Attendance
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly save: () => void
}

/** Who comes instead: others of the same group are offered, anybody may be written. */
function ProxyFields({ line, draft, change, save }: ProxyFieldsProps) {
  const others = useRead('meetings.listProxies', { attendanceId: line.id })
  return (
    <>
      <ComboBox
        label={`${line.name}の代理の氏名`}
        value={draft.proxyName}
        suggestions={(others.data ?? []).map(({ name, post }) => ({
          key: `${name}${post}`,
          text: name,
          note: post,
        }))}
        onChange={(proxyName) => change({ proxyName })}
        onTake={({ text, note }) =>
          change({ proxyName: text, ...(note === undefined ? {} : { proxyPost: note }) })
        }
      />
      <TextField
        label="代理の職"
        value={draft.proxyPost}
        onChange={(proxyPost) => change({ proxyPost })}
        onEnter={save}
      />
    </>
  )
}

/** What a reply says besides yes or no: who comes instead, to whom she gives her voice, what she thinks, what to mind. */
export function ReplyDetail(props: ReplyDetailProps) {
  const { line, onSave, boxRef, onDone } = props
  const [draft, setDraft] = useState(() => draftOf(line))
  const remove = useWrite('attendance.remove')
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  const save = (): void => {
    const changed = changedFields(draft, draftOf(line))
    if (changed !== null) onSave(changed)
  }
  // Going back to the list leaves the field, and leaving it saves.
  const done = onDone
  const away = line.reply === 'absent' || line.reply === 'written'
  return (
    <div
      className={styles.replyDetail}
      role="group"
      aria-label={`${line.name}の返事のくわしいこと`}
      ref={boxRef}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing && !event.isDefaultPrevented()) done()
      }}
    >
      {line.reply === 'proxy' ? <ProxyFields line={line} draft={draft} change={change} save={done} /> : null}
      {away ? (
        <div className={styles.mandate}>
          <Checkbox checked={line.mandate} onChange={(mandate) => onSave({ mandate })}>
            委任状があります
          </Checkbox>
          {line.mandate ? (
            <TextField
              label="だれに委任したか"
              value={draft.mandateTo}
              onChange={(mandateTo) => change({ mandateTo })}
              onEnter={done}
            />
          ) : null}
        </div>
      ) : null}
      {away ? (
        <div className={styles.opinion}>
          <TextArea
            label={`${line.name}の書面の意見`}
            hint="届いたことばのまま写します。議事録には、当日、発言として残します。"
            lines={2}
            value={draft.opinion}
            onChange={(opinion) => change({ opinion })}
          />
        </div>
      ) : null}
      <TextField
        label={`${line.name}への配慮`}
        placeholder="手話通訳、車いすの席、筆談 など"
        value={draft.care}
        onChange={(care) => change({ care })}
        onEnter={done}
      />
      <TextField
        label={`${line.name}の備考`}
        value={draft.note}
        onChange={(note) => change({ note })}
        onEnter={done}
      />
      <InvitationFields line={line} invitee={props.invitee} onChange={props.onInvited} />
      {line.membershipId === null ? (
        <Button small busy={remove.busy} onPress={() => void remove.run({ attendanceId: line.id })}>
          {line.name}を外す
        </Button>
      ) : null}
      <ErrorNotice error={remove.error} onClose={remove.forget} />
    </div>
  )
}
