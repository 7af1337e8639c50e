import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { MeetingDetail, MeetingFields } from '#shared/contract/meeting-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import { meetingMethodNames, meetingMethods } from '#shared/domain/meeting.ts'
import { changedFields } from '../meeting-words.ts'
import styles from './prepare.module.css'
import { useInvitations } from './use-invitations.ts'

const methodChoices = meetingMethods.map((value) => ({ value, label: meetingMethodNames[value] }))

type Facts = Pick<MeetingFields, 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'method' | 'noticeSentOn'>

/** Date and place, and when the notice went out; each saved when its field is left. */
export function MeetingFacts({ meeting }: { readonly meeting: MeetingDetail }) {
  const { heldOn, startsAt, endsAt, place, method, noticeSentOn } = meeting
  const stored: Facts = { heldOn, startsAt, endsAt, place, method, noticeSentOn }
  // Only what was typed here and is not kept yet: what another block writes meanwhile is neither hidden nor undone.
  const [typed, setTyped] = useState<Partial<Facts>>({})
  const draft: Facts = { ...stored, ...typed }
  const save = useWrite('meetings.save')
  const [number, setNumber] = useState<number | null>(meeting.number)
  const renumber = useWrite('meetings.renumber')
  const invitations = useInvitations(meeting)
  const { today } = usePlace()
  const keep = async (changed: Partial<Facts>): Promise<void> => {
    if (!(await save.did({ meetingId: meeting.id, meeting: changed }))) return
    setTyped((before) => changedFields(before, changed) ?? {})
  }
  const saveIfChanged = (fields: Facts): void => {
    const changed = changedFields(fields, stored)
    if (changed !== null) void keep(changed)
    if (number !== null && number !== meeting.number) void renumber.run({ meetingId: meeting.id, number })
  }
  const change = (part: Partial<Facts>): void => setTyped((before) => ({ ...before, ...part }))
  return (
    <section aria-label="日時と場所" className={styles.facts} onBlur={() => saveIfChanged(draft)}>
      <JapaneseDateField
        label="開催日"
        value={draft.heldOn}
        near={stored.heldOn}
        disabled={meeting.locked}
        onChange={(heldOn) => {
          if (heldOn !== null) change({ heldOn })
        }}
      />
      <ClockField
        label="開始"
        value={draft.startsAt}
        disabled={meeting.locked}
        onChange={(startsAt) => {
          if (startsAt !== null) change({ startsAt })
        }}
      />
      <ClockField
        label="終了"
        value={draft.endsAt}
        disabled={meeting.locked}
        onChange={(endsAt) => change({ endsAt })}
      />
      <TextField
        label="場所"
        value={draft.place}
        disabled={meeting.locked}
        onChange={(place) => change({ place })}
      />
      <Select
        label="開き方"
        width="short"
        value={draft.method}
        disabled={meeting.locked}
        choices={methodChoices}
        onChange={(method) => {
          change({ method })
          saveIfChanged({ ...draft, method })
        }}
      />
      <JapaneseDateField
        label="開催通知を出した日"
        hint={`${formatMonthDay(meeting.deadlines.noticeDueOn)}までに出します`}
        value={draft.noticeSentOn}
        near={stored.heldOn}
        onChange={(noticeSentOn) => change({ noticeSentOn })}
      />
      <NumberField
        width="short"
        label="第何回か"
        least={1}
        most={999}
        unit="回"
        value={number}
        disabled={meeting.locked}
        onChange={setNumber}
      />
      {meeting.noticeSentOn === null ? (
        <span className={styles.sentToday}>
          <Button
            small
            busy={save.busy || invitations.busy}
            disabled={!invitations.ready}
            onPress={() => {
              // Confirmed minutes keep their roll; the day itself may still be noted.
              if (meeting.locked || invitations.still.length === 0) void keep({ noticeSentOn: today })
              else invitations.inviteAll()
            }}
          >
            きょう通知を出した
          </Button>
        </span>
      ) : null}
      <div className={styles.wide}>
        <ErrorNotice error={invitations.error} onClose={invitations.forget} />
        <ErrorNotice error={save.error} onClose={save.forget} />
        <ErrorNotice error={renumber.error} onClose={renumber.forget} />
      </div>
    </section>
  )
}
