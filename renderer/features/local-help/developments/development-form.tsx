import { useEffect, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { CheckboxGroup } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { Development, DevelopmentFields } from '#shared/contract/development-operations.ts'
import type { DevelopmentId } from '#shared/domain/ids.ts'
import { openNeedStatuses } from '#shared/domain/need.ts'
import { sectorNames, sectors } from '#shared/domain/sectors.ts'
import styles from '#renderer/ui/record-page.module.css'

export const developmentFormId = 'development-form'
export const developmentFormEnd = 'development-form-end'

export interface DevelopmentFormProps {
  /** Null: a new one. */
  readonly development: Development | null
  readonly onBusy: (busy: boolean) => void
  readonly onDone: (developmentId: DevelopmentId) => void
}

function fieldsOf(development: Development): DevelopmentFields {
  const { councilId, title, aim, kind, areaName, partners, helpers } = development
  return {
    ...{ councilId, title, aim, kind, areaName, partners, helpers },
    sectors: [...development.sectors],
    needIds: development.needs.map((need) => need.id),
  }
}

export function DevelopmentForm(props: DevelopmentFormProps) {
  const { council, councils } = usePlace()
  const own = council ?? councils[0]
  if (own === undefined) return null
  const first =
    props.development === null
      ? {
          councilId: own.id,
          title: '',
          aim: '',
          kind: null,
          areaName: own.areaName,
          sectors: [],
          partners: '',
          helpers: '',
          needIds: [],
        }
      : fieldsOf(props.development)
  return <Filled {...props} first={first} />
}

function Filled(props: DevelopmentFormProps & { readonly first: DevelopmentFields }) {
  const { development, onBusy, onDone, first } = props
  const [fields, setFields] = useState<DevelopmentFields>(first)
  const [asked, setAsked] = useState(false)
  const needs = useRead('needs.list', { councilId: null })
  const areas = useRead('needs.areas', {})
  const helpKinds = useHelpKinds()
  const add = useWrite('developments.add')
  const save = useWrite('developments.save')
  useEffect(() => onBusy(add.busy || save.busy), [add.busy, save.busy, onBusy])
  const set = (part: Partial<DevelopmentFields>): void => setFields((before) => ({ ...before, ...part }))
  const offered = (needs.data ?? []).filter(
    (need) => openNeedStatuses.includes(need.status) || first.needIds.includes(need.id),
  )
  const send = async (): Promise<void> => {
    setAsked(true)
    if (fields.title.trim() === '') return
    if (development === null) {
      const added = await add.run({ development: fields })
      if (added !== null) onDone(added.developmentId)
    } else if (await save.did({ developmentId: development.id, development: fields })) onDone(development.id)
  }
  return (
    <EntryForm
      id={developmentFormId}
      endsAt={developmentFormEnd}
      className={styles.page}
      onSubmit={() => void send()}
    >
      <ErrorNotice error={add.error ?? save.error} />
      <Block title={development === null ? '新しい取り組み' : development.title}>
        <div className={styles.fields}>
          <TextField
            label="取り組みの名前"
            required
            autoFocus
            value={fields.title}
            onChange={(title) => set({ title })}
            error={asked && fields.title.trim() === '' ? '名前を書いてください。' : null}
          />
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
            <TextArea label="ねらい" lines={2} value={fields.aim} onChange={(aim) => set({ aim })} />
          </div>
          <TextField
            label="いっしょに進める団体"
            value={fields.partners}
            onChange={(partners) => set({ partners })}
          />
          <TextField label="担い手" value={fields.helpers} onChange={(helpers) => set({ helpers })} />
          <div className={styles.wide}>
            <CheckboxGroup
              label="分野"
              value={fields.sectors}
              onChange={(value) => set({ sectors: [...value] })}
              choices={sectors.map((value) => ({ value, label: sectorNames[value] }))}
            />
          </div>
        </div>
      </Block>
      <Block title="もとになった課題" note={`${String(fields.needIds.length)}件`}>
        {offered.length === 0 ? (
          <p className="sub">終わっていない地域課題はありません。</p>
        ) : (
          <CheckboxGroup
            label="どの課題から始まったか"
            value={fields.needIds}
            onChange={(value) => set({ needIds: [...value] })}
            choices={offered.map((need) => ({
              value: need.id,
              label: need.text.length > 50 ? `${need.text.slice(0, 50)}…` : need.text,
            }))}
          />
        )}
      </Block>
    </EntryForm>
  )
}
