import { Checkbox, RadioGroup } from '#renderer/ui/choices.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { type Paper, paperFacts } from '#shared/contract/paper-catalogue.ts'
import { labelSheetNames, labelSheets, type PaperOptions } from '#shared/contract/paper-operations.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { AddresseeChooser } from '../addressees/addressee-chooser.tsx'
import styles from './paper.module.css'

export interface PaperOptionFieldsProps {
  readonly paper: Paper
  readonly councilId: CouncilId
  readonly options: PaperOptions
  readonly onChange: (options: PaperOptions) => void
}

/** What can be chosen about a paper; nothing for most. */
export function PaperOptionFields({ paper, councilId, options, onChange }: PaperOptionFieldsProps) {
  const { addressed, maySeal } = paperFacts[paper]
  const sheet = labelSheets[options.labelSheet]
  return (
    <div className={styles.options}>
      {addressed === true ? (
        <AddresseeChooser
          councilId={councilId}
          value={{ source: options.source, only: options.only }}
          onChange={(to) => {
            if (to !== null)
              onChange({ ...options, source: to.source, only: to.only === null ? null : [...to.only] })
          }}
        />
      ) : null}
      {paper === 'labels' ? (
        <>
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
          <Checkbox
            checked={options.postalBoxes}
            onChange={(postalBoxes) => onChange({ ...options, postalBoxes })}
          >
            郵便番号をわくに入れる
          </Checkbox>
        </>
      ) : null}
      {paper === 'envelopes' || paper === 'postcards' ? (
        <>
          <NumberField
            label="右へ何ミリずらすか"
            hint="印刷した郵便番号が赤いわくとずれるときに。左へは、-2のように書きます。"
            least={-10}
            most={10}
            value={options.rightMm}
            onChange={(rightMm) => onChange({ ...options, rightMm: rightMm ?? 0 })}
          />
          <NumberField
            label="下へ何ミリずらすか"
            least={-10}
            most={10}
            value={options.downMm}
            onChange={(downMm) => onChange({ ...options, downMm: downMm ?? 0 })}
          />
        </>
      ) : null}
      {paper === 'attendance-table' ? (
        <RadioGroup
          label="期間"
          value={options.span}
          onChange={(span) => onChange({ ...options, span })}
          choices={[
            { value: 'year', label: 'この年度' },
            { value: 'term', label: 'いまの期（任期の一区切り）' },
          ]}
        />
      ) : null}
      {maySeal === true ? (
        <Checkbox checked={options.seals} onChange={(seals) => onChange({ ...options, seals })}>
          決裁欄を付ける
        </Checkbox>
      ) : null}
    </div>
  )
}
