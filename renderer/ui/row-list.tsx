import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react'
import { classNames } from './class-names.ts'
import { belongsToIme } from './ime.ts'
import styles from './row-list.module.css'
import { useVirtualRows } from './virtual-rows.ts'

export interface RowListHandle {
  /** Brings a row to the top of what is seen. */
  readonly showAtTop: (position: number) => void
  readonly focus: () => void
}

export interface RowListProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** In rem: rows grow with the text. */
  readonly rowHeight: (row: Row) => number
  readonly children: (row: Row, position: number) => ReactNode
  /** A heading between rows (あ, か): drawn, but neither chosen nor stepped on. */
  readonly isHeading?: (row: Row) => boolean
  readonly selectedKey: string | null
  readonly onSelect: (row: Row) => void
  /** Enter on the selected row. */
  readonly onOpen?: (row: Row) => void
  /** Any other key, with the selected row; return true when it was used. */
  readonly onKey?: (event: KeyboardEvent, row: Row | null) => boolean
  /** Told of the first row that is seen, for an index at the side. */
  readonly onFirstSeen?: (row: Row) => void
  /** Columns of a table's row, for rows that hold several. */
  readonly className?: string | undefined
  readonly handle?: Ref<RowListHandle>
  /** Takes the focus when it opens, so that its keys work at once. */
  readonly autoFocus?: boolean
}

const remOf = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/**
 * A list of any length of which only what is seen is drawn; one place in the Tab order, ↑↓ Home End PageUp PageDown
 * inside. The chosen row follows the keys, so that its detail can stand beside it.
 */
export function RowList<Row>(props: RowListProps<Row>) {
  const { rows, rowKey, rowHeight, children, isHeading, selectedKey, onSelect, onOpen, onKey } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualRows({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (position) => {
      const row = rows[position]
      return row === undefined ? 0 : rowHeight(row) * remOf()
    },
    overscan: 12,
    getItemKey: (position) => {
      const row = rows[position]
      return row === undefined ? position : rowKey(row)
    },
  })
  const selected = rows.findIndex((row) => !isRowHeading(row, isHeading) && rowKey(row) === selectedKey)
  useImperativeHandle(props.handle, () => ({
    showAtTop: (position) => virtual.scrollToIndex(position, { align: 'start' }),
    focus: () => box.current?.focus(),
  }))
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' })
  }, [selected, virtual])

  const { autoFocus = false } = props
  useEffect(() => {
    if (autoFocus) box.current?.focus({ preventScroll: true })
  }, [autoFocus])

  const step = (from: number, by: number): void => {
    const way = by < 0 ? -1 : 1
    let position = Math.min(Math.max(from + by, 0), rows.length - 1)
    while (position >= 0 && position < rows.length) {
      const row = rows[position]
      if (row !== undefined && !isRowHeading(row, isHeading)) {
        onSelect(row)
        return
      }
      position += way
    }
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (belongsToIme(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[selected] ?? null
    if (onKey?.(event, row) === true) {
      event.preventDefault()
      return
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / 44) - 1)
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(selected, 1),
      ArrowUp: () => step(selected < 0 ? 1 : selected, -1),
      PageDown: () => step(selected, page),
      PageUp: () => step(selected, -page),
      Home: () => step(-1, 1),
      End: () => step(rows.length, -1),
      Enter: () => {
        if (row !== null) onOpen?.(row)
      },
    }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    move()
  }
  // A row scrolled out of sight is not drawn, and cannot be pointed to.
  const drawn = virtual.getVirtualItems().some((item) => item.index === selected)
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={drawn ? `${id}-${selected}` : undefined}
      className={classNames(styles.box, props.className)}
      onKeyDown={handleKey}
      onFocus={(event) => {
        if (selected < 0 && event.target === box.current && rows.length > 0) step(-1, 1)
      }}
      onScroll={(event) => {
        const first = virtual.getVirtualItemForOffset(event.currentTarget.scrollTop)
        const row = first === undefined ? undefined : rows[first.index]
        if (row !== undefined) props.onFirstSeen?.(row)
      }}
    >
      <div role="presentation" className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const heading = isRowHeading(row, isHeading)
          const place = { height: item.size, transform: `translateY(${item.start}px)` }
          return heading ? (
            <div
              key={item.key}
              role="presentation"
              className={classNames(styles.row, styles.heading)}
              style={place}
            >
              {children(row, item.index)}
            </div>
          ) : (
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={item.index === selected}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className={classNames(styles.row, item.index === selected && styles.selected)}
              style={place}
              onClick={() => onSelect(row)}
              onDoubleClick={() => onOpen?.(row)}
            >
              {children(row, item.index)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function isRowHeading<Row>(row: Row, isHeading: ((row: Row) => boolean) | undefined): boolean {
  return isHeading?.(row) === true
}
