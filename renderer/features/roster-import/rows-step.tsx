import { useMemo, useState } from 'react'
import type { ImportPlan, PlannedRow, RowState } from '#shared/domain/import-plan.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { RowList } from '#renderer/ui/row-list.tsx'
import { PlanRow, PlanRowHead } from './plan-row.tsx'
import { RowDetail } from './row-detail.tsx'
import { type Choices, choiceOf, goesIn, knownMatches, withAllMembers, withChoice } from './row-choices.ts'
import styles from './roster-import.module.css'
import { SkippedRows } from './skipped-rows.tsx'
import { StateFilter, type Shown } from './state-filter.tsx'

export interface RowsStepProps {
  readonly plan: ImportPlan
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

const order: readonly RowState[] = ['doubtful', 'wrong', 'new', 'changed', 'same']

/** Every row, what will happen to it and why; one row at a time beside the table. */
export function RowsStep({ plan, choices, onChange }: RowsStepProps) {
  const { council } = usePlace()
  const [shown, setShown] = useState<Shown>('all')
  // What asks for a decision stands first; within that, the order of the sheet.
  const [at, setAt] = useState<number | null>(null)
  const rows = useMemo(
    () => (shown === 'skipped' ? [] : plan.rows.filter((row) => shown === 'all' || row.state === shown)),
    [plan, shown],
  )
  const firstToLookAt = useMemo(
    () =>
      [...plan.rows].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state))[0]?.row ??
      null,
    [plan],
  )
  const selected = rows.find((row) => row.row === (at ?? firstToLookAt)) ?? rows[0] ?? null
  const hasMatches = plan.rows.some((row) => row.state === 'doubtful' && knownMatches(row).length > 0)
  const members = plan.rows.filter((row) => choiceOf(choices, row).asMember).length

  const toggleMember = (row: PlannedRow): void => {
    const choice = choiceOf(choices, row)
    if (council !== null && goesIn(choice)) onChange(withChoice(choices, row, { asMember: !choice.asMember }))
  }
  const takeKey = (key: string, row: PlannedRow): boolean => {
    const match = knownMatches(row)[Number(key) - 1]
    const ways: Readonly<Record<string, () => void>> = {
      ' ': () => toggleMember(row),
      l: () => onChange(withChoice(choices, row, { action: 'leave' })),
      t: () => onChange(withChoice(choices, row, { action: 'take', personId: null })),
      ...(match === undefined
        ? {}
        : { [key]: () => onChange(withChoice(choices, row, { action: 'join', personId: match.personId })) }),
    }
    const way = ways[key.toLowerCase()]
    way?.()
    return way !== undefined
  }
  return (
    <div className={styles.rowsStep}>
      <div className={styles.rowsMain}>
        <div className={styles.bar}>
          <StateFilter plan={plan} shown={shown} onShow={setShown} />
          <span className={styles.memberBar}>
            {council === null ? (
              <span className="sub">委員にするには、上で協議体を一つ選んでください</span>
            ) : (
              <>
                <span>
                  {council.areaName}の委員 <b>{members}</b>名
                </span>
                <Button small onPress={() => onChange(withAllMembers(choices, rows, true))}>
                  全部つける
                </Button>
                <Button small onPress={() => onChange(withAllMembers(choices, rows, false))}>
                  全部はずす
                </Button>
              </>
            )}
          </span>
        </div>
        {shown === 'skipped' ? (
          <SkippedRows plan={plan} />
        ) : (
          <>
            <PlanRowHead />
            <RowList<PlannedRow>
              label="名簿の行"
              autoFocus
              rows={rows}
              rowKey={(row) => String(row.row)}
              rowHeight={() => 2.5}
              selectedKey={selected === null ? null : String(selected.row)}
              onSelect={(row) => setAt(row.row)}
              onKey={(event, row) => row !== null && takeKey(event.key, row)}
              className={styles.list}
            >
              {(row) => (
                <PlanRow
                  row={row}
                  choice={choiceOf(choices, row)}
                  canSit={council !== null}
                  onToggleMember={() => toggleMember(row)}
                />
              )}
            </RowList>
          </>
        )}
        <div className={styles.keys}>
          <KeyLine
            keys={[
              { key: ['↑', '↓'], does: '行をうつる' },
              ...(council === null ? [] : [{ key: 'Space', does: '委員にする' }]),
              { key: 'T', does: '取り込む' },
              { key: 'L', does: '取り込まない' },
              ...(hasMatches ? [{ key: ['1', '2'], does: '名簿のその人にする' }] : []),
            ]}
          />
        </div>
      </div>
      {selected === null ? (
        <div />
      ) : (
        <RowDetail
          plan={plan}
          row={selected}
          choice={choiceOf(choices, selected)}
          canSit={council !== null}
          onChange={(change) => onChange(withChoice(choices, selected, change))}
        />
      )}
    </div>
  )
}
