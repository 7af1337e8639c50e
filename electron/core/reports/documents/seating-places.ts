import type { SeatingLayout } from '#shared/contract/paper-operations.ts'
import type { Attendance } from '#shared/contract/meeting-operations.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { inSeatOrder, isStaff } from './meeting-record.ts'

/** One desk, counted in desks from the left and from the front of the room. */
export interface Place {
  readonly column: number
  readonly row: number
  readonly line: Attendance
}

export interface Room {
  readonly columns: number
  readonly rows: number
  readonly places: readonly Place[]
}

/** Who sits in front, who along the room, who at the door: the chair's table, everyone by 席次, the secretariat. */
function partsOf(roll: readonly Attendance[]): {
  readonly front: readonly Attendance[]
  readonly rest: readonly Attendance[]
  readonly door: readonly Attendance[]
} {
  const seated = inSeatOrder(roll).filter((line) => line.reply !== 'absent' && line.reply !== 'written')
  const door = seated.filter(isStaff)
  const others = seated.filter((line) => !isStaff(line))
  const officers = others.filter((line) => line.role === 'chair' || line.role === 'vice-chair')
  const front = officers.length > 0 ? officers : others.slice(0, 1)
  return { front, rest: others.filter((line) => !front.includes(line)), door }
}

const middle = (columns: number, wide: number): number => (columns - wide) / 2

function inRow(lines: readonly Attendance[], row: number, columns: number): readonly Place[] {
  return lines.map((line, position) => ({ line, row, column: middle(columns, lines.length) + position }))
}

/** Two sides facing each other: the first half down the left as the chair looks, the rest down the right. */
function sides(lines: readonly Attendance[], columns: number): readonly Place[] {
  const half = Math.ceil(lines.length / 2)
  return lines.map((line, position) => ({
    line,
    column: position < half ? 0 : columns - 1,
    row: 1 + (position < half ? position : position - half),
  }))
}

/** コの字: open towards the door, where the secretariat sits by itself. */
function uShape(roll: readonly Attendance[]): Room {
  const { front, rest, door } = partsOf(roll)
  const columns = Math.max(4, front.length + 2, door.length)
  const deep = Math.ceil(rest.length / 2)
  return {
    columns,
    rows: deep + 2 + (door.length > 0 ? 1 : 0),
    places: [...inRow(front, 0, columns), ...sides(rest, columns), ...inRow(door, deep + 2, columns)],
  }
}

/** ロの字: closed, the secretariat opposite the chair. */
function square(roll: readonly Attendance[]): Room {
  const { front, rest, door } = partsOf(roll)
  const columns = Math.max(4, front.length + 2, door.length + 2)
  const deep = Math.ceil(rest.length / 2)
  return {
    columns,
    rows: deep + 2,
    places: [...inRow(front, 0, columns), ...sides(rest, columns), ...inRow(door, deep + 1, columns)],
  }
}

const schoolColumns = 6

/** スクール: the chair's table and the secretariat in front, everyone else in rows that face them. */
function school(roll: readonly Attendance[]): Room {
  const { front, rest, door } = partsOf(roll)
  const before = [...front, ...door]
  const columns = Math.max(schoolColumns, Math.min(before.length, 8))
  const head = Math.ceil(before.length / columns)
  return {
    columns,
    rows: head + 1 + Math.ceil(rest.length / columns),
    places: [
      ...before.map((line, position) => ({
        line,
        row: Math.floor(position / columns),
        column:
          middle(columns, Math.min(columns, before.length - Math.floor(position / columns) * columns)) +
          (position % columns),
      })),
      ...rest.map((line, position) => ({
        line,
        row: head + 1 + Math.floor(position / columns),
        column: position % columns,
      })),
    ],
  }
}

const islandSeats = 4

/** 島: tables of four, three abreast, the chair's table among them first; the secretariat at the door. */
function islands(roll: readonly Attendance[]): Room {
  const { front, rest, door } = partsOf(roll)
  const seated = [...front, ...rest]
  // Two desks and an aisle: 2 + 0.5, three islands side by side.
  const columns = 7
  const deep = Math.ceil(Math.ceil(seated.length / islandSeats) / 3)
  const doorRow = deep * 2.5
  return {
    columns,
    rows: doorRow + (door.length > 0 ? 1 : 0),
    places: [
      ...seated.map((line, position) => {
        const island = Math.floor(position / islandSeats)
        const seat = position % islandSeats
        return {
          line,
          column: (island % 3) * 2.5 + (seat % 2),
          row: Math.floor(island / 3) * 2.5 + Math.floor(seat / 2),
        }
      }),
      ...door.map((line, position) => ({
        line,
        row: doorRow + Math.floor(position / columns),
        column: middle(columns, Math.min(columns, door.length)) + (position % columns),
      })),
    ],
  }
}

const layouts: Readonly<Record<SeatingLayout, (roll: readonly Attendance[]) => Room>> = {
  'u-shape': uShape,
  square,
  school,
  islands,
}

/** A desk of the room, taken or free. Its number says where it stands, so that it is the same desk when somebody more comes. */
export interface Desk {
  readonly column: number
  readonly row: number
  readonly place: number
  readonly line: Attendance | null
}

export interface SeatedRoom {
  readonly columns: number
  readonly rows: number
  /** From the front, each row from the left. */
  readonly desks: readonly Desk[]
}

/** Desks stand on halves: the number is row and column in halves. */
const placeOf = ({ column, row }: { readonly column: number; readonly row: number }): number =>
  Math.round(row * 2) * 1000 + Math.round(column * 2)

/** Desks that the layout leaves free and that somebody may be moved to. */
function spareDesks(room: Room, layout: SeatingLayout): readonly { column: number; row: number }[] {
  const last = room.columns - 1
  switch (layout) {
    case 'u-shape':
    case 'square': {
      const deep = Math.max(0, ...room.places.filter(({ column }) => column === 0).map(({ row }) => row))
      return Array.from({ length: deep + 1 }, (_, row) => [
        { column: 0, row: row + 1 },
        { column: last, row: row + 1 },
      ]).flat()
    }
    case 'school': {
      const rows = room.rows
      const first = Math.max(0, rows - 1)
      return [first, rows].flatMap((row) =>
        Array.from({ length: room.columns }, (_, column) => ({ column, row })),
      )
    }
    case 'islands': {
      const tables = new Set(
        room.places.map(
          ({ column, row }) => `${String(Math.floor(column / 2.5))} ${String(Math.floor(row / 2.5))}`,
        ),
      )
      return [...tables].flatMap((table) => {
        const [column = 0, row = 0] = table.split(' ').map(Number)
        return [0, 1].flatMap((down) =>
          [0, 1].map((across) => ({ column: column * 2.5 + across, row: row * 2.5 + down })),
        )
      })
    }
  }
}

/** Who was moved to which desk by hand. */
export type MovedSeats = ReadonlyMap<AttendanceId, number>

/**
 * Where everybody sits who has not sent word of absence: by 席次 as the layout has it, but for those moved by hand. Who was
 * moved to a desk that there is no more goes back into the order; whose desk was taken gets the first that is free.
 */
export function seatPeople(
  roll: readonly Attendance[],
  layout: SeatingLayout,
  moved: MovedSeats = new Map(),
): SeatedRoom {
  const room = layouts[layout](roll)
  const usual = room.places.map(({ column, row, line }) => ({
    column,
    row,
    line,
    place: placeOf({ column, row }),
  }))
  const taken = new Set(usual.map(({ place }) => place))
  const spare = spareDesks(room, layout)
    .map((desk) => ({ ...desk, place: placeOf(desk) }))
    .filter(({ place }) => !taken.has(place) && taken.add(place))
  const desks = [...usual, ...spare].toSorted((first, second) => first.place - second.place)
  const seated = new Map<number, Attendance>()
  const waiting: { readonly line: Attendance; readonly place: number }[] = []
  for (const { line, place } of usual) {
    const wanted = moved.get(line.id)
    if (wanted !== undefined && taken.has(wanted) && !seated.has(wanted)) seated.set(wanted, line)
    else waiting.push({ line, place })
  }
  const homeless = waiting.filter(({ line, place }) => {
    if (seated.has(place)) return true
    seated.set(place, line)
    return false
  })
  for (const { line } of homeless) {
    const free = desks.find(({ place }) => !seated.has(place))
    if (free !== undefined) seated.set(free.place, line)
  }
  return {
    columns: room.columns,
    rows: Math.max(room.rows, ...desks.map(({ row }) => row + 1)),
    desks: desks.map(({ column, row, place }) => ({ column, row, place, line: seated.get(place) ?? null })),
  }
}
