import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { CoordinatorFields } from '#shared/contract/coordinator-operations.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import {
  dedicationNames,
  dedications,
  employerNames,
  employers,
  workingNames,
  workings,
} from '#shared/domain/coordinator.ts'
import { councilLayerNames, councilLayers } from '#shared/domain/council.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import styles from '../coordinators.module.css'
import { PersonField } from '../person-field.tsx'

/** A coordinator while being written: who it is may not have been chosen yet. */
export interface CoordinatorDraft extends Omit<CoordinatorFields, 'personId'> {
  readonly personId: PersonId | null
}

export interface CoordinatorFormProps {
  readonly first: CoordinatorDraft
  /** Who it is stands already. */
  readonly fixed: boolean
  readonly sendWords: string
  readonly busy: boolean
  readonly error: TsudoiError | null
  readonly onSend: (coordinator: CoordinatorFields) => void
  readonly onStop: () => void
}

/** 任用: layer, area, employment and term of a コーディネーター. */
export function CoordinatorForm(props: CoordinatorFormProps) {
  const id = useId()
  const { today } = usePlace()
  const [fields, setFields] = useState(props.first)
  const [asked, setAsked] = useState(false)
  const areas = useRead('needs.areas', {})
  const set = (part: Partial<CoordinatorDraft>): void => setFields((before) => ({ ...before, ...part }))
  const send = (): void => {
    setAsked(true)
    const { personId } = fields
    if (personId !== null) props.onSend({ ...fields, personId })
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={send}>
      {props.fixed ? null : (
        <PersonField
          label="氏名"
          autoFocus
          value={fields.personId}
          onChange={(personId) => set({ personId })}
          error={asked && fields.personId === null ? '名簿にある方を選んでください。' : null}
        />
      )}
      <Select
        label="層"
        width="full"
        autoFocus={props.fixed}
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
      <Select
        label="所属先"
        width="full"
        value={fields.employer}
        onChange={(employer) => set({ employer })}
        choices={employers.map((value) => ({ value, label: employerNames[value] }))}
      />
      <RadioGroup
        label="常勤・非常勤"
        value={fields.working}
        onChange={(working) => set({ working })}
        choices={workings.map((value) => ({ value, label: workingNames[value] }))}
      />
      <RadioGroup
        label="専従・兼務"
        value={fields.dedicated}
        onChange={(dedicated) => set({ dedicated })}
        choices={dedications.map((value) => ({ value, label: dedicationNames[value] }))}
      />
      <TextField
        label="資格"
        value={fields.qualification}
        onChange={(qualification) => set({ qualification })}
      />
      <JapaneseDateField
        label="任期のはじめ"
        width="full"
        value={fields.fromOn}
        near={today}
        onChange={(fromOn) => set(fromOn === null ? {} : { fromOn })}
      />
      <JapaneseDateField
        label="任期の終わり"
        hint="決まっていなければ空のまま"
        width="full"
        value={fields.toOn}
        near={today}
        onChange={(toOn) => set({ toOn })}
      />
      <div className={styles.end}>
        <Button look="main" submits id={`${id}-end`} busy={props.busy}>
          {props.sendWords}
        </Button>
        <Button look="quiet" onPress={props.onStop}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={props.error} />
    </EntryForm>
  )
}
