import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import styles from './map.module.css'

/** Several cells are chosen: they may be a table whose rows repeat. */
export function RangePanel({
  name,
  rows,
  fields,
  onMake,
}: {
  readonly name: string
  readonly rows: number
  readonly fields: readonly OfferedField[]
  readonly onMake: (each: string) => void
}) {
  const lists = [...new Set(fields.flatMap(({ of }) => (of === null ? [] : [of])))]
  const [each, setEach] = useState<string | null>(lists[0] ?? null)
  return (
    <section className={styles.panel} aria-label="選んだ範囲">
      <p className="sub">選んだ範囲</p>
      <p className={styles.cellName}>{name}</p>
      <p>{rows}行を、くり返しの表にできます。見出しが項目の名前と同じ列は、すぐにつながります。</p>
      <Select
        label="一行に一つずつ書くもの"
        width="full"
        value={each}
        onChange={setEach}
        choices={lists.map((list) => ({ value: list, label: list }))}
      />
      <Button
        disabled={each === null}
        onPress={() => {
          if (each !== null) onMake(each)
        }}
      >
        くり返しの表にする
      </Button>
    </section>
  )
}
