import { useId, useMemo, useState } from 'react'
import type { MembershipFields, Seat } from '#shared/contract/roster-operations.ts'
import { addDays, formatWareki } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MembershipId, PersonId } from '#shared/domain/ids.ts'
import { restOfCouncilTerm, restOfTerm } from '#shared/domain/membership-terms.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import styles from './person-pane.module.css'
import { emptySeat, SeatFields } from './seat-fields.tsx'

export interface SeatFormProps {
  readonly personId: PersonId
  readonly councilId: CouncilId
  /** Null: a new seat. */
  readonly seat: Seat | null
  readonly onDone: () => void
}

function fieldsOf(seat: Seat): MembershipFields {
  const { role, category, termFrom, termTo, termNote, appointedOn, exOfficio, reappointment } = seat
  return { role, category, termFrom, termTo, termNote, appointedOn, exOfficio, reappointment }
}

// Never sent: it stands in a question that is not asked.
const noCouncil = '' as CouncilId

/** 選出区分 that the council's seats have, each once. */
export function useCategories(councilId: CouncilId | null): readonly string[] {
  const { today } = usePlace()
  // Without a council nothing is asked; the question then only has to be of the right form.
  const seats = useRead(
    'roster.listSeats',
    { councilId: councilId ?? noCouncil, on: today },
    { when: councilId !== null },
  )
  return useMemo(
    () => [...new Set((seats.data ?? []).map((seat) => seat.category))].filter((text) => text !== ''),
    [seats.data],
  )
}

export function SeatForm({ personId, councilId, seat, onDone }: SeatFormProps) {
  const id = useId()
  const { today } = usePlace()
  const [fields, setFields] = useState<MembershipFields>(seat === null ? emptySeat : fieldsOf(seat))
  const categories = useCategories(councilId)
  const [despite, setDespite] = useState('')
  const add = useWrite('roster.addMembership')
  const save = useWrite('roster.saveMembership')
  const overview = useRead('terms.overview', { councilId, on: today, withinMonths: 3 })
  const ended = useRead('terms.toSucceed', { councilId, on: today })
  const [followsId, setFollowsId] = useState<MembershipId | null>(null)
  const follow = (membershipId: MembershipId): void => {
    const before = ended.data?.find((each) => each.membershipId === membershipId)
    if (before === undefined) return
    setFollowsId(membershipId)
    const start = addDays(before.releasedOn, 1)
    const rest = restOfTerm({ from: before.termFrom, to: before.termTo }, start)
    setFields({
      ...fields,
      reappointment: 'rest',
      category: before.category,
      appointedOn: fields.appointedOn ?? start,
      ...(rest === null ? {} : { termFrom: rest.from, termTo: rest.to }),
    })
  }
  // 残任期間 says how long: from the day she joins to the end of the council's own term.
  const change = (next: MembershipFields): void => {
    const chosen = next.reappointment === 'rest' && fields.reappointment !== 'rest'
    const rules = overview.data?.rules
    if (!chosen || next.termTo !== null || rules === undefined) return setFields(next)
    const rest = restOfCouncilTerm(rules, next.termFrom ?? today)
    setFields(rest === null ? next : { ...next, termFrom: rest.from, termTo: rest.to })
  }
  const send = async (): Promise<void> => {
    const done =
      seat === null
        ? await add.attempt({ councilId, personId, membership: fields, despite, followsId })
        : await save.attempt({ membershipId: seat.membershipId, membership: fields, despite })
    if (done.ok) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.seatForm} onSubmit={() => void send()}>
      <SeatFields seat={fields} onChange={change} categories={categories} near={today} />
      {seat !== null || ended.data === undefined || ended.data.length === 0 ? null : (
        <Select<MembershipId>
          label="前の人（残りの任期を引きつぐ）"
          width="full"
          value={followsId}
          placeholder="引きつがない"
          onChange={follow}
          choices={ended.data.map((each) => ({
            value: each.membershipId,
            label: each.name,
            note: `${each.category}　${formatWareki(each.termTo, 'short')}まで`,
          }))}
        />
      )}
      {[add.error?.code, save.error?.code].some(
        (code) => code === 'seat-limit' || code === 'terms-overlap',
      ) || despite !== '' ? (
        <TextField label="それでもよいわけ" autoFocus value={despite} onChange={setDespite} />
      ) : null}
      <div className={styles.row}>
        <ErrorNotice error={add.error ?? save.error} />
        <Button submits id={`${id}-end`} busy={add.busy || save.busy}>
          {seat === null ? '席に着ける' : 'この内容に直す'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
    </EntryForm>
  )
}
