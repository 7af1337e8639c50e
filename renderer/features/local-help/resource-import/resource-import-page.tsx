import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { OfferedFile } from '#shared/contract/files.ts'
import {
  resourceImportFieldNames,
  type ResourceImportPlan,
  type ResourceRowState,
} from '#shared/domain/resource-import-plan.ts'
import styles from '#renderer/ui/record-page.module.css'

const stateWords: Readonly<Record<ResourceRowState, string>> = {
  new: '加える',
  changed: '書きかえる',
  same: '同じ',
  double: '二度ある',
  wrong: '取り込めない',
}
const stateMarks: Readonly<Record<ResourceRowState, MarkKind>> = {
  new: 'new',
  changed: 'changed',
  same: 'same',
  double: 'double',
  wrong: 'lacking',
}

interface Reading {
  readonly file: OfferedFile
  readonly plan: ResourceImportPlan
}

/** 地域資源を取り込む: an existing list, row by row, and only then the writing. */
export function ResourceImportPage() {
  const files = useFiles()
  const planning = useWrite('resources.planImport')
  const applying = useWrite('resources.applyImport')
  const [reading, setReading] = useState<Reading | 'none' | null>(null)
  const [wanted, setWanted] = useState<ReadonlySet<number>>(new Set())
  const [written, setWritten] = useState<{ readonly added: number; readonly changed: number } | null>(null)
  const choose = async (): Promise<void> => {
    planning.forget()
    applying.forget()
    const file = await files.choose('roster')
    if (file === null) return
    const plan = await planning.attempt({ file: file.token })
    if (!plan.ok) return
    setWritten(null)
    setReading(plan.value === null ? 'none' : { file, plan: plan.value })
    setWanted(new Set(plan.value?.rows.filter((row) => row.offered).map((row) => row.row)))
  }
  const apply = async (): Promise<void> => {
    if (reading === null || reading === 'none') return
    const done = await applying.run({ file: reading.file.token, rows: [...wanted] })
    if (done !== null) setWritten(done)
  }
  const ready = reading !== null && reading !== 'none' && written === null
  return (
    <>
      <PageHead
        title="地域資源を取り込む"
        line="いまある一覧（Excel、CSV）から。押すまで何も書きません。もうあるものは、変わるところを見てから書きかえます。"
        actions={
          written !== null ? (
            <ButtonLink look="main" to="/area/resources">
              地域資源をひらく
            </ButtonLink>
          ) : ready ? (
            <>
              <Button onPress={() => void choose()}>ほかのファイル</Button>
              <Button look="main" busy={applying.busy} onPress={() => void apply()}>
                {`選んだ${String(wanted.size)}件を取り込む`}
              </Button>
            </>
          ) : (
            <Button look="main" busy={files.busy || planning.busy} onPress={() => void choose()}>
              ファイルを選ぶ
            </Button>
          )
        }
      />
      <ErrorNotice error={files.error ?? planning.error ?? applying.error} />
      {written !== null ? (
        <Notice mark="done">
          <p>
            {written.added}件を加え、{written.changed}件を書きかえました。元のファイルには手を加えていません。
          </p>
        </Notice>
      ) : reading === 'none' ? (
        <Notice mark="lacking">
          <p>
            地域資源の一覧として読めませんでした。「名称」のほかに、分類・圏域・内容などの見出しが一行に並んだ表を選んでください。ファイルには手を加えていません。
          </p>
        </Notice>
      ) : reading === null ? (
        <Empty next="名称、分類、圏域、運営主体、窓口、場所、内容などの見出しを、並びの順によらず読みます。">
          まだファイルを選んでいません。
        </Empty>
      ) : (
        <Rows plan={reading.plan} wanted={wanted} onWanted={setWanted} />
      )}
    </>
  )
}

interface RowsProps {
  readonly plan: ResourceImportPlan
  readonly wanted: ReadonlySet<number>
  readonly onWanted: (wanted: ReadonlySet<number>) => void
}

function Rows({ plan, wanted, onWanted }: RowsProps) {
  const { kinds } = useHelpKinds()
  const unread = plan.columns.filter((column) => column.field === null).map((column) => column.header)
  const toggle = (row: number, checked: boolean): void => {
    const next = new Set(wanted)
    if (checked) next.add(row)
    else next.delete(row)
    onWanted(next)
  }
  return (
    <div className={styles.page}>
      <p className="sub">
        「{plan.fileName}」のシート「{plan.sheet}」、{plan.headerRow}行目の見出しから。読む列：
        {plan.columns
          .flatMap((column) => (column.field === null ? [] : [resourceImportFieldNames[column.field]]))
          .join('、')}
        {unread.length === 0 ? '' : `。読まない列：${unread.join('、')}`}。分類は{kinds.length}種。
      </p>
      <table className={styles.table} aria-label="取り込む行">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">取り込む</th>
            <th scope="col">名称</th>
            <th scope="col">分類</th>
            <th scope="col">圏域</th>
            <th scope="col">変わるところ・気をつけること</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => (
            <tr key={row.row}>
              <td>{row.row}</td>
              <td>
                {row.state === 'wrong' || row.state === 'same' ? (
                  <Chip mark={stateMarks[row.state]}>{stateWords[row.state]}</Chip>
                ) : (
                  <Checkbox checked={wanted.has(row.row)} onChange={(checked) => toggle(row.row, checked)}>
                    <span className="unseen">{row.name}を取り込む</span>
                    <Chip mark={stateMarks[row.state]}>{stateWords[row.state]}</Chip>
                  </Checkbox>
                )}
              </td>
              <th scope="row">{row.name}</th>
              <td>{row.kindText}</td>
              <td>{row.areaName}</td>
              <td>
                {row.changes.map(({ field, before, after }) => (
                  <p key={field}>
                    {resourceImportFieldNames[field]}　{before === '' ? '（なし）' : before}
                    <span aria-hidden="true">　→　</span>
                    <span className="unseen">から</span>
                    <b>{after}</b>
                  </p>
                ))}
                {row.remarks.join('　')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
