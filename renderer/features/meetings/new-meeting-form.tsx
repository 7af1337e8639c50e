import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { CouncilSummary } from '#shared/contract/council-operations.ts'
import type { CarryOver } from '#shared/contract/meeting-operations.ts'
import { type CalendarDate, formatMonthDay } from '#shared/domain/calendar-date.ts'
import { addMinutes, type ClockTime, formatClockTime } from '#shared/domain/clock-time.ts'
import type { MeetingId, NamedAgendaId } from '#shared/domain/ids.ts'
import { meetingMethodNames, meetingMethods, type MeetingMethod } from '#shared/domain/meeting.ts'
import styles from './meetings.module.css'

const methodChoices = meetingMethods.map((value) => ({ value, label: meetingMethodNames[value] }))

const usual = 'usual'

interface NewMeetingProps {
  readonly council: CouncilSummary
  readonly onClose: () => void
  readonly onPlanned: (meetingId: MeetingId) => void
}

/** What the last meeting said of this one: 前回の約束　12月10日（木）13:30　東町…. */
function promiseText(promised: NonNullable<CarryOver['promised']>): string {
  return [
    promised.nextOn === null ? '' : formatMonthDay(promised.nextOn),
    promised.nextStartsAt === null ? '' : formatClockTime(promised.nextStartsAt),
    promised.nextPlace,
  ]
    .filter((each) => each !== '')
    .join('　')
}

/** A new meeting, begun from what the last one promised. */
export function NewMeetingForm(props: NewMeetingProps) {
  const carryOver = useRead('meetings.listCarryOver', { councilId: props.council.id, meetingId: null })
  return <Loaded read={carryOver}>{(data) => <FormWith {...props} carryOver={data} />}</Loaded>
}

function FormWith({
  council,
  carryOver,
  onClose,
  onPlanned,
}: NewMeetingProps & { readonly carryOver: CarryOver }) {
  const { today } = usePlace()
  const { promised } = carryOver
  const [heldOn, setHeldOn] = useState<CalendarDate | null>(promised?.nextOn ?? null)
  const [startsAt, setStartsAt] = useState<ClockTime | null>(promised?.nextStartsAt ?? null)
  const [endsAt, setEndsAt] = useState<ClockTime | null>(
    promised?.nextStartsAt == null ? null : addMinutes(promised.nextStartsAt, 120),
  )
  const [place, setPlace] = useState(promised?.nextPlace ?? '')
  const [method, setMethod] = useState<MeetingMethod>('in-person')
  const templates = useRead('agendaTemplates.list', { councilId: council.id })
  const named = (templates.data ?? []).filter((each) => each.namedAgendaId !== null)
  const [namedAgendaId, setNamedAgendaId] = useState<NamedAgendaId | null>(null)
  const [number, setNumber] = useState<number | null>(null)
  const [missing, setMissing] = useState<'heldOn' | 'startsAt' | null>(null)
  const plan = useWrite('meetings.plan')
  const submit = async (): Promise<void> => {
    setMissing(heldOn === null ? 'heldOn' : startsAt === null ? 'startsAt' : null)
    if (heldOn === null || startsAt === null) return
    const given = {
      councilId: council.id,
      heldOn,
      startsAt,
      endsAt,
      place,
      method,
      number,
      namedAgendaId,
    }
    const planned = await plan.run(given)
    if (planned !== null) onPlanned(planned.meetingId)
  }
  const said = promised === null ? '' : promiseText(promised)
  const open = carryOver.items.length + carryOver.tasks.length
  return (
    <Block title="新しい会議" note={council.name} more={said === '' ? undefined : `前回の約束　${said}`}>
      <form
        className={styles.newMeeting}
        aria-label="新しい会議"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
        }}
      >
        <JapaneseDateField
          label="開催日"
          required
          autoFocus
          value={heldOn}
          near={today}
          error={missing === 'heldOn' ? '開催日を書いてください。' : null}
          onChange={setHeldOn}
        />
        <ClockField
          label="開始"
          required
          value={startsAt}
          error={missing === 'startsAt' ? '開始の時刻を書いてください。' : null}
          onChange={setStartsAt}
        />
        <ClockField label="終了" value={endsAt} onChange={setEndsAt} />
        <TextField label="場所" value={place} onChange={setPlace} />
        <RadioGroup label="開き方" value={method} choices={methodChoices} onChange={setMethod} />
        <NumberField
          label="第何回か"
          width="medium"
          placeholder="空けておくと、続きの回"
          least={1}
          most={999}
          unit="回"
          value={number}
          onChange={setNumber}
        />
        {named.length === 0 ? null : (
          <Select<NamedAgendaId | typeof usual>
            label="始めの次第"
            value={namedAgendaId ?? usual}
            choices={(templates.data ?? []).map((each) => ({
              value: each.namedAgendaId ?? usual,
              label: each.name,
            }))}
            onChange={(value) => setNamedAgendaId(value === usual ? null : value)}
          />
        )}
        <div className={styles.newWays}>
          <Button submits busy={plan.busy}>
            この日で準備を始める
          </Button>
          <Button look="quiet" onPress={onClose}>
            やめる
          </Button>
          <span className="sub">
            出席の名簿は、この日に在任している委員から作ります。
            {open === 0 ? '' : `前回から残っている${String(open)}件は、次の画面で引きつげます。`}
          </span>
        </div>
        <ErrorNotice error={plan.error} onClose={plan.forget} />
      </form>
    </Block>
  )
}
