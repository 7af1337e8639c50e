import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import styles from './roster-import.module.css'

export interface HeaderRowProps {
  readonly plan: { readonly headerRow: number | null; readonly headerRows: readonly number[] }
  readonly busy: boolean
  /** Reads the table anew below this row. */
  readonly onRow: (row: number) => void
}

/** For a table whose headings were taken from the wrong row. */
export function HeaderRow({ plan, busy, onRow }: HeaderRowProps) {
  const [row, setRow] = useState<number | null>(plan.headerRow ?? plan.headerRows.at(-1) ?? null)
  return (
    <div className={styles.headerRow}>
      <NumberField label="見出しの行" unit="行目" least={1} most={100_000} value={row} onChange={setRow} />
      <Button
        small
        busy={busy}
        disabled={row === null || row === plan.headerRows.at(-1)}
        onPress={() => {
          if (row !== null) onRow(row)
        }}
      >
        この行を見出しにする
      </Button>
    </div>
  )
}
