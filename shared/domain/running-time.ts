import { addMinutes, type ClockTime, minutesBetween } from './clock-time.ts'

/** What the running clock needs to know of an agenda item. */
export interface TimedItem {
  readonly plannedMinutes: number | null
}

export interface ItemClock {
  /** When the item begins if everything before it keeps to its minutes. */
  readonly from: ClockTime
  /** When it ends; null where no minutes are planned for it. */
  readonly to: ClockTime | null
  /** Whether it would still be running when the meeting has to end. */
  readonly over: boolean
}

export interface RunningTime {
  readonly items: readonly ItemClock[]
  /** Sum of the planned minutes. */
  readonly total: number
  /** When the last item would end. */
  readonly endsAt: ClockTime
  /** Minutes left until the planned end, negative when the agenda runs over it; null without a planned end. */
  readonly spare: number | null
  /** How many items have no minutes planned. */
  readonly untimed: number
}

/**
 * The clock beside an agenda: each item begins where the one before it ends. A section whose minutes stand
 * on its items carries none of its own, so nothing is counted twice. A meeting does not run past midnight;
 * one that would is `over`, by minutes and not by the clock, which goes round.
 */
export function runAgenda(
  items: readonly TimedItem[],
  startsAt: ClockTime,
  endsAt: ClockTime | null,
): RunningTime {
  const room = endsAt === null ? null : minutesBetween(startsAt, endsAt)
  let elapsed = 0
  const clocks = items.map(({ plannedMinutes }): ItemClock => {
    const from = addMinutes(startsAt, elapsed)
    elapsed += plannedMinutes ?? 0
    return {
      from,
      to: plannedMinutes === null ? null : addMinutes(startsAt, elapsed),
      over: plannedMinutes !== null && room !== null && elapsed > room,
    }
  })
  return {
    items: clocks,
    total: elapsed,
    endsAt: addMinutes(startsAt, elapsed),
    spare: room === null ? null : room - elapsed,
    untimed: items.filter((item) => item.plannedMinutes === null).length,
  }
}
