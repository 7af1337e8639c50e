import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { sought, useSought } from '#renderer/api/use-sought.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import type { AgendaItem, MeetingDetail, Statement } from '#shared/contract/meeting-operations.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import type { AgendaItemId, StatementId } from '#shared/domain/ids.ts'
import { runAgenda } from '#shared/domain/running-time.ts'
import { citedTitle } from '../meeting-words.ts'
import { ItemOutcome } from './item-outcome.tsx'
import type { StatementEditing } from './statement-edit.tsx'
import { StatementRow } from './statement-row.tsx'
import { lastRowOf, talkRows, type TalkRow } from './talk-rows.ts'
import styles from './talk.module.css'
import type { LineOnItsWay, Lines } from './use-lines.ts'
import { WaitingRow } from './waiting-row.tsx'

/** 資料3　14:25まで: what lies on the table, and until when the plan gives it. */
function whenAndPaper(meeting: MeetingDetail, item: AgendaItem): string {
  const run = runAgenda(meeting.agenda, meeting.startsAt, meeting.endsAt)
  const until = run.items[meeting.agenda.indexOf(item)]?.to ?? null
  return [item.paperNumber, until === null ? '' : `${formatClockTime(until)}まで`]
    .filter((each) => each !== '')
    .join('　')
}

export interface TalkColumnProps {
  readonly meeting: MeetingDetail
  readonly current: AgendaItemId | null
  readonly waiting: readonly LineOnItsWay[]
  readonly lines: Lines
  readonly editing: StatementEditing | null
  readonly onEdit: (statement: Statement) => void
  readonly onChooseItem: (id: AgendaItemId) => void
}

/** Keeps in sight what is being worked on: the end of the item talked about, or the line being corrected. */
function useKeepInSight(
  rows: readonly TalkRow[],
  current: AgendaItemId | null,
  editingId: StatementId | null,
) {
  const box = useRef<HTMLDivElement>(null)
  const editingAt = rows.findIndex((row) => row.key === editingId)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 56,
    overscan: 10,
    getItemKey: (position) => rows[position]?.key ?? position,
    // The line being corrected stays in the page, so that it keeps its focus and its place in the kana.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return editingAt < 0 || seen.includes(editingAt) ? seen : [...seen, editingAt].sort((a, b) => a - b)
    },
  })
  const target = editingAt >= 0 ? editingAt : current === null ? rows.length - 1 : lastRowOf(rows, current)
  const targetKey = rows[target]?.key
  // By the key of its row: one that only moved up or down because of others does not pull the eye after it.
  const bringIntoSight = useEffectEvent(() => {
    if (target >= 0) virtual.scrollToIndex(target, { align: editingAt >= 0 ? 'auto' : 'end' })
  })
  useEffect(() => {
    if (targetKey !== undefined) bringIntoSight()
  }, [targetKey])
  const soughtId = useSought()
  const showSought = useEffectEvent(() => {
    const at = rows.findIndex((row) => row.key === soughtId)
    if (at >= 0) virtual.scrollToIndex(at, { align: 'center' })
  })
  // After the end of the item: what a search led to counts for more.
  useEffect(() => {
    if (soughtId !== null) showSought()
  }, [soughtId])
  return { box, virtual, soughtId }
}

/** The talk: the only column that moves. Of 600 lines only those in sight are drawn. */
export function TalkColumn(props: TalkColumnProps) {
  const { meeting, current, waiting, lines, editing, onEdit, onChooseItem } = props
  const rows = useMemo(() => talkRows(meeting, waiting), [meeting, waiting])
  const { box, virtual, soughtId } = useKeepInSight(rows, current, editing?.draft.statement.id ?? null)
  const item = meeting.agenda.find((each) => each.id === current)
  const seats = new Map(meeting.roll.map((line) => [line.id, line.seatNumber]))
  const drawRow = (row: TalkRow) => {
    switch (row.what) {
      case 'item':
        return (
          <button
            type="button"
            className={classNames(styles.topicRow, row.item.id === current && styles.topicNow)}
            onClick={() => onChooseItem(row.item.id)}
          >
            {citedTitle(row.item)}
          </button>
        )
      case 'statement': {
        const { statement } = row
        return (
          <StatementRow
            statement={statement}
            seatNumber={statement.attendanceId === null ? null : (seats.get(statement.attendanceId) ?? null)}
            editing={editing?.draft.statement.id === statement.id ? editing : null}
            onEdit={meeting.locked ? null : () => onEdit(statement)}
          />
        )
      }
      case 'waiting':
        return (
          <WaitingRow
            line={row.line}
            onAgain={() => lines.again()}
            onDrop={() => lines.takeOut(row.line.key)}
          />
        )
    }
  }
  return (
    <section className={styles.talk} aria-label="話し合い">
      <div className={styles.topic}>
        <div className={styles.topicWords}>
          <h2>{item === undefined ? '議題を選んでください' : citedTitle(item)}</h2>
          {item === undefined ? null : <span className="sub">{whenAndPaper(meeting, item)}</span>}
        </div>
        {item === undefined ? null : <ItemOutcome meeting={meeting} item={item} />}
      </div>
      <div ref={box} className={styles.scroll} tabIndex={0} role="region" aria-label="発言の記録">
        {meeting.statements.length === 0 && waiting.length === 0 ? (
          <p className={styles.none}>
            まだ発言がありません。下の欄に、話し手とことばを書いて Enter で残します。
          </p>
        ) : null}
        <div
          className={classNames(
            styles.all,
            !meeting.statements.some((each) => each.spokenAt !== null) && styles.untimed,
          )}
          role="list"
          aria-label="発言"
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map((place) => {
            const row = rows[place.index]
            if (row === undefined) return null
            return (
              <div
                key={place.key}
                ref={virtual.measureElement}
                data-index={place.index}
                role="listitem"
                aria-setsize={rows.length}
                aria-posinset={place.index + 1}
                className={styles.place}
                {...sought(soughtId, row.key)}
                style={{ transform: `translateY(${String(place.start)}px)` }}
              >
                {drawRow(row)}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
