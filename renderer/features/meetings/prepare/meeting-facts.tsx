import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { MeetingDetail, MeetingFields } from '#shared/contract/meeting-operations.ts'
import { meetingMethodNames, meetingMethods } from '#shared/domain/meeting.ts'
import { meetingFieldsOf } from '../meeting-words.ts'
import styles from './prepare.module.css'

const methodChoices = meetingMethods.map((value) => ({ value, label: meetingMethodNames[value] }))

/** Date and place, each saved when its field is left. */
export function MeetingFacts({ meeting }: { readonly meeting: MeetingDetail }) {
  const stored = meetingFieldsOf(meeting)
  const [draft, setDraft] = useState<MeetingFields>(stored)
  const save = useWrite('meetings.save')
  const saveIfChanged = (fields: MeetingFields): void => {
    if (meeting.locked || JSON.stringify(fields) === JSON.stringify(stored)) return
    void save.run({ meetingId: meeting.id, meeting: fields })
  }
  const change = (change: Partial<MeetingFields>): void => setDraft((before) => ({ ...before, ...change }))
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
      <div className={styles.wide}>
        <ErrorNotice error={save.error} onClose={save.forget} />
      </div>
    </section>
  )
}
