import { type KeyboardEvent, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { Mark } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { RowList } from '#renderer/ui/row-list.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import type { AgendaItemId, StatementId } from '#shared/domain/ids.ts'
import { statementKindNames } from '#shared/domain/meeting.ts'
import { citedTitle } from '../meeting-words.ts'
import { movesBack, movesInto } from './line-places.ts'
import styles from './move-lines.module.css'
import { talkRows, type TalkRow } from './talk-rows.ts'
import { rememberAction } from './use-line-undo.ts'

interface RowProps {
  readonly row: TalkRow
  readonly chosen: ReadonlySet<StatementId>
  readonly onTurn: (id: StatementId) => void
}

function Row({ row, chosen, onTurn }: RowProps) {
  if (row.what === 'item') return <span>{citedTitle(row.item)}</span>
  if (row.what === 'waiting') return null
  const { statement } = row
  const isChosen = chosen.has(statement.id)
  return (
    <span className={styles.row} onClick={() => onTurn(statement.id)}>
      <span className={styles.tick} role="img" aria-label={isChosen ? '選んだ' : '選んでいない'}>
        <Mark kind={isChosen ? 'done' : 'none'} />
      </span>
      <b className={styles.cut}>
        <Name>{statement.speaker}</Name>
      </b>
      <span className="sub">{statementKindNames[statement.kind]}</span>
      <span className={styles.cut}>{statement.text}</span>
    </span>
  )
}

/** Which lines are to move: Space takes one or leaves it, Shift+↑↓ takes one after another. */
function useChosenLines(rows: readonly TalkRow[]) {
  const [at, setAt] = useState<string | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<StatementId>>(new Set())
  const turn = (id: StatementId): void =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const handleKey = (event: KeyboardEvent, row: TalkRow | null): boolean => {
    if (row?.what !== 'statement') return false
    if (event.key === ' ') {
      turn(row.statement.id)
      return true
    }
    if (!event.shiftKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false
    const lines = rows.filter((each) => each.what === 'statement')
    const next = lines[lines.findIndex((each) => each.key === row.key) + (event.key === 'ArrowDown' ? 1 : -1)]
    setChosen((before) => new Set([...before, row.statement.id, ...(next ? [next.statement.id] : [])]))
    if (next !== undefined) setAt(next.key)
    return true
  }
  return { at, setAt, chosen, clear: () => setChosen(new Set()), turn, handleKey }
}

/** Several lines at once to another item, from wherever they stand in the minutes; taken back by Ctrl+Z. */
export function MoveLines({ meeting }: { readonly meeting: MeetingDetail }) {
  const rows = talkRows(meeting, [])
  const lines = useChosenLines(rows)
  const items = meeting.agenda.filter((_item, position) => !isHeading(meeting.agenda, position))
  const [target, setTarget] = useState<AgendaItemId | null>(null)
  const [where, setWhere] = useState<'front' | 'end'>('end')
  const move = useWrite('minutes.moveStatements')
  const tell = useTell()
  const into = items.find((item) => item.id === target)
  const count = lines.chosen.size
  const run = async (): Promise<void> => {
    if (into === undefined) return
    const back = movesBack(meeting, lines.chosen)
    const moves = movesInto(meeting, lines.chosen, into.id, where)
    if (!(await move.did({ meetingId: meeting.id, moves: [...moves] }))) return
    rememberAction(meeting.id, { what: 'moved-many', back })
    lines.clear()
    tell({
      text: `${String(count)}行を「${citedTitle(into)}」へ動かしました。`,
      undo: () => move.run({ meetingId: meeting.id, moves: [...back] }),
    })
  }
  return (
    <div className={styles.panel}>
      <ErrorNotice error={move.error} onClose={move.forget} />
      <div className={styles.where}>
        <Select<AgendaItemId>
          label="移す先の議題"
          width="full"
          value={target}
          choices={items.map((item) => ({ value: item.id, label: citedTitle(item) }))}
          onChange={setTarget}
        />
        <RadioGroup<'front' | 'end'>
          label="その議題の"
          value={where}
          choices={[
            { value: 'end', label: '最後に' },
            { value: 'front', label: 'はじめに' },
          ]}
          onChange={setWhere}
        />
        <Button
          look="main"
          disabled={count === 0 || into === undefined}
          busy={move.busy}
          onPress={() => void run()}
        >
          {count === 0 ? '行を選んでください' : `選んだ${String(count)}行を動かす`}
        </Button>
      </div>
      <KeyLine
        keys={[
          { key: ['↑', '↓'], does: '行へ' },
          { key: 'Space', does: '選ぶ・外す' },
          { key: ['Shift', '↑', '↓'], does: '続けて選ぶ' },
        ]}
      />
      <RowList<TalkRow>
        label="動かす行"
        className={styles.list}
        rows={rows}
        rowKey={(row) => row.key}
        rowHeight={() => 2.5}
        isHeading={(row) => row.what === 'item'}
        selectedKey={lines.at}
        onSelect={(row) => lines.setAt(row.key)}
        onKey={lines.handleKey}
        autoFocus
      >
        {(row) => <Row row={row} chosen={lines.chosen} onTurn={lines.turn} />}
      </RowList>
    </div>
  )
}
