import { useId, useState } from 'react'
import type { CouncilFields } from '#shared/contract/council-operations.ts'
import { councilLayerNames, councilLayers, councilStageNames, councilStages } from '#shared/domain/council.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './settings.module.css'

const emptyCouncil: CouncilFields = {
  name: '',
  layer: 2,
  areaName: '',
  stage: 'established',
  stageSince: null,
  basis: '',
  origin: '',
}

/** A second council, a third: folded away until it is wanted. */
export function CouncilAddForm() {
  const id = useId()
  const { today, setCouncil } = usePlace()
  const [open, setOpen] = useState(false)
  const [council, setFields] = useState(emptyCouncil)
  const [asked, setAsked] = useState(false)
  const add = useWrite('councils.add')
  const tell = useTell()
  const set = <Key extends keyof CouncilFields>(key: Key, value: CouncilFields[Key]): void =>
    setFields((before) => ({ ...before, [key]: value }))
  const send = async (): Promise<void> => {
    setAsked(true)
    if (council.name.trim() === '' || council.areaName.trim() === '') return
    const done = await add.attempt(council)
    if (!done.ok) return
    tell({ text: `「${council.name}」を加えました。` })
    setOpen(false)
    setAsked(false)
    setFields(emptyCouncil)
    setCouncil(done.value.councilId)
  }
  if (!open) {
    return (
      <p className={styles.more}>
        <Button onPress={() => setOpen(true)}>ほかの協議体を加える</Button>
      </p>
    )
  }
  return (
    <Block title="ほかの協議体">
      <EntryForm id={id} endsAt={`${id}-end`} className={styles.fields} onSubmit={() => void send()}>
        <TextField
          label="協議体の名前"
          required
          autoFocus
          value={council.name}
          onChange={(value) => set('name', value)}
          error={asked && council.name.trim() === '' ? '協議体の名前を書いてください。' : null}
        />
        <TextField
          label="圏域"
          required
          value={council.areaName}
          onChange={(value) => set('areaName', value)}
          error={asked && council.areaName.trim() === '' ? '圏域の名前を書いてください。' : null}
        />
        <RadioGroup
          label="層"
          value={`${council.layer}`}
          onChange={(value) => set('layer', value === '1' ? 1 : value === '2' ? 2 : 3)}
          choices={councilLayers.map((layer) => ({ value: `${layer}`, label: councilLayerNames[layer] }))}
        />
        <RadioGroup
          label="いまの段階"
          value={council.stage}
          onChange={(value) => set('stage', value)}
          choices={councilStages.map((stage) => ({ value: stage, label: councilStageNames[stage] }))}
        />
        <JapaneseDateField
          label="いまの段階になった日"
          width="full"
          near={today}
          value={council.stageSince}
          onChange={(value) => set('stageSince', value)}
        />
        <TextField label="設置の根拠" value={council.basis} onChange={(value) => set('basis', value)} />
        <div className={styles.formEnd}>
          <ErrorNotice error={add.error} />
          <Button submits id={`${id}-end`} busy={add.busy}>
            この協議体を加える
          </Button>
          <Button look="quiet" onPress={() => setOpen(false)}>
            やめる
          </Button>
        </div>
      </EntryForm>
    </Block>
  )
}
