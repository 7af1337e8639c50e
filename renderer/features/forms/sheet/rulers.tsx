import { memo } from 'react'
import { columnLetters } from '#shared/domain/cell-address.ts'
import type { PictureRange } from '#shared/domain/sheet-picture.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { boxOf, type SheetLayout } from './sheet-layout.ts'
import styles from './sheet.module.css'

export const RULER_WIDTH = 34
export const RULER_HEIGHT = 22

export interface RulersProps {
  readonly layout: SheetLayout
  readonly seen: PictureRange
  readonly chosen: PictureRange
  readonly scale: number
}

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_unused, at) => from + at)

/** The letters of the columns. */
export const ColumnRuler = memo(function ColumnRuler({ layout, seen, chosen, scale }: RulersProps) {
  return (
    <div className={styles.columns} aria-hidden="true" style={{ height: RULER_HEIGHT }}>
      {numbers(seen.left, seen.right).map((column) => {
        const box = boxOf(layout, { top: 1, bottom: 1, left: column, right: column })
        if (box.width === 0) return null
        const isOn = column >= chosen.left && column <= chosen.right
        return (
          <span
            key={column}
            className={classNames(styles.ruler, isOn && styles.on)}
            style={{ left: box.left * scale + RULER_WIDTH, width: box.width * scale, height: RULER_HEIGHT }}
          >
            {columnLetters(column)}
          </span>
        )
      })}
    </div>
  )
})

/** The numbers of the rows. */
export const RowRuler = memo(function RowRuler({ layout, seen, chosen, scale }: RulersProps) {
  return (
    <div className={styles.rowNumbers} aria-hidden="true" style={{ width: RULER_WIDTH }}>
      {numbers(seen.top, seen.bottom).map((row) => {
        const box = boxOf(layout, { top: row, bottom: row, left: 1, right: 1 })
        if (box.height === 0) return null
        const isOn = row >= chosen.top && row <= chosen.bottom
        return (
          <span
            key={row}
            className={classNames(styles.ruler, isOn && styles.on)}
            style={{ top: box.top * scale, height: box.height * scale, width: RULER_WIDTH }}
          >
            {row}
          </span>
        )
      })}
    </div>
  )
})
