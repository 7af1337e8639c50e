import { useEffect, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { CheckboxGroup } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { NeedFields, NeedRow } from '#shared/contract/need-operations.ts'
import type { NeedId } from '#shared/domain/ids.ts'
import { needSourceNames, needSources } from '#shared/domain/need.ts'
import { sectorNames, sectors } from '#shared/domain/sectors.ts'
import { IdentifyingWarning } from '../identifying-warning.tsx'
import styles from '#renderer/ui/record-page.module.css'

export const needFormId = 'need-form'
export const needFormEnd = 'need-form-end'

export interface NeedFormProps {
  /** Null: a new one. */
  readonly need: NeedRow | null
  readonly onBusy: (busy: boolean) => void
  readonly onDone: (needId: NeedId) => void
}

function fieldsOf(need: NeedRow): NeedFields {
  const { councilId, text, areaName, kind, source, notedOn, existingHelp, response, owner, dueOn } = need
  return {
    ...{ councilId, text, areaName, kind, source, notedOn, existingHelp, response, owner, dueOn },
    sectors: [...need.sectors],
  }
}

function useBlankNeed(): NeedFields | null {
  const { council, councils, today } = usePlace()
  const own = council ?? councils[0]
  if (own === undefined) return null
  return {
    councilId: own.id,
    text: '',
    areaName: own.areaName,
    sectors: [],
    kind: null,
    source: 'visit',
    notedOn: today,
    existingHelp: '',
    response: '',
    owner: '',
    dueOn: null,
  }
}

export function NeedForm(props: NeedFormProps) {
  const blank = useBlankNeed()
  const first = props.need === null ? blank : fieldsOf(props.need)
  return first === null ? null : <Filled {...props} first={first} />
}

function Filled({ need, onBusy, onDone, first }: NeedFormProps & { readonly first: NeedFields }) {
  const { today } = usePlace()
  const [fields, setFields] = useState(first)
  const [asked, setAsked] = useState(false)
  const areas = useRead('needs.areas', {})
  const helpKinds = useHelpKinds()
  const add = useWrite('needs.add')
  const save = useWrite('needs.save')
  useEffect(() => onBusy(add.busy || save.busy), [add.busy, save.busy, onBusy])
  const set = (part: Partial<NeedFields>): void => setFields((before) => ({ ...before, ...part }))
  const send = async (): Promise<void> => {
    setAsked(true)
    if (fields.text.trim() === '') return
    if (need === null) {
      const added = await add.run({ need: fields })
      if (added !== null) onDone(added.needId)
    } else if (await save.did({ needId: need.id, need: fields })) onDone(need.id)
  }
  return (
    <EntryForm id={needFormId} endsAt={needFormEnd} className={styles.pane} onSubmit={() => void send()}>
      <ErrorNotice error={add.error ?? save.error} />
      <Block title={need === null ? '新しい地域課題' : '地域課題を直す'}>
        <div className={styles.fields}>
          <div className={styles.wide}>
            <TextArea
              label="困っていること"
              hint="だれのことか分からない書き方で。お名前や住所は書きません。"
              required
              autoFocus
              value={fields.text}
              onChange={(text) => set({ text })}
              error={asked && fields.text.trim() === '' ? '困っていることを書いてください。' : null}
            />
            <IdentifyingWarning text={fields.text} />
          </div>
          <ComboBox
            label="圏域"
            hint="空のままなら、どこでも"
            value={fields.areaName}
            onChange={(areaName) => set({ areaName })}
            suggestions={(areas.data ?? []).map((text) => ({ key: text, text }))}
          />
          <Select
            label="分類"
            hint="どんな助けがいるか"
            width="full"
            value={fields.kind}
            onChange={(kind) => set({ kind })}
            choices={helpKinds.choices(fields.kind)}
          />
          <div className={styles.wide}>
            <CheckboxGroup
              label="分野"
              value={fields.sectors}
              onChange={(value) => set({ sectors: [...value] })}
              choices={sectors.map((value) => ({ value, label: sectorNames[value] }))}
            />
          </div>
          <Select
            label="どこで聞いたか"
            width="full"
            value={fields.source}
            onChange={(source) => set({ source })}
            choices={needSources.map((value) => ({ value, label: needSourceNames[value] }))}
          />
          <JapaneseDateField
            label="聞いた日"
            value={fields.notedOn}
            near={today}
            onChange={(notedOn) => set({ notedOn: notedOn ?? today })}
          />
        </div>
      </Block>
      <Block title="これまでと、これから">
        <div className={styles.fields}>
          <TextField
            label="いまある助け"
            value={fields.existingHelp}
            onChange={(existingHelp) => set({ existingHelp })}
          />
          <TextField label="対応" value={fields.response} onChange={(response) => set({ response })} />
          <TextField label="主に進める人・団体" value={fields.owner} onChange={(owner) => set({ owner })} />
          <JapaneseDateField
            label="いつまでに"
            value={fields.dueOn}
            near={today}
            onChange={(dueOn) => set({ dueOn })}
          />
        </div>
      </Block>
    </EntryForm>
  )
}
