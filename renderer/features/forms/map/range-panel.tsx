import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import styles from './map.module.css'

export interface RangePanelProps {
  readonly name: string
  readonly rows: number
  /** The range is a grid of twelve cells or merges. */
  readonly isTwelve: boolean
  readonly fields: readonly OfferedField[]
  readonly onTable: (each: string) => void
  readonly onMonths: (field: string) => void
  readonly onPicture: (field: string) => void
}

/** Several cells are chosen: a table whose rows repeat, a grid of the months, or the place of a picture. */
export function RangePanel({ name, rows, isTwelve, fields, onTable, onMonths, onPicture }: RangePanelProps) {
  const lists = [...new Set(fields.flatMap(({ of }) => (of === null ? [] : [of])))]
  const days = fields.filter(({ of, type }) => of !== null && type === 'date')
  const pictures = fields.filter(({ type }) => type === 'picture')
  return (
    <section className={styles.panel} aria-label="選んだ範囲">
      <p className="sub">選んだ範囲</p>
      <p className={styles.cellName}>{name}</p>
      <Use
        key={`table${name}`}
        says={`${String(rows)}行を、くり返しの表にできます。見出しが項目の名前と同じ列は、すぐにつながります。`}
        label="一行に一つずつ書くもの"
        choices={lists.map((list) => ({ value: list, label: list }))}
        does="くり返しの表にする"
        onUse={onTable}
      />
      {isTwelve && days.length > 0 ? (
        <Use
          key={`months${name}`}
          says="12の欄を、4月から3月までの表にできます。あった月に印が付きます。"
          label="印を付ける月"
          choices={days.map((field) => ({ value: field.path, label: `${field.group}　${field.name}` }))}
          does="月の表にする"
          onUse={onMonths}
        />
      ) : null}
      {pictures.length > 0 ? (
        <Use
          key={`picture${name}`}
          says="この範囲におさまる大きさで、会議に付けた写真を入れられます。"
          label="入れる写真"
          choices={pictures.map((field) => ({ value: field.path, label: field.name }))}
          does="写真の場所にする"
          onUse={onPicture}
        />
      ) : null}
    </section>
  )
}

function Use({
  says,
  label,
  choices,
  does,
  onUse,
}: {
  readonly says: string
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly does: string
  readonly onUse: (value: string) => void
}) {
  const [value, setValue] = useState<string | null>(choices[0]?.value ?? null)
  return (
    <div className={styles.use}>
      <p>{says}</p>
      <Select label={label} width="full" value={value} onChange={setValue} choices={choices} />
      <Button
        disabled={value === null}
        onPress={() => {
          if (value !== null) onUse(value)
        }}
      >
        {does}
      </Button>
    </div>
  )
}
