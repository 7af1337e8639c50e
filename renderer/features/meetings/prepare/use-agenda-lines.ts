import { useRef, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import type { AgendaItem, AgendaItemFields } from '#shared/contract/meeting-operations.ts'
import { guessAgendaKind } from '#shared/domain/agenda-kind.ts'
import type { AgendaItemId, MeetingId } from '#shared/domain/ids.ts'
import type { AgendaKind } from '#shared/domain/meeting.ts'

/** A line of the agenda that has no title yet, and so is not in the data yet. */
export interface NewLine {
  readonly key: number
  readonly after: AgendaItemId | null
  /** The new line it was typed below, which may still be on its way. */
  readonly behind: number | null
  readonly level: 1 | 2 | 3
  readonly sectionKind: AgendaKind | null
  readonly text: string
  /** The items that were there when the first line of this row of lines was begun: what is new behind `after` is ours. */
  readonly known: ReadonlySet<AgendaItemId>
}

export function blankAgendaItem(
  title: string,
  level: 1 | 2 | 3,
  sectionKind: AgendaKind | null,
): AgendaItemFields {
  return {
    kind: guessAgendaKind(title, level, sectionKind),
    level,
    title,
    plannedMinutes: null,
    presenter: '',
    paperNumber: '',
    paperTitle: '',
    internalNote: '',
  }
}

/**
 * Lines on their way into the agenda. A line is saved by Enter while the next is already open below it; saves
 * go one after another, each behind the line it was typed below, so that the order holds however fast that was.
 */
export function useAgendaLines(meetingId: MeetingId, agenda: readonly AgendaItem[]) {
  const last = agenda.at(-1)?.id ?? null
  const add = useWrite('meetings.addAgendaItem')
  const keys = useRef(0)
  const saved = useRef(new Map<number, AgendaItemId>())
  const chain = useRef<Promise<void>>(Promise.resolve())
  const [line, setLine] = useState<NewLine | null>(null)

  const nextKey = (): number => {
    keys.current += 1
    return keys.current
  }
  const open = (given: Pick<NewLine, 'after' | 'level' | 'sectionKind'>): void =>
    setLine({ ...given, key: nextKey(), behind: null, text: '', known: new Set(agenda.map(({ id }) => id)) })

  const save = (given: NewLine, title: string, level: 1 | 2 | 3): void => {
    const item = blankAgendaItem(title, level, given.sectionKind)
    const next: NewLine = {
      key: nextKey(),
      after: given.after,
      behind: given.key,
      level,
      sectionKind: level === 1 ? item.kind : given.sectionKind,
      text: '',
      known: given.known,
    }
    setLine(next)
    chain.current = chain.current.then(async () => {
      const behind = given.behind === null ? undefined : saved.current.get(given.behind)
      const added = await add.run({ meetingId, item, after: behind ?? given.after ?? last })
      if (added === null) {
        // Not on disk: the words go back into the box, under what may have been typed since.
        setLine((now) => ({ ...given, level, key: nextKey(), text: [title, now?.text ?? ''].join('') }))
        return
      }
      saved.current.set(given.key, added.agendaItemId)
    })
  }
  return { line, open, close: () => setLine(null), save, error: add.error, forget: add.forget }
}

/**
 * Behind how many items the new line stands. It goes below the lines just typed as soon as they are in the agenda,
 * which so come in above it: the box that is being typed into is never moved, and loses neither a letter nor the focus.
 */
export function placeOfLine(line: NewLine, agenda: readonly AgendaItem[]): number {
  let place = line.after === null ? 0 : agenda.findIndex(({ id }) => id === line.after) + 1
  for (let item = agenda[place]; item !== undefined && !line.known.has(item.id); item = agenda[place])
    place += 1
  return place
}
