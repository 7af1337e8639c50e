import { useRef, useState } from 'react'
import type { PersonDetail } from '#shared/contract/roster-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { MembershipId } from '#shared/domain/ids.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import { councilRoleNames, reappointmentNames } from '#shared/domain/roles.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { EndSeatForm } from './end-seat-form.tsx'
import styles from './person-pane.module.css'
import { SeatForm } from './seat-form.tsx'
import { termState } from './term-words.ts'

type Held = PersonDetail['memberships'][number]
type Doing =
  | { readonly what: 'adding' }
  | { readonly what: 'editing' | 'ending'; readonly membershipId: MembershipId }
  | null

/** The seats somebody holds now, each to be put right or ended; and a new one in the council being worked on. */
export function PersonSeats({ person }: { readonly person: PersonDetail }) {
  const { council, today } = usePlace()
  const [doing, setDoing] = useState<Doing>(null)
  const held = person.memberships.filter((seat) => seat.releasedOn === null || seat.releasedOn >= today)
  const seatedHere = council === null || held.some((seat) => seat.councilId === council.id)
  const top = useRef<HTMLDivElement>(null)
  const close = (): void => {
    setDoing(null)
    top.current?.focus()
  }
  return (
    <div ref={top} tabIndex={-1} className={styles.seats}>
      {held.length === 0 ? <span className="sub">席はありません</span> : null}
      {held.map((seat) => (
        <div key={seat.membershipId} className={styles.seat}>
          <SeatWords seat={seat} />
          {doing !== null && doing.what !== 'adding' && doing.membershipId === seat.membershipId ? (
            doing.what === 'editing' ? (
              <SeatForm personId={person.id} councilId={seat.councilId} seat={seat} onDone={close} />
            ) : (
              <EndSeatForm seat={seat} name={person.name} onDone={close} />
            )
          ) : (
            <div className={styles.seatActions}>
              <Button
                look="quiet"
                onPress={() => setDoing({ what: 'editing', membershipId: seat.membershipId })}
                label={`${seat.councilName}の席を直す`}
              >
                席を直す
              </Button>
              <Button
                look="quiet"
                onPress={() => setDoing({ what: 'ending', membershipId: seat.membershipId })}
                label={`${seat.councilName}の席を終える`}
              >
                席を終える
              </Button>
            </div>
          )}
        </div>
      ))}
      {seatedHere ? null : doing?.what === 'adding' ? (
        <SeatForm personId={person.id} councilId={council.id} seat={null} onDone={close} />
      ) : (
        <div>
          <Button look="quiet" onPress={() => setDoing({ what: 'adding' })}>
            {council.areaName}の席に着ける
          </Button>
        </div>
      )}
    </div>
  )
}

function SeatWords({ seat }: { readonly seat: Held }) {
  const { councils, today } = usePlace()
  const council = councils.find((each) => each.id === seat.councilId)
  const where =
    council === undefined ? seat.councilName : `${council.areaName} ${councilLayerNames[council.layer]}`
  const state = termState(seat.termTo, today)
  const lastDay = seat.releasedOn ?? seat.termTo
  const term = lastDay === null ? seat.termNote : `${formatWareki(lastDay)}まで`
  return (
    <>
      {where}　{councilRoleNames[seat.role]}
      <br />
      <span className="sub">
        {[
          seat.category,
          seat.exOfficio ? '充て職' : '',
          seat.reappointment === null ? '' : reappointmentNames[seat.reappointment],
          term,
        ]
          .filter((text) => text !== '')
          .join('　')}
      </span>
      {seat.despite === '' ? null : (
        <>
          <br />
          <span className="sub">それでもよいわけ：{seat.despite}</span>
        </>
      )}
      {state === null ? null : (
        <>
          <br />
          <Chip mark={state.mark}>{state.words}</Chip>
        </>
      )}
    </>
  )
}
