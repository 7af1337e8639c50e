import { useMemo, useState } from 'react'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import type {
  GroupImportChoice,
  GroupImportOutcome,
  OfferedGroupImport,
} from '#shared/contract/organization-operations.ts'
import {
  type GroupImportPlan,
  groupImportFieldNames,
  type PlannedGroupRow,
} from '#shared/domain/group-import-plan.ts'
import { rowStates, type RowState } from '#shared/domain/import-plan.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { RowList } from '#renderer/ui/row-list.tsx'
import { GroupColumns, type GroupWish } from './group-columns.tsx'
import styles from './group-import.module.css'
import { stateMarks, stateWords } from './state-filter.tsx'

/** What the clerk wants of a row: the number of a recorded group's place among the matches, or taken, or left. */
type Wish = 'take' | 'leave' | 'undecided' | `join-${number}`

function proposed(row: PlannedGroupRow): Wish {
  return row.state === 'wrong' ? 'leave' : row.state === 'doubtful' ? 'undecided' : 'take'
}

function choiceOf(row: PlannedGroupRow, wish: Wish): GroupImportChoice {
  if (wish === 'take') return { row: row.row, action: 'take', organizationId: null }
  const at = wish.startsWith('join-') ? Number(wish.slice(5)) : -1
  const organizationId = row.matches[at]?.organizationId ?? null
  return organizationId === null
    ? { row: row.row, action: 'leave', organizationId: null }
    : { row: row.row, action: 'join', organizationId }
}

export interface GroupImportProps {
  readonly file: OfferedFile
  readonly plan: OfferedGroupImport
  readonly onOtherFile: () => void
  /** Why it could not be read anew as was wished. */
  readonly error: TsudoiError | null
  readonly busy: boolean
  readonly onWish: (wish: GroupWish) => void
}

/** A list of groups: every row with what would happen and why, and only then the writing. */
export function GroupImport({ file, plan, error, busy, onOtherFile, onWish }: GroupImportProps) {
  const applying = useWrite('organizations.applyImport')
  const [wished, setWished] = useState<{
    readonly plan: OfferedGroupImport
    readonly wishes: ReadonlyMap<number, Wish>
  }>({ plan, wishes: new Map() })
  const [columnsOpen, setColumnsOpen] = useState(false)
  // Of columns that mean something else every row is another.
  const wishes = wished.plan === plan ? wished.wishes : new Map<number, Wish>()
  const [at, setAt] = useState<number | null>(null)
  const [outcome, setOutcome] = useState<GroupImportOutcome | null>(null)
  const wishOf = (row: PlannedGroupRow): Wish => wishes.get(row.row) ?? proposed(row)
  // What asks for a decision stands first.
  const rows = useMemo(
    () =>
      [...plan.rows].sort(
        (one, other) => Number(other.state === 'doubtful') - Number(one.state === 'doubtful'),
      ),
    [plan],
  )
  const selected = rows.find((row) => row.row === at) ?? rows[0] ?? null
  const undecided = plan.rows.filter((row) => wishOf(row) === 'undecided').length
  const set = (row: PlannedGroupRow, wish: Wish): void => {
    if (row.state !== 'wrong') setWished({ plan, wishes: new Map(wishes).set(row.row, wish) })
  }
  const apply = async (): Promise<void> => {
    const done = await applying.attempt({
      file: file.token,
      sheet: plan.sheet,
      headerRow: plan.headerRow,
      mapping: [...plan.mapping],
      fingerprint: plan.fingerprint,
      choices: plan.rows.map((row) => choiceOf(row, wishOf(row))),
    })
    if (done.ok) setOutcome(done.value)
  }
  return (
    <>
      <PageHead
        title="団体を取り込む"
        place={outcome === null ? 'rows' : 'done'}
        line={`「${plan.fileName}」は団体の一覧として読みました。${plan.rows.length}団体。押すまで何も書きません。`}
        actions={
          outcome === null ? (
            <>
              <Button onPress={onOtherFile}>ほかのファイル</Button>
              <Button onPress={() => setColumnsOpen(!columnsOpen)}>
                {columnsOpen ? '行を見る' : '列の対応を直す'}
              </Button>
              <Button key="apply" look="main" onPress={() => void apply()} busy={applying.busy}>
                この内容で取り込む
              </Button>
            </>
          ) : (
            <ButtonLink look="main" to="/roster/groups">
              団体をひらく
            </ButtonLink>
          )
        }
      />
      <ErrorNotice error={applying.error ?? error} />
      {outcome === null && columnsOpen ? (
        <GroupColumns plan={plan} busy={busy} onWish={onWish} />
      ) : outcome === null ? (
        <>
          <p className={styles.counts}>
            {rowStates
              .filter((state) => plan.counts[state] > 0)
              .map((state) => (
                <Chip key={state} mark={stateMarks[state]}>
                  {stateWords[state]} {plan.counts[state]}
                </Chip>
              ))}
            {undecided === 0 ? null : <span>決めていない{undecided}行は、取り込みません。</span>}
          </p>
          <div className={styles.work}>
            <RowList<PlannedGroupRow>
              label="団体の行"
              autoFocus
              rows={rows}
              rowKey={(row) => String(row.row)}
              rowHeight={() => 2.5}
              selectedKey={selected === null ? null : String(selected.row)}
              onSelect={(row) => setAt(row.row)}
              onKey={(event, row) => {
                const wish = ({ t: 'take', l: 'leave' } as const)[event.key.toLowerCase()]
                if (row === null || wish === undefined) return false
                set(row, wish)
                return true
              }}
            >
              {(row) => <Line row={row} wish={wishOf(row)} />}
            </RowList>
            {selected === null ? (
              <div />
            ) : (
              <Detail
                plan={plan}
                row={selected}
                wish={wishOf(selected)}
                onWish={(wish) => set(selected, wish)}
              />
            )}
          </div>
        </>
      ) : (
        <>
          <Notice mark="done">
            <b>取り込みました。</b>もとのファイルには手を加えていません。
          </Notice>
          <Facts
            facts={[
              { name: '新しく加えた団体', value: `${outcome.added}団体` },
              { name: '書きかえた団体', value: `${outcome.changed}団体` },
              { name: '同じだった団体', value: `${outcome.same}団体` },
              { name: '取り込まなかった行', value: `${outcome.left}行` },
            ]}
          />
        </>
      )}
    </>
  )
}

const doing: Readonly<Record<RowState, string>> = {
  new: '加える',
  changed: '書きかえる',
  same: 'そのまま',
  doubtful: '別の団体として加える',
  wrong: '取り込めません',
}

/** A doubtful row without a recorded group to be taken for is just added. */
function takeWords(row: PlannedGroupRow): string {
  const hasMatch = row.matches.some((match) => match.organizationId !== null)
  return row.state === 'doubtful' && !hasMatch ? 'この内容で加える' : doing[row.state]
}

function Line({ row, wish }: { readonly row: PlannedGroupRow; readonly wish: Wish }) {
  const words =
    wish === 'undecided'
      ? 'まだ決めていない'
      : wish === 'leave'
        ? '取り込まない'
        : wish === 'take'
          ? takeWords(row)
          : '名簿の団体にする'
  return (
    <span className={styles.line}>
      <span className="num">{row.row}</span>
      <Chip mark={stateMarks[row.state]}>{stateWords[row.state]}</Chip>
      <span className={styles.cut}>{row.fields.code}</span>
      <b className={styles.cut}>
        <Name>{row.fields.name}</Name>
      </b>
      <span className={styles.cut}>{words}</span>
    </span>
  )
}

interface DetailProps {
  readonly plan: GroupImportPlan
  readonly row: PlannedGroupRow
  readonly wish: Wish
  readonly onWish: (wish: Wish) => void
}

function Detail({ plan, row, wish, onWish }: DetailProps) {
  const { fields } = row
  const texts = (['code', 'kana', 'contactName', 'phone', 'address', 'activities', 'note'] as const)
    .filter((field) => fields[field] !== '')
    .map((field) => ({
      name: groupImportFieldNames[field],
      value: <span className={styles.long}>{fields[field]}</span>,
    }))
  return (
    <div className={styles.detail}>
      <Block title={<Name>{fields.name === '' ? `${row.row}行目` : fields.name}</Name>} note={plan.sheet}>
        <p className={styles.reason}>{row.reason}</p>
        {row.state === 'wrong' ? null : (
          <RadioGroup<Wish>
            label="この行をどうするか"
            value={wish}
            onChange={onWish}
            choices={[
              { value: 'take', label: takeWords(row) },
              ...row.matches.flatMap((match, position) =>
                match.organizationId === null
                  ? []
                  : [{ value: `join-${position}` as const, label: `名簿の「${match.name}」にする` }],
              ),
              { value: 'leave', label: '取り込まない' },
            ]}
          />
        )}
        {row.changes.length === 0 ? null : (
          <Facts
            facts={row.changes.map((change) => ({
              name: change.label,
              value: (
                <>
                  <span className="sub">{change.from === '' ? '（空）' : change.from}</span> → {change.to}
                </>
              ),
            }))}
          />
        )}
        <ul className={styles.findings}>
          {row.findings
            .filter((finding) => finding.message !== row.reason)
            .map((finding) => (
              <li key={finding.message}>{finding.message}</li>
            ))}
        </ul>
        <Facts facts={texts} />
      </Block>
    </div>
  )
}
