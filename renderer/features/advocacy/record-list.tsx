import { type ReactNode, useMemo, useRef, useState } from 'react'
import { RowList, type RowListHandle } from '#renderer/ui/row-list.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import styles from './advocacy.module.css'

export interface RecordListProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What a row is found by. */
  readonly searched: (row: Row) => string
  readonly title: (row: Row) => ReactNode
  readonly under: (row: Row) => ReactNode
  readonly chosen: string | null
  readonly onChoose: (row: Row) => void
  readonly filter?: ReactNode
}

/** Records with two lines each, narrowed by any words in them. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { label, rows, rowKey, searched, title, under, chosen, onChoose } = props
  const [wanted, setWanted] = useState('')
  const list = useRef<RowListHandle>(null)
  const shown = useMemo(() => {
    const folded = foldForSearch(wanted)
    return rows.filter((row) => foldForSearch(searched(row)).includes(folded))
  }, [rows, searched, wanted])
  return (
    <section className={styles.list} aria-label={`${label}の一覧`}>
      <div className={styles.filters}>
        <TextField
          label={`${label}をことばでしぼる`}
          labelUnseen
          kind="search"
          placeholder="ことばでしぼる"
          value={wanted}
          onChange={setWanted}
          onKey={(event) => {
            if (event.key === 'ArrowDown' && !event.nativeEvent.isComposing) {
              event.preventDefault()
              list.current?.focus()
            }
          }}
        />
        {props.filter ?? null}
      </div>
      <p className="unseen" role="status">
        {shown.length}件
      </p>
      {shown.length === 0 ? (
        <p className={styles.nothing}>当たるものはありません。</p>
      ) : (
        <RowList<Row>
          label={label}
          className={styles.rows}
          handle={list}
          rows={shown}
          rowKey={rowKey}
          rowHeight={() => 3.75}
          selectedKey={chosen}
          onSelect={onChoose}
        >
          {(row) => (
            <span className={styles.row}>
              <span className={styles.title}>{title(row)}</span>
              <span className={styles.under}>{under(row)}</span>
            </span>
          )}
        </RowList>
      )}
    </section>
  )
}
