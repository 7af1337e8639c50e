import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { ShownList } from '#shared/contract/table-operations.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox, CheckboxGroup } from '#renderer/ui/choices.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { RowList } from '#renderer/ui/row-list.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import styles from './list-table.module.css'
import { RosterTabs } from './roster-tabs.tsx'
import { keyRows, shownRows, type Wanted } from './shown-rows.ts'
import type { TableColumn } from './table-columns.ts'

export interface ListTableProps<Row> {
  readonly title: string
  /** Under which the chosen columns are remembered. */
  readonly list: ShownList
  /** Columns chosen before; null: the usual ones. */
  readonly kept: readonly string[] | null
  /** Chooses what is listed. */
  readonly kind: ReactNode
  readonly rows: readonly Row[]
  readonly columns: readonly TableColumn<Row>[]
  readonly rowKey: (row: Row) => string
}

const anyColumn = 'any'

/** A list of any length as a table: only the rows in sight are drawn. What is printed is what is seen, or what was chosen of it. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { title, list, kept, kind, rows, columns, rowKey } = props
  const [wanted, setWanted] = useState<Wanted>({
    words: '',
    column: null,
    sortBy: columns[0]?.key ?? '',
    backwards: false,
  })
  const [keys, setKeys] = useState(() => firstColumns(columns, kept))
  const remember = useWrite('tables.saveColumns')
  const [choosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [here, setHere] = useState<string | null>(null)
  const keyed = useMemo(() => keyRows(rows, columns), [rows, columns])
  // The key that was typed shows at once; of very many rows the list follows it.
  const sought = useDeferredValue(wanted)
  const shown = useMemo(() => shownRows(keyed, columns, sought), [keyed, columns, sought])
  const seen = columns.filter((column) => keys.includes(column.key))
  const picked = shown.filter((row) => chosen.has(rowKey(row)))
  const grid = {
    gridTemplateColumns: `2rem ${seen.map((column) => `minmax(0, ${column.share}fr)`).join(' ')}`,
  }
  const toggle = (row: Row): void => {
    const next = new Set(chosen)
    if (!next.delete(rowKey(row))) next.add(rowKey(row))
    setChosen(next)
  }
  const sort = (key: string): void =>
    setWanted({ ...wanted, sortBy: key, backwards: wanted.sortBy === key ? !wanted.backwards : false })
  return (
    <>
      <PageHead
        title="一覧表"
        beside={<RosterTabs />}
        line="しぼり、並べかえ、列を選んで、見えているとおりに刷ったりExcelにしたりできます。"
        actions={
          <TakeOut
            title={title}
            note={noteOf(wanted, columns, picked.length)}
            columns={seen}
            rows={picked.length > 0 ? picked : shown}
          />
        }
      />
      <div className={styles.page}>
        {kind}
        <div className={styles.bar}>
          <TextField
            label="しぼる"
            kind="search"
            width="medium"
            value={wanted.words}
            onChange={(words) => setWanted({ ...wanted, words })}
            placeholder="どの欄のことばでも"
          />
          <Select
            label="どの欄で"
            value={wanted.column ?? anyColumn}
            onChange={(key) => setWanted({ ...wanted, column: key === anyColumn ? null : key })}
            choices={[
              { value: anyColumn, label: 'どの欄でも' },
              ...columns.map(({ key, heading }) => ({ value: key, label: heading })),
            ]}
          />
          <Select
            label="並べかた"
            value={wanted.sortBy}
            onChange={(key) => setWanted({ ...wanted, sortBy: key, backwards: false })}
            choices={columns.map(({ key, heading }) => ({
              value: key,
              label: key === 'name' ? `${heading}（五十音順）` : `${heading}の順`,
            }))}
          />
          <Button onPress={() => setChoosing(!choosing)}>{choosing ? '列を閉じる' : '列を選ぶ'}</Button>
          <p role="status">
            {shown.length}件{picked.length === 0 ? '' : `のうち${picked.length}件を選んでいます`}
          </p>
        </div>
        <ErrorNotice error={remember.error} onClose={remember.forget} />
        {choosing ? (
          <CheckboxGroup
            label="出す列"
            value={keys}
            onChange={(next) => {
              if (next.length === 0) return
              setKeys(next)
              void remember.run({ list, columns: [...next] })
            }}
            choices={columns.map(({ key, heading }) => ({ value: key, label: heading }))}
          />
        ) : null}
        <div className={styles.head} style={grid}>
          <Checkbox
            checked={picked.length > 0 && picked.length === shown.length}
            partly={picked.length > 0 && picked.length < shown.length}
            onChange={(all) => setChosen(all ? new Set(shown.map(rowKey)) : new Set())}
          >
            <span className="unseen">見えている行をすべて選ぶ</span>
          </Checkbox>
          {seen.map((column) => (
            <Button
              key={column.key}
              look="quiet"
              small
              label={`${column.heading}で並べかえる`}
              onPress={() => sort(column.key)}
            >
              {column.heading}
              {wanted.sortBy === column.key ? (wanted.backwards ? ' ▲' : ' ▼') : ''}
            </Button>
          ))}
        </div>
        {shown.length === 0 ? (
          <p className={styles.nobody}>当たる行はありません。</p>
        ) : (
          <RowList<Row>
            label={title}
            rows={shown}
            rowKey={rowKey}
            rowHeight={() => 2.4375}
            className={styles.rows}
            selectedKey={here}
            onSelect={(row) => setHere(rowKey(row))}
            onKey={(event, row) => {
              if (event.key !== ' ' || row === null) return false
              toggle(row)
              return true
            }}
          >
            {(row) => (
              <span className={styles.row} style={grid}>
                <span
                  className={styles.mark}
                  onClick={() => toggle(row)}
                  aria-label={chosen.has(rowKey(row)) ? '選んだ行' : undefined}
                >
                  {chosen.has(rowKey(row)) ? '☑' : '☐'}
                </span>
                {seen.map((column) => (
                  <span key={column.key} className={styles.cut}>
                    <Name>{column.text(row)}</Name>
                  </span>
                ))}
              </span>
            )}
          </RowList>
        )}
        <KeyLine
          keys={[
            { key: ['↑', '↓'], does: '行をうつる' },
            { key: 'Space', does: '選ぶ・外す' },
          ]}
        />
      </div>
    </>
  )
}

/** As they were left the last time, as far as there still are such columns. */
function firstColumns<Row>(
  columns: readonly TableColumn<Row>[],
  kept: readonly string[] | null,
): readonly string[] {
  const known = columns.map((each) => each.key).filter((key) => kept?.includes(key) === true)
  return known.length > 0 ? known : columns.filter((each) => each.usual).map((each) => each.key)
}

function noteOf<Row>(wanted: Wanted, columns: readonly TableColumn<Row>[], picked: number): string {
  const heading = columns.find((column) => column.key === wanted.column)?.heading
  const words = wanted.words.trim()
  return [
    words === '' ? '' : `${heading ?? 'どの欄か'}に「${words}」`,
    `${columns.find((column) => column.key === wanted.sortBy)?.heading ?? ''}の順`,
    picked === 0 ? '' : '選んだ行だけ',
  ]
    .filter((text) => text !== '')
    .join('、')
}

interface TakeOutProps<Row> {
  readonly title: string
  readonly note: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
}

/** The same rows and columns on paper and in Excel. */
function TakeOut<Row>({ title, note, columns, rows }: TakeOutProps<Row>) {
  const make = useWrite('tables.make')
  const files = useFiles()
  const made = (format: 'pdf' | 'xlsx') =>
    make.run({
      title: `${title}一覧`,
      note,
      columns: columns.map(({ heading, share }) => ({ heading, share })),
      rows: rows.map((row) => columns.map((column) => column.text(row))),
      format,
    })
  const print = async (): Promise<void> => {
    const file = await made('pdf')
    if (file !== null) await files.print(file.token)
  }
  const save = async (): Promise<void> => {
    const file = await made('xlsx')
    if (file !== null) await files.save(file.token)
  }
  return (
    <>
      <ErrorNotice error={make.error ?? files.error} />
      <Button disabled={rows.length === 0} busy={make.busy} onPress={() => void print()}>
        印刷する
      </Button>
      <Button look="main" disabled={rows.length === 0} busy={make.busy} onPress={() => void save()}>
        Excelにする
      </Button>
    </>
  )
}
