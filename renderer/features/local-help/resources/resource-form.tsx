import { useEffect, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { CheckboxGroup, RadioGroup } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import { useKanaGuess } from '#renderer/ui/use-kana-guess.ts'
import {
  blankResource,
  type Resource,
  type ResourceFields,
  type ResourceOrigin,
} from '#shared/contract/resource-operations.ts'
import type { ResourceId } from '#shared/domain/ids.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import { resourceVisibilities, resourceVisibilityNames } from '#shared/domain/resource.ts'
import { sectorNames, sectors } from '#shared/domain/sectors.ts'
import styles from '#renderer/ui/record-page.module.css'
import { OperatorField } from './operator-field.tsx'

export const resourceFormId = 'resource-form'
export const resourceFormEnd = 'resource-form-end'

export interface ResourceFormProps {
  /** Null: a new one. */
  readonly resource: Resource | null
  readonly others: readonly Resource[]
  /** Where a new one comes from, and what is known of it there. */
  readonly origin?: { readonly from: ResourceOrigin; readonly fields: ResourceFields } | null
  readonly onBusy: (busy: boolean) => void
  readonly onDone: (resourceId: ResourceId) => void
}

/** In the order of a 地域資源一覧. */
const lineFields = [
  ['contact', '窓口（連絡先）'],
  ['place', '場所'],
  ['schedule', '開催日・頻度'],
  ['audience', '対象になる方'],
  ['fee', '費用'],
  ['capacity', '定員'],
  ['helpers', '担い手'],
  ['transport', '移動手段'],
  ['application', '申込み'],
  ['source', '情報源'],
] as const satisfies readonly (readonly [keyof ResourceFields, string])[]

function fieldsOf({
  id: _id,
  checkedOn: _on,
  checkedBy: _by,
  organizationName: _name,
  ...fields
}: Resource): ResourceFields {
  return { ...fields, sectors: [...fields.sectors] }
}

export function ResourceForm({ resource, others, origin = null, onBusy, onDone }: ResourceFormProps) {
  const { council } = usePlace()
  const [fields, setFields] = useState<ResourceFields>(
    resource !== null
      ? fieldsOf(resource)
      : (origin?.fields ?? { ...blankResource, areaName: council?.areaName ?? '' }),
  )
  const [asked, setAsked] = useState(false)
  const [kanaByHand, setKanaByHand] = useState(fields.kana !== '')
  const guess = useKanaGuess()
  const areas = useRead('needs.areas', {})
  const helpKinds = useHelpKinds()
  const add = useWrite('resources.add')
  const save = useWrite('resources.save')
  useEffect(() => onBusy(add.busy || save.busy), [add.busy, save.busy, onBusy])
  const set = (part: Partial<ResourceFields>): void => setFields((before) => ({ ...before, ...part }))
  const twin = others.find(
    (each) =>
      each.id !== resource?.id &&
      fields.name.trim() !== '' &&
      foldForSearch(each.name) === foldForSearch(fields.name),
  )
  const send = async (): Promise<void> => {
    setAsked(true)
    if (fields.name.trim() === '') return
    if (resource === null) {
      const from = origin?.from
      const added = await add.run({
        resource: fields,
        activityId: from?.of === 'activity' ? from.id : null,
      })
      if (added !== null) onDone(added.resourceId)
    } else if (await save.did({ resourceId: resource.id, resource: fields })) onDone(resource.id)
  }
  return (
    <EntryForm
      id={resourceFormId}
      endsAt={resourceFormEnd}
      className={styles.pane}
      onSubmit={() => void send()}
    >
      <ErrorNotice error={add.error ?? save.error} />
      <Block title={resource === null ? '新しい地域資源' : resource.name}>
        <div className={styles.fields}>
          <TextField
            label="名称"
            required
            autoFocus
            value={fields.name}
            onChange={(name) => {
              const kana = guess(name)
              set({ name, ...(kanaByHand ? {} : { kana }) })
            }}
            error={asked && fields.name.trim() === '' ? '名称を書いてください。' : null}
          />
          <TextField
            label="よみ"
            value={fields.kana}
            onChange={(kana) => {
              setKanaByHand(kana !== '')
              set({ kana })
            }}
          />
          {twin === undefined ? null : (
            <div className={styles.wide}>
              <Notice mark="double">
                <p>
                  「{twin.name}」（{twin.areaName}）が、もうあります。同じものなら、そちらを直してください。
                </p>
              </Notice>
            </div>
          )}
          <Select
            label="分類"
            width="full"
            value={fields.kind}
            onChange={(kind) => set({ kind })}
            choices={helpKinds.choices(fields.kind)}
          />
          <ComboBox
            label="圏域"
            value={fields.areaName}
            onChange={(areaName) => set({ areaName })}
            suggestions={(areas.data ?? []).map((text) => ({ key: text, text }))}
          />
          <div className={styles.wide}>
            <TextArea
              label="内容"
              lines={2}
              value={fields.content}
              onChange={(content) => set({ content })}
            />
          </div>
          <OperatorField fields={fields} onChange={set} />
          {lineFields.map(([key, label]) => (
            <TextField
              key={key}
              label={label}
              value={fields[key]}
              onChange={(value) => set({ [key]: value })}
            />
          ))}
          <div className={styles.wide}>
            <CheckboxGroup
              label="分野"
              value={fields.sectors}
              onChange={(value) => set({ sectors: [...value] })}
              choices={sectors.map((value) => ({ value, label: sectorNames[value] }))}
            />
          </div>
          <div className={styles.wide}>
            <RadioGroup
              label="だれに見せるか"
              value={fields.visibility}
              onChange={(visibility) => set({ visibility })}
              choices={resourceVisibilities.map((value) => ({
                value,
                label: resourceVisibilityNames[value],
              }))}
            />
          </div>
        </div>
      </Block>
    </EntryForm>
  )
}
