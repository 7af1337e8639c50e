import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useState } from 'react'
import type { Seat } from '#shared/contract/roster-operations.ts'
import type { SeatOverview } from '#shared/contract/term-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { type CalendarDate, eraParts, fiscalYearOf, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, PersonId } from '#shared/domain/ids.ts'
import type { SeatState } from '#shared/domain/membership-terms.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { Select } from '#renderer/ui/select.tsx'
import styles from './seats-pane.module.css'
import { type TermState, termState, termWords } from './term-words.ts'

export interface SeatsPaneProps {
  readonly councilId: CouncilId | null
  readonly chosen: PersonId | null
  readonly onChoose: (personId: PersonId) => void
}

/** The day whose seats are shown: today in this 年度, its last day in an earlier one, its first in a later one. */
function dayOfYear(fiscalYear: number, today: CalendarDate): CalendarDate {
  const thisYear = fiscalYearOf(today)
  if (fiscalYear === thisYear) return today
  const day =
    fiscalYear < thisYear ? makeCalendarDate(fiscalYear + 1, 3, 31) : makeCalendarDate(fiscalYear, 4, 1)
  return day ?? today
}

export function SeatsPane({ councilId, chosen, onChoose }: SeatsPaneProps) {
  if (councilId === null) {
    return (
      <Block title="協議体の席">
        <Empty>上の「すべての協議体」から一つ選ぶと、その席がここに並びます。</Empty>
      </Block>
    )
  }
  return <CouncilSeats councilId={councilId} chosen={chosen} onChoose={onChoose} />
}

interface CouncilSeatsProps extends Omit<SeatsPaneProps, 'councilId'> {
  readonly councilId: CouncilId
}

function CouncilSeats({ councilId, chosen, onChoose }: CouncilSeatsProps) {
  const { council, fiscalYear, today } = usePlace()
  const on = dayOfYear(fiscalYear, today)
  const seats = useRead('roster.listSeats', { councilId, on }, { keepLast: true })
  const [withinMonths, setWithinMonths] = useState('6')
  const overview = useRead(
    'terms.overview',
    { councilId, on, withinMonths: Number(withinMonths) },
    { keepLast: true },
  )
  const moves = useRead('terms.postMoves', { councilId })
  return (
    <Loaded read={seats}>
      {(rows) => (
        <SeatTable
          title={`${council?.areaName ?? ''}の席`}
          seats={rows}
          overview={overview.data ?? null}
          moved={moves.data?.length ?? 0}
          months={
            <Select
              label="任期が近いとする月数"
              labelUnseen
              value={withinMonths}
              onChange={setWithinMonths}
              choices={['1', '2', '3', '6', '12'].map((value) => ({ value, label: `${value}か月のうちに` }))}
            />
          }
          on={on}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </Loaded>
  )
}

/** 第1号（地縁団体） → 1号 地縁団体, to stand in a narrow column; the whole is told by its title. */
function shortCategory(category: string): string {
  const found = /^第?([0-9０-９一二三四五六七八九十]+)号[（(](.+)[)）]$/.exec(category)
  return found === null ? category : `${found[1]}号 ${found[2]}`
}

interface SeatTableProps {
  readonly title: string
  readonly seats: readonly Seat[]
  readonly overview: SeatOverview | null
  /** Seats by post whose posts have changed hands. */
  readonly moved: number
  /** Chooses how soon an end is near. */
  readonly months: ReactNode
  readonly on: CalendarDate
  readonly chosen: PersonId | null
  readonly onChoose: (personId: PersonId) => void
}

/** 選出区分 in the order in which their first seat comes, each with its seats. */
function byCategory(seats: readonly Seat[]): readonly (readonly [string, readonly Seat[]])[] {
  const groups = new Map<string, Seat[]>()
  for (const seat of [...seats].sort((first, second) => first.seatNumber - second.seatNumber)) {
    const known = groups.get(seat.category)
    if (known === undefined) groups.set(seat.category, [seat])
    else known.push(seat)
  }
  return [...groups]
}

function SeatTable({ title, seats, overview, moved, months, on, chosen, onChoose }: SeatTableProps) {
  const limit = overview?.seatLimit ?? null
  const members = seats.filter((seat) => isMemberRole(seat.role)).length
  const vacant = overview?.vacant ?? 0
  const groups = withVacancies(byCategory(seats), overview)
  // Vacancies that no 選出区分 accounts for stand in a row of their own.
  const unplaced = vacant - groups.reduce((sum, group) => sum + group.vacant, 0)
  const states = new Map(overview?.seats.map((seat) => [seat.membershipId, seat.state]))
  const ending = [...states.values()].filter((state) => state === 'ending' || state === 'carried-over').length
  if (seats.length === 0 && vacant === 0) {
    return (
      <Block title={title}>
        <Empty>
          まだ席がありません。人を選んで「この協議体の席に着ける」か、Excelの名簿を取り込んでください。
        </Empty>
      </Block>
    )
  }
  return (
    <Block
      title={title}
      note={
        (overview?.hasMembers === false ? '委員を置かない協議体（意見を聴く方だけ）　' : '') +
        (overview?.termNumber == null ? '' : `第${overview.termNumber}期　`) +
        (limit === null
          ? `${members}名`
          : members > limit
            ? `${members}名（定数${limit}）`
            : `${limit}のうち${members}`)
      }
      className={styles.pane}
      more={
        <span className={styles.chips}>
          {vacant === 0 ? null : <Chip mark="late">空席 {vacant}</Chip>}
          {ending === 0 ? null : <Chip mark="soon">任期 {ending}</Chip>}
          {moved === 0 ? null : <Chip mark="late">充て職の交代 {moved}</Chip>}
          {months}
          <Link to="/roster/terms">任期をまとめて</Link>
        </span>
      }
    >
      <div className={styles.scroll}>
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">選出区分</th>
              <th scope="col">氏名</th>
              <th scope="col">任期</th>
              <th scope="col">ようす</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ category, seats: group, vacant: free }) => (
              <Fragment key={category}>
                {group.map((seat, position) => (
                  <SeatRow
                    key={seat.membershipId}
                    seat={seat}
                    state={seatTermState(seat, states.get(seat.membershipId), on)}
                    chosen={seat.personId === chosen}
                    onChoose={onChoose}
                    category={
                      position === 0 ? { name: category, rows: group.length + (free > 0 ? 1 : 0) } : null
                    }
                  />
                ))}
                {free === 0 ? null : (
                  <VacantRow category={group.length === 0 ? category : null} vacant={free} />
                )}
              </Fragment>
            ))}
            {unplaced <= 0 ? null : (
              <tr className={styles.vacant}>
                <th scope="row" className={styles.category}>
                  定数 {limit}
                </th>
                <td colSpan={2}>
                  <span className={styles.lay}>あと{unplaced}名をまだ決めていません</span>
                </td>
                <td>
                  <span className={styles.lay}>
                    <Chip mark="late">空席{unplaced === 1 ? '' : ` ${unplaced}`}</Chip>
                  </span>
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Block>
  )
}

interface SeatGroup {
  readonly category: string
  readonly seats: readonly Seat[]
  readonly vacant: number
}

/** The 選出区分 of the rules in their order with their empty seats, then those that only seats know. */
function withVacancies(
  held: readonly (readonly [string, readonly Seat[]])[],
  overview: SeatOverview | null,
): readonly SeatGroup[] {
  const vacantIn = new Map(overview?.categories.map((each) => [each.name, each.vacant]))
  const ruled = overview?.rules.categories.map((each) => each.name) ?? []
  const placeOf = (name: string): number => (ruled.includes(name) ? ruled.indexOf(name) : ruled.length)
  const empty = ruled.filter((name) => !held.some(([category]) => category === name))
  return [...held, ...empty.map((name): readonly [string, readonly Seat[]] => [name, []])]
    .map(([category, seats]) => ({ category, seats, vacant: vacantIn.get(category) ?? 0 }))
    .filter((group) => group.seats.length > 0 || group.vacant > 0)
    .sort((first, second) => placeOf(first.category) - placeOf(second.category))
}

function VacantRow({ category, vacant }: { readonly category: string | null; readonly vacant: number }) {
  return (
    <tr className={styles.vacant}>
      {category === null ? null : (
        <th scope="row" className={styles.category} title={category}>
          {shortCategory(category)}
        </th>
      )}
      <td colSpan={2}>
        <span className={styles.lay}>あと{vacant}名をまだ決めていません</span>
      </td>
      <td>
        <span className={styles.lay}>
          <Chip mark="late">空席{vacant === 1 ? '' : ` ${vacant}`}</Chip>
        </span>
      </td>
    </tr>
  )
}

interface SeatRowProps {
  readonly seat: Seat
  readonly state: TermState | null
  readonly chosen: boolean
  readonly onChoose: (personId: PersonId) => void
  readonly category: { readonly name: string; readonly rows: number } | null
}

/** A member's by the months that were chosen; of the others, who are not counted, by the usual ones. */
function seatTermState(seat: Seat, state: SeatState | undefined, on: CalendarDate): TermState | null {
  const words = termState(seat.termTo, on)
  if (state === undefined) return words
  if (state === 'by-post') return { mark: 'none', words: '充て職' }
  if (state === 'filled') return null
  return words ?? { mark: 'soon', words: seat.termTo === null ? '' : `${eraParts(seat.termTo).month}月まで` }
}

function SeatRow({ seat, state, chosen, onChoose, category }: SeatRowProps) {
  return (
    <tr className={classNames(chosen && styles.chosen)} onClick={() => onChoose(seat.personId)}>
      {category === null ? null : (
        <th scope="rowgroup" rowSpan={category.rows} className={styles.category} title={category.name}>
          {category.name === '' ? '区分なし' : shortCategory(category.name)}
        </th>
      )}
      <td>
        <button
          type="button"
          className={styles.name}
          aria-pressed={chosen}
          onClick={(event) => {
            event.stopPropagation()
            onChoose(seat.personId)
          }}
        >
          <Name>{seat.name}</Name>
        </button>
      </td>
      <td className={classNames(styles.term, state === null && 'sub')}>
        {termWords(seat.termFrom, seat.termTo, seat.termNote).map((part) => (
          <span key={part} className={styles.termPart}>
            {part}
          </span>
        ))}
      </td>
      <td>
        <span className={styles.state}>
          {seat.role === 'member' ? null : <span className="sub">{councilRoleNames[seat.role]}</span>}
          {state === null ? null : <Chip mark={state.mark}>{state.words}</Chip>}
        </span>
      </td>
    </tr>
  )
}
