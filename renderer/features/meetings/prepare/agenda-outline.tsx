import { useRef, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { AgendaItem, AgendaItemFields, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import type { AgendaKind } from '#shared/domain/meeting.ts'
import { runAgenda, type RunningTime } from '#shared/domain/running-time.ts'
import { agendaFieldsOf } from '../meeting-words.ts'
import { AgendaRow } from './agenda-row.tsx'
import { AgendaTools } from './agenda-tools.tsx'
import { NewAgendaRow } from './new-agenda-row.tsx'
import styles from './agenda.module.css'
import { type NewLine, placeOfLine, useAgendaLines } from './use-agenda-lines.ts'

/** The kind of the section under which a position stands. */
function sectionKindAt(agenda: readonly AgendaItem[], position: number): AgendaKind | null {
  return agenda.slice(0, position + 1).findLast((item) => item.level === 1)?.kind ?? null
}

function RunningTotal({ meeting, run }: { readonly meeting: MeetingDetail; readonly run: RunningTime }) {
  if (meeting.agenda.length === 0) return null
  const total = `合わせて${String(run.total)}分（${formatClockTime(run.endsAt)}まで）`
  if (run.spare === null) return <span>{total}</span>
  if (run.spare < 0) {
    return (
      <>
        {total}　<Chip mark="late">予定を{-run.spare}分こえます</Chip>
      </>
    )
  }
  return (
    <span>
      {total}　{run.spare === 0 ? 'ちょうど終わります' : `あと${String(run.spare)}分あります`}
    </span>
  )
}

const usualAgenda: readonly (readonly [string, AgendaKind])[] = [
  ['開会', 'opening'],
  ['報告', 'report'],
  ['協議', 'discussion'],
  ['情報交換', 'exchange'],
  ['その他', 'other'],
  ['閉会', 'closing'],
]

function UsualAgenda({ meeting }: { readonly meeting: MeetingDetail }) {
  const add = useWrite('meetings.addAgendaItem')
  const addAll = async (): Promise<void> => {
    let after: AgendaItemId | null = null
    for (const [title, kind] of usualAgenda) {
      const item: AgendaItemFields = {
        kind,
        level: 1,
        title,
        plannedMinutes: null,
        presenter: '',
        paperNumber: '',
        paperTitle: '',
        internalNote: '',
      }
      const added: { readonly agendaItemId: AgendaItemId } | null = await add.run({
        meetingId: meeting.id,
        item,
        after,
      })
      if (added === null) return
      after = added.agendaItemId
    }
  }
  return (
    <div className={styles.usual}>
      <Button small busy={add.busy} onPress={() => void addAll()}>
        いつもの形を入れる（{usualAgenda.map(([title]) => title).join('・')}）
      </Button>
      <ErrorNotice error={add.error} onClose={add.forget} />
    </div>
  )
}

const columnNames = [
  '番号',
  '種類',
  '議題',
  '担当',
  '分',
  '資料番号',
  '資料名',
  '内部メモ（印刷しない）',
  '時刻',
]

/** Moves of one row: saved at once, and told where something is taken away. */
function useRowActions(meeting: MeetingDetail) {
  const save = useWrite('meetings.saveAgendaItem')
  const move = useWrite('meetings.moveAgendaItem')
  const remove = useWrite('meetings.removeAgendaItem')
  const add = useWrite('meetings.addAgendaItem')
  const tell = useTell()
  const removeItem = async (item: AgendaItem, before: AgendaItemId | null): Promise<void> => {
    if (!(await remove.did({ agendaItemId: item.id }))) return
    tell({
      text: `議題「${item.title}」を消しました。`,
      undo: () => add.run({ meetingId: meeting.id, item: agendaFieldsOf(item), after: before }),
    })
  }
  return { save, move, remove, removeItem, error: save.error ?? move.error ?? remove.error }
}

/** 次第 as an outline, with its running clock at the right edge. */
export function AgendaOutline({ meeting }: { readonly meeting: MeetingDetail }) {
  const { agenda, locked } = meeting
  const run = runAgenda(agenda, meeting.startsAt, meeting.endsAt)
  const lines = useAgendaLines(meeting.id, agenda)
  const actions = useRowActions(meeting)
  const [focusOn, setFocusOn] = useState<AgendaItemId | null>(null)
  const table = useRef<HTMLDivElement>(null)
  const open = lines.line
  const resting: NewLine = {
    key: 0,
    after: agenda.at(-1)?.id ?? null,
    behind: null,
    level: agenda.at(-1)?.level ?? 1,
    sectionKind: sectionKindAt(agenda, agenda.length - 1),
    text: '',
    known: new Set(agenda.map(({ id }) => id)),
  }
  const newRow = (line: NewLine, asked: boolean) => (
    <div key={`new-${String(line.key)}`} role="presentation" className={styles.pair}>
      <NewAgendaRow
        line={line}
        asked={asked}
        onSave={(title, level) => lines.save(line, title, level)}
        onLeave={lines.close}
      />
    </div>
  )
  const rows = agenda.map((item, position) => (
    <div key={item.id} role="presentation" className={styles.pair}>
      <AgendaRow
        item={item}
        clock={run.items[position]}
        deepest={Math.min(3, (agenda[position - 1]?.level ?? 0) + 1)}
        locked={locked}
        focused={focusOn === item.id}
        onSave={(patch) => actions.save.did({ agendaItemId: item.id, item: patch })}
        onMove={(by) => void actions.move.run({ agendaItemId: item.id, by })}
        onNew={() =>
          lines.open({
            after: item.id,
            level: item.level,
            sectionKind: sectionKindAt(agenda, position),
          })
        }
        onRemove={() => {
          setFocusOn(agenda[position - 1]?.id ?? agenda[position + 1]?.id ?? null)
          void actions.removeItem(item, agenda[position - 1]?.id ?? null)
        }}
      />
    </div>
  ))
  // One flat list of keyed rows, so that an item coming in above the new line leaves its box where it is.
  const withNewLine = locked
    ? rows
    : rows.toSpliced(
        open === null ? rows.length : placeOfLine(open, agenda),
        0,
        newRow(open ?? resting, open !== null),
      )
  return (
    <Block title="次第" more={<RunningTotal meeting={meeting} run={run} />}>
      <ErrorNotice error={lines.error ?? actions.error} onClose={lines.forget} />
      {agenda.length === 0 && !locked ? <UsualAgenda meeting={meeting} /> : null}
      <div ref={table} role="table" aria-label="次第" className={styles.table}>
        <div role="row" className={styles.head}>
          {columnNames.map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
        {withNewLine}
      </div>
      <AgendaTools meeting={meeting} />
      {locked ? null : (
        <div className={styles.keys}>
          <KeyLine
            keys={[
              { key: 'Enter', does: '下に新しい議題' },
              { key: ['Alt', '←', '→'], does: '段を変える（行の頭では Tab でも）' },
              { key: ['Alt', '↑', '↓'], does: '上下へ動かす' },
              { key: 'Delete', does: '空の議題を消す' },
            ]}
          />
        </div>
      )}
    </Block>
  )
}
