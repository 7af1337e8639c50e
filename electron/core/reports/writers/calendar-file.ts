import ical from 'ical-generator'

export interface CalendarEntry {
  readonly id: string
  readonly title: string
  /** Local time of the office, YYYY-MM-DD and HH:MM. */
  readonly on: string
  readonly startsAt: string
  readonly endsAt: string | null
  readonly place: string
  readonly description: string
}

/** Two hours for a meeting whose end nobody has set. */
const usualMinutes = 120

/** An iCalendar file in Japan's time, which has no summer time: each entry keeps its id, so that a second import changes it and doubles nothing. */
export function writeCalendarFile(
  name: string,
  entries: readonly CalendarEntry[],
  madeOn: string,
): Uint8Array {
  const calendar = ical({ name, prodId: { company: 'Tsudoi', product: 'Tsudoi', language: 'JA' } })
  for (const entry of entries) {
    const start = new Date(`${entry.on}T${entry.startsAt}:00+09:00`)
    const end =
      entry.endsAt === null
        ? new Date(start.getTime() + usualMinutes * 60_000)
        : new Date(`${entry.on}T${entry.endsAt}:00+09:00`)
    calendar.createEvent({
      id: `${entry.id}@tsudoi`,
      start,
      end,
      stamp: new Date(`${madeOn}T00:00:00+09:00`),
      summary: entry.title,
      ...(entry.place === '' ? {} : { location: entry.place }),
      ...(entry.description === '' ? {} : { description: entry.description }),
    })
  }
  return new TextEncoder().encode(calendar.toString())
}
