import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { UnpaidMeeting } from '#shared/contract/allowance-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { CouncilId, PaymentRunId } from '#shared/domain/ids.ts'
import record from '#renderer/ui/record-page.module.css'

export interface OpenRunFormProps {
  readonly councilId: CouncilId
  readonly meetings: readonly UnpaidMeeting[]
  readonly onDone: (runId: PaymentRunId) => void
  readonly onStop: () => void
}

/** 第2回（9月17日）分 */
function usualTitle(meetings: readonly UnpaidMeeting[]): string {
  return meetings.length === 0
    ? ''
    : `${meetings.map(({ number }) => `第${String(number)}回`).join('・')}　謝金・費用弁償`
}

/** Which meetings are paid for, and when. */
export function OpenRunForm({ councilId, meetings, onDone, onStop }: OpenRunFormProps) {
  const id = useId()
  const { today } = usePlace()
  const [chosen, setChosen] = useState(() => meetings.map(({ meetingId }) => meetingId))
  const [title, setTitle] = useState<string | null>(null)
  const [payOn, setPayOn] = useState(today)
  const [readable, setReadable] = useState(true)
  const [asked, setAsked] = useState(false)
  const open = useWrite('payments.openRun')
  const paid = meetings.filter(({ meetingId }) => chosen.includes(meetingId))
  const name = title ?? usualTitle(paid)
  const send = async (): Promise<void> => {
    setAsked(true)
    if (chosen.length === 0 || name.trim() === '' || !readable) return
    const opened = await open.run({ councilId, meetingIds: chosen, title: name, payOn })
    if (opened !== null) onDone(opened.runId)
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} onSubmit={() => void send()}>
      <Block title="支払いを作る" note="出席簿ときまりから、一人ずつの額を出します">
        <ErrorNotice error={open.error} />
        <div className={record.fields}>
          <div className={record.wide}>
            <CheckboxGroup
              label="どの会議の分か"
              value={chosen}
              onChange={(value) => setChosen([...value])}
              choices={meetings.map(({ meetingId, number, heldOn }) => ({
                value: meetingId,
                label: `第${String(number)}回　${formatWareki(heldOn)}`,
              }))}
              error={asked && chosen.length === 0 ? '会議を選んでください。' : null}
            />
          </div>
          <TextField
            label="支払いの名前"
            value={name}
            onChange={setTitle}
            error={asked && name.trim() === '' ? '名前を書いてください。' : null}
          />
          <JapaneseDateField
            label="支払日"
            value={payOn}
            near={today}
            onChange={(day) => setPayOn(day ?? today)}
            onReadable={setReadable}
          />
          <span className={record.actions}>
            <Button submits id={`${id}-end`} busy={open.busy}>
              この支払いを作る
            </Button>
            <Button look="quiet" onPress={onStop}>
              やめる
            </Button>
          </span>
        </div>
      </Block>
    </EntryForm>
  )
}
