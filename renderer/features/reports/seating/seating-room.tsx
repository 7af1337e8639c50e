import { useRef, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { seatingLayoutNames, seatingLayouts } from '#shared/contract/paper-operations.ts'
import type { Seating, SeatingDesk } from '#shared/contract/seating-operations.ts'
import type { AttendanceId, MeetingId } from '#shared/domain/ids.ts'
import { neighbourOf } from './neighbour.ts'
import styles from './seating.module.css'

/** The room from above: people are dragged to another desk, or taken up and set down by Enter. */
export function SeatingEditor({
  meetingId,
  onChange,
}: {
  readonly meetingId: MeetingId
  /** What the paper shows has changed. */
  readonly onChange: () => void
}) {
  const seating = useRead('seating.get', { meetingId }, { keepLast: true })
  const setLayout = useWrite('seating.setLayout')
  const move = useWrite('seating.move')
  const reset = useWrite('seating.reset')
  const after = (done: Promise<boolean>): void => {
    void done.then((did) => {
      if (did) onChange()
    })
  }
  return (
    <div className={styles.editor}>
      <ErrorNotice error={setLayout.error ?? move.error ?? reset.error} />
      <Loaded read={seating}>
        {(room) => (
          <>
            <div className={styles.ways}>
              <RadioGroup
                label="机の並べ方"
                value={room.layout}
                onChange={(layout) => after(setLayout.did({ meetingId, layout }))}
                choices={seatingLayouts.map((layout) => ({
                  value: layout,
                  label: seatingLayoutNames[layout],
                }))}
              />
              <Button
                small
                disabled={!room.desks.some((desk) => desk.person?.moved === true)}
                onPress={() => after(reset.did({ meetingId }))}
              >
                席次の順に戻す
              </Button>
            </div>
            <Room
              room={room}
              onMove={(attendanceId, place) => after(move.did({ meetingId, attendanceId, place }))}
            />
          </>
        )}
      </Loaded>
    </div>
  )
}

interface RoomProps {
  readonly room: Seating
  readonly onMove: (attendanceId: AttendanceId, place: number) => void
}

const hint =
  '席を選んでEnterで持ち上げ、矢印キーで動いて、置きたい席でEnter。Escでやめます。マウスでは、つかんで動かします。'

function Room({ room, onMove }: RoomProps) {
  const [held, setHeld] = useState<AttendanceId | null>(null)
  const desks = useRef(new Map<number, HTMLButtonElement>())
  const heldName = room.desks.find((desk) => desk.person?.attendanceId === held)?.person?.name ?? ''
  const put = (desk: SeatingDesk, attendanceId: AttendanceId): void => {
    setHeld(null)
    if (desk.person?.attendanceId !== attendanceId) onMove(attendanceId, desk.place)
  }
  const press = (desk: SeatingDesk): void => {
    if (held !== null) put(desk, held)
    else if (desk.person !== null) setHeld(desk.person.attendanceId)
  }
  const onKey = (event: React.KeyboardEvent, desk: SeatingDesk): void => {
    if (event.key === 'Escape' && held !== null) {
      event.preventDefault()
      setHeld(null)
    }
    const next = neighbourOf(room.desks, desk, event.key)
    if (next === null) return
    event.preventDefault()
    desks.current.get(next.place)?.focus()
  }
  return (
    <>
      <p className="sub">{hint}</p>
      <p role="status" className={styles.status}>
        {held === null ? '' : `${heldName}を持ち上げています。置く席を選んでください。`}
      </p>
      <div className={styles.room} role="group" aria-label="会場の席">
        <p className={styles.front}>正面</p>
        <div
          className={styles.floor}
          style={{
            gridTemplateColumns: `repeat(${String(Math.ceil(room.columns * 2))}, minmax(3.6rem, 1fr))`,
          }}
        >
          {room.desks.map((desk) => (
            <button
              key={desk.place}
              type="button"
              ref={(button) => {
                if (button === null) desks.current.delete(desk.place)
                else desks.current.set(desk.place, button)
              }}
              style={{
                gridColumn: `${String(Math.round(desk.column * 2) + 1)} / span 2`,
                gridRow: `${String(Math.round(desk.row * 2) + 1)} / span 2`,
              }}
              className={classNames(
                styles.desk,
                desk.person === null && styles.free,
                desk.person?.moved === true && styles.moved,
                desk.person !== null && desk.person.attendanceId === held && styles.held,
              )}
              aria-pressed={desk.person !== null && desk.person.attendanceId === held}
              draggable={desk.person !== null}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', desk.person?.name ?? '')
                event.dataTransfer.effectAllowed = 'move'
                setHeld(desk.person?.attendanceId ?? null)
              }}
              onDragEnd={() => setHeld(null)}
              onDragOver={(event) => {
                if (held !== null) event.preventDefault()
              }}
              onDrop={(event) => {
                event.preventDefault()
                if (held !== null) put(desk, held)
              }}
              onClick={() => press(desk)}
              onKeyDown={(event) => onKey(event, desk)}
            >
              {desk.person === null ? (
                <span className="unseen">空いた席</span>
              ) : (
                <>
                  <span className={styles.group}>{desk.person.organizationName}</span>
                  <span className={styles.name}>{desk.person.name}</span>
                </>
              )}
            </button>
          ))}
        </div>
        <p className={styles.front}>入口側</p>
      </div>
    </>
  )
}
