import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { MappingLook } from '#shared/contract/form-mapping.ts'
import type { CellTrouble } from '#shared/contract/mapping-operations.ts'
import styles from './map.module.css'

export interface WaysOutProps {
  readonly trouble: CellTrouble
  readonly onLook: (look: MappingLook) => void
  readonly onWords: (long: string, short: string) => void
}

type Way = 'words' | 'smaller' | 'wrap'

/** A text that does not fit, and the three ways out; each is tried at once and can be taken back. */
export function WaysOutPanel({ trouble, onLook, onWords }: WaysOutProps) {
  const ways = trouble.waysOut
  const [way, setWay] = useState<Way>('words')
  const [short, setShort] = useState('')
  if (ways === null) return null
  const { fontSize, wraps, text, letters, room } = ways
  const decide = (): void => {
    if (way === 'words') onWords(text, short)
    else if (way === 'smaller' && fontSize !== null) onLook({ fontSize })
    else onLook({ wraps: true })
  }
  const isPossible = way === 'words' ? short.trim() !== '' : way === 'smaller' ? fontSize !== null : wraps
  return (
    <div className={styles.waysOut}>
      <div className={styles.unfitBox} role="alert">
        <Chip mark="late">入りきらない</Chip>
        <p>{text}</p>
        <p className="sub">
          {letters}文字。欄は{room}文字まで。
        </p>
      </div>
      <RadioGroup<Way>
        label="直し方"
        value={way}
        onChange={setWay}
        choices={[
          { value: 'words', label: '短いことばにする' },
          {
            value: 'smaller',
            label: fontSize === null ? '文字を小さくする' : `文字を${String(fontSize)}ポイントにする`,
            note: fontSize === null ? '読める大きさでは入りません' : 'この欄だけ小さくなる',
          },
          {
            value: 'wrap',
            label: '行を折る',
            note: wraps ? 'この欄だけ折り返す' : '行が低く、折れない',
          },
        ]}
      />
      {way === 'words' ? (
        <TextField
          label="この様式での書き方"
          hint="同じことばのときは、次からもこう書きます。"
          value={short}
          onChange={setShort}
          onEnter={() => {
            if (short.trim() !== '') decide()
          }}
        />
      ) : null}
      <Button disabled={!isPossible} onPress={decide}>
        この直し方にする
      </Button>
    </div>
  )
}
