import { type ReactNode, useMemo, useRef, useState } from 'react'
import { FilterField } from './filter-field.tsx'
import { RowList, type RowListHandle } from './row-list.tsx'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import styles from './filtered-list.module.css'

export interface FilteredListProps<Row> {
  /** What the list holds: 地域課題. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What a row is found by. */
  readonly searched: (row: Row) => string
  readonly title: (row: Row) => ReactNode
  readonly under: (row: Row) => ReactNode
  readonly chosen: string | null
  readonly onChoose: (row: Row) => void
  /** Beside the field for words: another filter. */
  readonly filter?: ReactNode
}

/** A list of records with two lines each, filtered by any words in them, whichever width or kana. */
export function FilteredList<Row>(props: FilteredListProps<Row>) {
  const { label, rows, rowKey, searched, title, under, chosen, onChoose } = props
  const [wanted, setWanted] = useState('')
  const list = useRef<RowListHandle>(null)
  const keys = useMemo(
    () => rows.map((row) => ({ row, key: foldForSearch(searched(row)) })),
    [rows, searched],
  )
  const shown = useMemo(() => {
    const folded = foldForSearch(wanted)
    return keys.filter(({ key }) => key.includes(folded)).map(({ row }) => row)
  }, [keys, wanted])
  return (
    <section className={styles.list} aria-label={`${label}の一覧`}>
      <div className={styles.filters}>
        <FilterField
          label={`${label}をことばでしぼる`}
          placeholder="ことばでしぼる"
          value={wanted}
          onChange={setWanted}
          list={list}
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
