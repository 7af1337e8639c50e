import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea } from '#renderer/ui/text-field.tsx'
import type { Selection, SelectionFields } from '#shared/contract/selection-operations.ts'
import { councilLayerNames, councilLayers } from '#shared/domain/council.ts'
import type { SelectionId } from '#shared/domain/ids.ts'
import styles from '../coordinators.module.css'

export interface SelectionFormProps {
  /** Null: a new one. */
  readonly selection: Selection | null
  readonly onDone: (selectionId: SelectionId | null) => void
}

export function SelectionForm({ selection, onDone }: SelectionFormProps) {
  const { council, councils, today } = usePlace()
  const own = council ?? councils[0]
  if (selection === null && own === undefined) return null
  const first: SelectionFields =
    selection === null
      ? {
          // Known by the line above.
          councilId: own?.id as SelectionFields['councilId'],
          layer: own?.layer ?? 2,
          areaName: own?.areaName ?? '',
          criteria: '',
          openedOn: today,
        }
      : {
          councilId: selection.councilId,
          layer: selection.layer,
          areaName: selection.areaName,
          criteria: selection.criteria,
          openedOn: selection.openedOn,
        }
  return <Filled selection={selection} first={first} onDone={onDone} />
}

function Filled({ selection, first, onDone }: SelectionFormProps & { readonly first: SelectionFields }) {
  const id = useId()
  const { councils, today } = usePlace()
  const [fields, setFields] = useState(first)
  const areas = useRead('needs.areas', {})
  const add = useWrite('selections.add')
  const save = useWrite('selections.save')
  const set = (part: Partial<SelectionFields>): void => setFields((before) => ({ ...before, ...part }))
  const send = async (): Promise<void> => {
    if (selection === null) {
      const added = await add.run({ selection: fields })
      if (added !== null) onDone(added.selectionId)
    } else if (await save.did({ selectionId: selection.id, selection: fields })) onDone(selection.id)
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <Select
        label="選ぶ協議体"
        width="full"
        autoFocus
        value={fields.councilId}
        onChange={(councilId) => set({ councilId })}
        choices={councils.map((each) => ({ value: each.id, label: each.name }))}
      />
      <Select
        label="層"
        width="full"
        value={String(fields.layer)}
        onChange={(value) => set({ layer: councilLayers.find((each) => String(each) === value) ?? 2 })}
        choices={councilLayers.map((layer) => ({ value: String(layer), label: councilLayerNames[layer] }))}
      />
      <ComboBox
        label="担当する圏域"
        hint="空のままなら、市全体"
        value={fields.areaName}
        onChange={(areaName) => set({ areaName })}
        suggestions={(areas.data ?? []).map((text) => ({ key: text, text }))}
      />
      <JapaneseDateField
        label="始めた日"
        width="full"
        value={fields.openedOn}
        near={today}
        onChange={(openedOn) => set(openedOn === null ? {} : { openedOn })}
      />
      <div className={styles.wide}>
        <TextArea
          label="選ぶめやす"
          hint="どんな方がよいか。協議体で話し合ったことばで。"
          value={fields.criteria}
          onChange={(criteria) => set({ criteria })}
        />
      </div>
      <div className={styles.end}>
        <Button look="main" submits id={`${id}-end`} busy={add.busy || save.busy}>
          {selection === null ? 'この選出を始める' : 'この内容に直す'}
        </Button>
        <Button look="quiet" onPress={() => onDone(null)}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={add.error ?? save.error} />
    </EntryForm>
  )
}
