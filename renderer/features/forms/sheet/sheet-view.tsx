import {
  memo,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { columnLetters, formatAddress, formatRange } from '#shared/domain/cell-address.ts'
import type {
  DrawnThing,
  PictureCell,
  PictureRange,
  PictureStyle,
  SheetPicture,
} from '#shared/domain/sheet-picture.ts'
import { CellBox, type CellState } from './cell-box.tsx'
import { DrawnBox } from './drawn-box.tsx'
import { ColumnRuler, RowRuler, RULER_HEIGHT, RULER_WIDTH } from './rulers.tsx'
import {
  boxOf,
  type CellPosition,
  cellsIn,
  type Direction,
  layOut,
  lineAt,
  moveOver,
  PIXELS_PER_POINT,
  rangeAt,
  rangeBetween,
  type SheetLayout,
  windowOf,
} from './sheet-layout.ts'
import styles from './sheet.module.css'

/** What is chosen: a cell, and where the choice was drawn to. */
export interface SheetChoice {
  readonly from: CellPosition
  readonly to: CellPosition
}

export interface SheetViewProps {
  readonly label: string
  readonly picture: SheetPicture
  /** 1 is the size of paper. */
  readonly zoom: number
  readonly choice: SheetChoice
  readonly onChoose?: (choice: SheetChoice) => void
  /** Keys that are not for moving. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => void
  readonly stateOf?: (cell: CellPosition) => CellState | undefined
  /** Changes whenever `stateOf` would answer otherwise. */
  readonly states?: unknown
  /** What is said of the chosen cell. */
  readonly describe?: (range: PictureRange) => string
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface RowProps {
  readonly row: number
  readonly cells: readonly PictureCell[]
  readonly styles: readonly PictureStyle[]
  readonly layout: SheetLayout
  readonly scale: number
  readonly stateOf: ((cell: CellPosition) => CellState | undefined) | undefined
  readonly states: unknown
}

const Row = memo(
  function Row({ row, cells, styles: looks, layout, scale, stateOf }: RowProps) {
    return (
      <div role="row" aria-rowindex={row}>
        {cells.map((cell) => {
          const look = looks[cell.style]
          return look === undefined ? null : (
            <CellBox
              key={cell.column}
              cell={cell}
              style={look}
              layout={layout}
              scale={scale}
              state={stateOf?.(cell)}
            />
          )
        })}
      </div>
    )
  },
  (before, after) =>
    before.layout === after.layout &&
    before.scale === after.scale &&
    before.states === after.states &&
    before.cells.length === after.cells.length &&
    before.cells.every((cell, at) => cell === after.cells[at]),
)

const Drawn = memo(function Drawn({
  things,
  scale,
}: {
  readonly things: readonly DrawnThing[]
  readonly scale: number
}) {
  return (
    <div aria-hidden="true">
      {things.map((thing, position) => (
        // Drawn things have no name of their own; their order is that of the file.
        <DrawnBox key={position} thing={thing} scale={scale} />
      ))}
    </div>
  )
})

/** The part of the sheet that is seen, in points; it changes as the sheet is scrolled. */
function useView(scale: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ left: 0, top: 0, width: 900, height: 700 })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = (): void =>
      setView({
        left: element.scrollLeft / scale,
        top: element.scrollTop / scale,
        width: element.clientWidth / scale,
        height: element.clientHeight / scale,
      })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scale])
  return { scroller, view }
}

function useSeen(layout: SheetLayout, view: ReturnType<typeof useView>['view']): PictureRange {
  const fresh = windowOf(layout, view)
  const { top, left, bottom, right } = fresh
  // The same window is the same object, so that what hangs on it is not drawn anew.
  return useMemo(() => ({ top, left, bottom, right }), [top, left, bottom, right])
}

/** A sheet as it looks, drawn as far as it is seen; cells are chosen by mouse and keys. */
export function SheetView(props: SheetViewProps) {
  const { label, picture, zoom, choice, onChoose, onKey, stateOf, states, describe } = props
  const scale = zoom * PIXELS_PER_POINT
  const layout = useMemo(() => layOut(picture), [picture])
  const { scroller, view } = useView(scale)
  const seen = useSeen(layout, view)
  const rows = useMemo(() => cellsIn(layout, seen), [layout, seen])
  const chosen = useMemo(
    () =>
      choice.from.row === choice.to.row && choice.from.column === choice.to.column
        ? rangeAt(layout, choice.from)
        : rangeBetween(layout, choice.from, choice.to),
    [layout, choice],
  )
  const dragging = useRef(false)
  const activeId = useId()
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const { left, top, width, height } = boxOf(layout, rangeAt(layout, choice.to))
    const [x, y] = [left * scale, top * scale]
    const [right, bottom] = [x + width * scale + RULER_WIDTH, y + height * scale + RULER_HEIGHT]
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element
    const across =
      x < scrollLeft
        ? Math.max(0, x - 20)
        : right > scrollLeft + clientWidth
          ? Math.min(x - 20, right + 20 - clientWidth)
          : scrollLeft
    const down =
      y < scrollTop
        ? Math.max(0, y - 20)
        : bottom > scrollTop + clientHeight
          ? Math.min(y - 20, bottom + 20 - clientHeight)
          : scrollTop
    element.scrollTo({ left: across, top: down })
  }, [choice, layout, scale, scroller])
  const positionAt = (event: PointerEvent<HTMLElement>): CellPosition => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return {
      row: lineAt(layout.tops, (event.clientY - top) / scale),
      column: lineAt(layout.lefts, (event.clientX - left) / scale),
    }
  }
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const direction = directions[event.key]
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      onKey?.(event)
      return
    }
    event.preventDefault()
    const to = moveOver(layout, choice.to, direction)
    onChoose?.(event.shiftKey ? { from: choice.from, to } : { from: to, to })
  }
  const box = boxOf(layout, chosen)
  return (
    // The grid itself takes the keys; its cells are told by aria-activedescendant.
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={layout.rows}
      aria-colcount={layout.columns}
      aria-activedescendant={activeId}
      tabIndex={0}
      className={styles.scroller}
      onKeyDown={press}
    >
      <div
        className={styles.sheet}
        role="presentation"
        style={{
          width: (layout.lefts.at(-1) ?? 0) * scale + RULER_WIDTH + 24,
          height: (layout.tops.at(-1) ?? 0) * scale + RULER_HEIGHT + 24,
        }}
      >
        <ColumnRuler layout={layout} seen={seen} chosen={chosen} scale={scale} />
        <RowRuler layout={layout} seen={seen} chosen={chosen} scale={scale} />
        <div
          role="rowgroup"
          className={styles.paper}
          style={{
            left: RULER_WIDTH,
            top: RULER_HEIGHT,
            width: (layout.lefts.at(-1) ?? 0) * scale,
            height: (layout.tops.at(-1) ?? 0) * scale,
          }}
          onPointerDown={(event) => {
            const at = positionAt(event)
            dragging.current = true
            // A range may be drawn beyond the edge of what is seen.
            event.currentTarget.setPointerCapture(event.pointerId)
            onChoose?.(event.shiftKey ? { from: choice.from, to: at } : { from: at, to: at })
          }}
          onPointerMove={(event) => {
            if (!dragging.current || event.buttons === 0) return
            const to = positionAt(event)
            if (to.row !== choice.to.row || to.column !== choice.to.column)
              onChoose?.({ from: choice.from, to })
          }}
          onPointerUp={() => {
            dragging.current = false
          }}
        >
          {rows.map(({ row, cells }) => (
            <Row
              key={row}
              row={row}
              cells={cells}
              styles={picture.styles}
              layout={layout}
              scale={scale}
              stateOf={stateOf}
              states={states}
            />
          ))}
          <Drawn things={picture.drawn} scale={scale} />
          {picture.printAreas.map((area) => {
            const place = boxOf(layout, area)
            return (
              <div
                key={formatRange(area)}
                aria-hidden="true"
                className={styles.printArea}
                style={{
                  left: place.left * scale,
                  top: place.top * scale,
                  width: place.width * scale,
                  height: place.height * scale,
                }}
              />
            )
          })}
          <div role="row" aria-rowindex={chosen.top}>
            <div
              id={activeId}
              role="gridcell"
              aria-selected="true"
              aria-colindex={chosen.left}
              aria-label={describe?.(chosen) ?? formatRange(chosen)}
              className={styles.chosen}
              style={{
                left: box.left * scale,
                top: box.top * scale,
                width: box.width * scale + 1,
                height: box.height * scale + 1,
              }}
            />
          </div>
        </div>
      </div>
    </div>
  )
}

/** I28 – Q28, as the panel beside the sheet names it. */
export const rangeName = ({ top, left, bottom, right }: PictureRange): string =>
  top === bottom && left === right
    ? formatAddress({ row: top, column: left })
    : `${columnLetters(left)}${String(top)} – ${columnLetters(right)}${String(bottom)}`
