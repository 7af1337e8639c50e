import { useEffect, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { Briefing, BriefingFields } from '#shared/contract/proposal-operations.ts'
import type { BriefingId, CouncilId } from '#shared/domain/ids.ts'
import { briefingAudienceNames, briefingAudiences } from '#shared/domain/proposal.ts'
import styles from '#renderer/ui/record-page.module.css'

export const briefingFormId = 'briefing-form'
export const briefingFormEnd = 'briefing-form-end'

export interface BriefingFormProps {
  /** Null: a new one. */
  readonly briefing: Briefing | null
  readonly councilId: CouncilId
  readonly onBusy: (busy: boolean) => void
  readonly onDone: (briefingId: BriefingId) => void
}

const counts = [
  ['residents', '住民'],
  ['cityStaff', '市の職員'],
  ['others', 'そのほか'],
] as const

export function BriefingForm({ briefing, councilId, onBusy, onDone }: BriefingFormProps) {
  const { today } = usePlace()
  const secretariat = useRead('secretariat.get', {})
  const [fields, setFields] = useState<BriefingFields>(() => {
    if (briefing !== null) {
      const { id: _id, councilName: _name, ...known } = briefing
      return known
    }
    return {
      councilId,
      title: '',
      audience: 'residents',
      heldOn: today,
      startsAt: null,
      endsAt: null,
      place: '',
      speakers: '',
      content: '',
      papers: '',
      residents: 0,
      cityStaff: 0,
      others: 0,
      reactions: '',
      nextStep: '',
    }
  })
  const [asked, setAsked] = useState(false)
  const [readable, setReadable] = useState(true)
  const add = useWrite('briefings.add')
  const save = useWrite('briefings.save')
  useEffect(() => onBusy(add.busy || save.busy), [add.busy, save.busy, onBusy])
  const set = (part: Partial<BriefingFields>): void => setFields((before) => ({ ...before, ...part }))
  const send = async (): Promise<void> => {
    setAsked(true)
    if (fields.title.trim() === '' || !readable) return
    if (briefing === null) {
      const added = await add.run({ briefing: fields })
      if (added !== null) onDone(added.briefingId)
    } else if (await save.did({ briefingId: briefing.id, briefing: fields })) onDone(briefing.id)
  }
  return (
    <EntryForm
      id={briefingFormId}
      endsAt={briefingFormEnd}
      className={styles.pane}
      onSubmit={() => void send()}
    >
      <ErrorNotice error={add.error ?? save.error} />
      <Block title={briefing === null ? '新しい説明会' : briefing.title}>
        <div className={styles.fields}>
          <div className={styles.wide}>
            <TextField
              label="説明会の名前"
              required
              autoFocus
              value={fields.title}
              onChange={(title) => set({ title })}
              error={asked && fields.title.trim() === '' ? '説明会の名前を書いてください。' : null}
            />
          </div>
          <div className={styles.wide}>
            <RadioGroup
              label="相手"
              value={fields.audience}
              onChange={(audience) => set({ audience })}
              choices={briefingAudiences.map((value) => ({ value, label: briefingAudienceNames[value] }))}
            />
          </div>
          <JapaneseDateField
            label="開催日"
            value={fields.heldOn}
            near={today}
            onChange={(day) => set({ heldOn: day ?? today })}
            onReadable={setReadable}
          />
          <ClockField label="はじまり" value={fields.startsAt} onChange={(startsAt) => set({ startsAt })} />
          <ClockField label="終わり" value={fields.endsAt} onChange={(endsAt) => set({ endsAt })} />
          <TextField label="会場" value={fields.place} onChange={(place) => set({ place })} />
          <TextField
            label="話した人"
            value={fields.speakers}
            placeholder={secretariat.data?.staffName ?? ''}
            onChange={(speakers) => set({ speakers })}
          />
          <TextField label="配った資料" value={fields.papers} onChange={(papers) => set({ papers })} />
          {counts.map(([key, label]) => (
            <NumberField
              key={key}
              label={`${label}の人数`}
              unit="名"
              value={fields[key]}
              onChange={(value) => set({ [key]: value ?? 0 })}
            />
          ))}
          <div className={styles.wide}>
            <TextArea
              label="話した内容"
              lines={2}
              value={fields.content}
              onChange={(content) => set({ content })}
            />
          </div>
          <div className={styles.wide}>
            <TextArea
              label="反応・出た意見"
              lines={3}
              value={fields.reactions}
              onChange={(reactions) => set({ reactions })}
            />
          </div>
          <div className={styles.wide}>
            <TextField
              label="次にすること"
              value={fields.nextStep}
              onChange={(nextStep) => set({ nextStep })}
            />
          </div>
        </div>
      </Block>
    </EntryForm>
  )
}
