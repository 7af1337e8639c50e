import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { AttendancePatch } from '#shared/contract/attendance-patch.ts'
import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import { citedTitle } from '../meeting-words.ts'
import styles from './day.module.css'

const none = 'none'
type ItemChoice = AgendaItemId | typeof none

function choicesOf(
  meeting: MeetingDetail,
  first: string,
): readonly { readonly value: ItemChoice; readonly label: string }[] {
  const items = meeting.agenda.filter((_item, position) => !isHeading(meeting.agenda, position))
  return [
    { value: none, label: first },
    ...items.map((item) => ({ value: item.id, label: citedTitle(item) })),
  ]
}

export interface ItemTiesProps {
  readonly meeting: MeetingDetail
  readonly line: Attendance
  readonly late: boolean
  readonly leftEarly: boolean
  readonly onChange: (patch: AttendancePatch) => void
}

/** 遅刻・早退 as the agenda tells it, and items somebody was out of the room for. */
export function ItemTies({ meeting, line, late, leftEarly, onChange }: ItemTiesProps) {
  const [because, setBecause] = useState('')
  const [itemId, setItemId] = useState<ItemChoice>(none)
  const away = useWrite('attendance.setAway')
  const set = (agendaItemId: AgendaItemId, isAway: boolean): void =>
    void away.run({ attendanceId: line.id, agendaItemId, away: isAway, because: isAway ? because : '' })
  const titleOf = new Map(meeting.agenda.map((item) => [item.id, citedTitle(item)]))
  const tied = (value: ItemChoice): AgendaItemId | null => (value === none ? null : value)
  return (
    <>
      {late ? (
        <Select<ItemChoice>
          label="どの議題から出たか"
          value={line.arrivedItemId ?? none}
          choices={choicesOf(meeting, '時刻だけ')}
          onChange={(value) => onChange({ arrivedItemId: tied(value) })}
        />
      ) : null}
      {leftEarly ? (
        <Select<ItemChoice>
          label="どの議題までいたか"
          value={line.leftItemId ?? none}
          choices={choicesOf(meeting, '時刻だけ')}
          onChange={(value) => onChange({ leftItemId: tied(value) })}
        />
      ) : null}
      <Select<ItemChoice>
        label="席を外した議題"
        value={itemId}
        choices={choicesOf(meeting, 'なし')}
        onChange={setItemId}
      />
      {itemId === none ? null : (
        <>
          <TextField label="席を外したわけ" value={because} onChange={setBecause} />
          <Button
            small
            busy={away.busy}
            onPress={() => {
              set(itemId, true)
              setItemId(none)
            }}
          >
            席を外したと記す
          </Button>
        </>
      )}
      {line.awayFor.map(({ agendaItemId, because: why }) => (
        <span key={agendaItemId} className={styles.tie}>
          {titleOf.get(agendaItemId)}の間は退席{why === '' ? '' : `（${why}）`}
          <Button
            look="quiet"
            label={`${titleOf.get(agendaItemId) ?? ''}の退席を取り消す`}
            onPress={() => set(agendaItemId, false)}
          >
            取り消す
          </Button>
        </span>
      ))}
      <ErrorNotice error={away.error} onClose={away.forget} />
    </>
  )
}
