import { useId, useState } from 'react'
import type { NeedRow } from '#shared/contract/need-operations.ts'
import type { Outreach, OutreachFields } from '#shared/contract/participation-operations.ts'
import type { CouncilId, NeedId } from '#shared/domain/ids.ts'
import {
  outreachAnswerNames,
  outreachAnswers,
  outreachChannelNames,
  outreachChannels,
} from '#shared/domain/outreach.ts'
import { columnName } from '#shared/domain/participation.ts'
import { sectorNames } from '#shared/domain/sectors.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useKinds } from '#renderer/api/use-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { type Choice, RadioGroup } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { OutreachStart } from './chosen-cell.ts'
import styles from './participation.module.css'

export interface OutreachFormProps {
  readonly councilId: CouncilId
  /** Null: a new one. */
  readonly outreach: Outreach | null
  readonly start: OutreachStart
  readonly onDone: () => void
}

/** Who was asked, by whom, how, with what answer, and what comes next. */
export function OutreachForm({ councilId, outreach, start, onDone }: OutreachFormProps) {
  const id = useId()
  const { today } = usePlace()
  const groups = useRead('organizations.list', {})
  const needs = useRead('needs.list', { councilId })
  const secretariat = useRead('secretariat.get', {})
  const kinds = useKinds()
  const [fields, setFields] = useState<OutreachFields>(() => firstFields(councilId, outreach, start, today))
  const [groupText, setGroupText] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const add = useWrite('outreach.add')
  const save = useWrite('outreach.save')
  const remove = useWrite('outreach.remove')
  const tell = useTell()
  const set = <Key extends keyof OutreachFields>(key: Key, value: OutreachFields[Key]): void =>
    setFields((before) => ({ ...before, [key]: value }))
  const recorded = groups.data?.find((group) => group.id === fields.organizationId)
  const shownGroup = groupText ?? recorded?.name ?? ''
  // Who keeps the office's records is most often the one who called.
  const askedBy =
    fields.askedBy === '' && outreach === null ? (secretariat.data?.staffName ?? '') : fields.askedBy
  const nobody =
    fields.organizationId === null && fields.personId === null && fields.contactName.trim() === ''
  const send = async (): Promise<void> => {
    setAsked(true)
    if (nobody || askedBy.trim() === '') return
    const given = { ...fields, askedBy }
    if (outreach !== null) {
      if (await save.did({ outreachId: outreach.id, outreach: given })) onDone()
      return
    }
    const done = await add.attempt({ outreach: given })
    if (!done.ok) return
    tell({
      text: `${shownGroup || fields.contactName}への呼びかけを記しました。`,
      undo: () => remove.run({ outreachId: done.value.outreachId }),
    })
    onDone()
  }
  return (
    <section className={styles.form} aria-label={outreach === null ? '呼びかけを記す' : '呼びかけを直す'}>
      {fields.sector === null || fields.column === null ? null : (
        <p>
          {sectorNames[fields.sector]} × {columnName(fields.column, kinds)} の欄のための呼びかけ
        </p>
      )}
      <EntryForm id={id} endsAt={`${id}-end`} onSubmit={() => void send()}>
        <div className={styles.fields}>
          <ComboBox
            label="相手の団体"
            autoFocus
            value={shownGroup}
            onChange={(text) => {
              setGroupText(text)
              set('organizationId', groups.data?.find((group) => group.name === text)?.id ?? null)
            }}
            suggestions={(groups.data ?? []).map((group) => ({
              key: group.id,
              text: group.name,
              also: group.kana,
              note: group.areaName,
            }))}
            error={
              asked && shownGroup !== '' && fields.organizationId === null
                ? '名簿にない団体です。名簿の「団体」に加えるか、相手の人だけを書いてください。'
                : null
            }
          />
          <TextField
            label="相手の人"
            value={fields.contactName}
            onChange={(value) => set('contactName', value)}
            error={asked && nobody ? '相手の団体か、相手の人を書いてください。' : null}
          />
          <JapaneseDateField
            label="呼びかけた日"
            width="full"
            near={today}
            value={fields.askedOn}
            onChange={(value) => {
              if (value !== null) set('askedOn', value)
            }}
          />
          <TextField
            label="だれが"
            value={askedBy}
            onChange={(value) => set('askedBy', value)}
            error={asked && askedBy.trim() === '' ? 'だれが呼びかけたかを書いてください。' : null}
          />
          <div className={styles.wide}>
            <Select<NeedId | typeof noNeed>
              label="結ぶ地域課題"
              width="full"
              value={fields.needId ?? noNeed}
              onChange={(value) => set('needId', value === noNeed ? null : value)}
              choices={needChoices(needs.data ?? [], fields.needId, outreach?.needText ?? '')}
            />
          </div>
          <div className={styles.wide}>
            <RadioGroup
              label="どうやって"
              value={fields.channel}
              onChange={(value) => set('channel', value)}
              choices={outreachChannels.map((value) => ({ value, label: outreachChannelNames[value] }))}
            />
          </div>
          <div className={styles.wide}>
            <RadioGroup
              label="返事"
              value={fields.answer}
              onChange={(value) => set('answer', value)}
              choices={outreachAnswers.map((value) => ({ value, label: outreachAnswerNames[value] }))}
            />
          </div>
          <div className={styles.wide}>
            <TextField
              label="返事の中身"
              value={fields.answerNote}
              onChange={(value) => set('answerNote', value)}
            />
          </div>
          <TextField
            label="次にすること"
            value={fields.nextStep}
            onChange={(value) => set('nextStep', value)}
          />
          <JapaneseDateField
            label="その日"
            width="full"
            near={today}
            value={fields.nextOn}
            onChange={(value) => set('nextOn', value)}
          />
        </div>
        <div className={styles.actions}>
          <ErrorNotice error={add.error ?? save.error} />
          <Button
            look={outreach === null ? 'main' : 'outlined'}
            submits
            id={`${id}-end`}
            busy={add.busy || save.busy}
          >
            {outreach === null ? 'この呼びかけを残す' : 'この内容に直す'}
          </Button>
          <Button look="quiet" onPress={onDone}>
            やめる
          </Button>
        </div>
      </EntryForm>
    </section>
  )
}

const noNeed = 'none'
/** So much of a need is read in a list. */
const needWords = 40

/** What is not settled yet, and the one that is tied already. */
function needChoices(
  needs: readonly NeedRow[],
  tied: NeedId | null,
  tiedText: string,
): readonly Choice<NeedId | typeof noNeed>[] {
  const open = needs.filter(({ id, status }) => id === tied || (status !== 'settled' && status !== 'dropped'))
  const short = (text: string): string =>
    text.length > needWords ? `${text.slice(0, needWords)}…` : text.replace(/\s+/g, ' ')
  const isListed = open.some(({ id }) => id === tied)
  return [
    { value: noNeed, label: '結ばない' },
    ...open.map(({ id, text }) => ({ value: id, label: short(text) })),
    ...(tied === null || isListed ? [] : [{ value: tied, label: short(tiedText) || '消した課題' }]),
  ]
}

function firstFields(
  councilId: CouncilId,
  outreach: Outreach | null,
  start: OutreachStart,
  today: OutreachFields['askedOn'],
): OutreachFields {
  if (outreach === null) {
    return {
      ...start,
      councilId,
      personId: null,
      askedOn: today,
      askedBy: '',
      channel: 'phone',
      answer: 'waiting',
      answerNote: '',
      nextStep: '',
      nextOn: null,
    }
  }
  const { organizationId, personId, contactName, sector, column, needId, askedOn, askedBy, channel } =
    outreach
  const { answer, answerNote, nextStep, nextOn } = outreach
  return {
    councilId,
    organizationId,
    personId,
    contactName,
    sector,
    column,
    needId,
    askedOn,
    askedBy,
    channel,
    answer,
    answerNote,
    nextStep,
    nextOn,
  }
}
