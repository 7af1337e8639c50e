import { RadioGroup } from '#renderer/ui/choices.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import type { Paper } from '#shared/contract/paper-catalogue.ts'
import { labelSheetNames, labelSheets, type PaperOptions } from '#shared/contract/paper-operations.ts'
import styles from './paper.module.css'

export interface PaperOptionFieldsProps {
  readonly paper: Paper
  readonly options: PaperOptions
  readonly onChange: (options: PaperOptions) => void
}

/** What can be chosen about a paper; nothing for most. */
export function PaperOptionFields({ paper, options, onChange }: PaperOptionFieldsProps) {
  if (paper === 'labels') {
    const sheet = labelSheets[options.labelSheet]
    return (
      <div className={styles.options}>
        <RadioGroup
          label="ラベルの紙（A4）"
          value={options.labelSheet}
          onChange={(labelSheet) => onChange({ ...options, labelSheet, startAt: 1 })}
          choices={labelSheetNames.map((name) => ({ value: name, label: labelSheets[name].name }))}
        />
        <NumberField
          key={options.labelSheet}
          label="何枚目の面から"
          hint="使いかけの紙は、残っている最初の面を書きます。左上が1です。"
          least={1}
          most={sheet.abreast * sheet.down}
          value={options.startAt}
          onChange={(startAt) => onChange({ ...options, startAt: startAt ?? 1 })}
        />
      </div>
    )
  }
  return null
}
