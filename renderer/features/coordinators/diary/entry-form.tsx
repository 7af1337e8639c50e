import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxGroup } from '#renderer/ui/choices.tsx'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm as Form } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { Activity } from '#shared/contract/activity-operations.ts'
import type { Coordinator } from '#shared/contract/coordinator-operations.ts'
import {
  activityMethodNames,
  activityMethods,
  doubtfulMinutes,
  endsNextDay,
  mayBeSameOccasion,
  minutesOfActivity,
} from '#shared/domain/activity.ts'
import styles from '../coordinators.module.css'
import { EntryLinks } from './entry-links.tsx'
import type { EntryDraft } from './entry-fields.ts'
import { WithWhom } from './with-whom.tsx'

export const entryFormEnd = 'activity-entry-end'

export interface EntryFormProps {
  /** Null: a new one. */
  readonly activity: Activity | null
  readonly first: EntryDraft
  readonly coordinators: readonly Coordinator[]
  /** Entries of the month shown, among which one of a colleague may be of the same meeting. */
  readonly others: readonly Activity[]
  /** Opened by choosing a pattern: the words are what is left to write. */
  readonly focusWords: boolean
  readonly onDone: () => void
  readonly onStop: (() => void) | null
}

/** One entry of the diary. Enter goes on from field to field and saves at the end; the rest unfolds where it is wanted. */
export function EntryForm(props: EntryFormProps) {
  const { activity, coordinators, onDone, onStop } = props
  const id = useId()
  const [entry, setEntry] = useState(props.first)
  const [asked, setAsked] = useState(false)
  const [readable, setReadable] = useState({ day: true, from: true, to: true })
  const [more, setMore] = useState(activity !== null)
  const kinds = useRead('activityKinds.list', {})
  const add = useWrite('activities.add')
  const save = useWrite('activities.save')
  const set = (part: Partial<EntryDraft>): void => setEntry((before) => ({ ...before, ...part }))
  const { kindId } = entry
  const ready =
    kindId !== null &&
    entry.content.trim() !== '' &&
    entry.coordinatorIds.length > 0 &&
    (entry.endsAt === null || entry.startsAt !== null) &&
    Object.values(readable).every(Boolean)
  const send = async (): Promise<void> => {
    setAsked(true)
    if (!ready) return
    const given = { ...entry, kindId }
    if (activity === null) {
      if ((await add.run({ activity: given })) !== null) onDone()
    } else if (await save.did({ activityId: activity.id, activity: given })) onDone()
  }
  return (
    <Form id={id} endsAt={entryFormEnd} onSubmit={() => void send()}>
      <ErrorNotice error={add.error ?? save.error} />
      <div className={styles.fields}>
        <div className={styles.three}>
          <JapaneseDateField
            label="日"
            width="full"
            value={entry.actedOn}
            near={entry.actedOn}
            onReadable={(day) => setReadable((before) => ({ ...before, day }))}
            onChange={(day) => set(day === null ? {} : { actedOn: day })}
          />
        </div>
        <div className={styles.two}>
          <ClockField
            label="はじめ"
            width="full"
            value={entry.startsAt}
            onReadable={(from) => setReadable((before) => ({ ...before, from }))}
            onChange={(startsAt) => set({ startsAt })}
            error={
              asked && entry.startsAt === null && entry.endsAt !== null
                ? 'はじめの時刻も書いてください。'
                : null
            }
          />
        </div>
        <div className={styles.two}>
          <ClockField
            label="おわり"
            width="full"
            value={entry.endsAt}
            onReadable={(to) => setReadable((before) => ({ ...before, to }))}
            onChange={(endsAt) => set({ endsAt })}
          />
        </div>
        <div className={styles.four}>
          <Select
            label="区分"
            width="full"
            value={kindId}
            onChange={(kind) => set({ kindId: kind })}
            error={asked && kindId === null ? '区分を選んでください。' : null}
            choices={(kinds.data ?? []).map((kind) => ({
              value: kind.id,
              label: kind.name,
            }))}
          />
        </div>
        <div className={styles.six}>
          <WithWhom entry={entry} onChange={set} />
        </div>
        <div className={styles.six}>
          <TextField label="場所" value={entry.place} onChange={(place) => set({ place })} />
        </div>
        <div className={styles.wide}>
          <TextField
            label="内容"
            required
            autoFocus={props.focusWords}
            value={entry.content}
            onChange={(content) => set({ content })}
            error={asked && entry.content.trim() === '' ? 'したことを一言で書いてください。' : null}
          />
        </div>
        {more ? <MoreFields entry={entry} onChange={set} coordinators={coordinators} asked={asked} /> : null}
      </div>
      <Doubts {...props} entry={entry} />
      <div className={styles.end}>
        <Button look="main" submits id={entryFormEnd} busy={add.busy || save.busy}>
          {activity === null ? 'この活動を残す' : 'この内容に直す'}
        </Button>
        {more ? null : <Button onPress={() => setMore(true)}>くわしく書く</Button>}
        {onStop === null ? null : (
          <Button look="quiet" onPress={onStop}>
            やめる
          </Button>
        )}
      </div>
    </Form>
  )
}

interface MoreFieldsProps {
  readonly entry: EntryDraft
  readonly onChange: (part: Partial<EntryDraft>) => void
  readonly coordinators: readonly Coordinator[]
  readonly asked: boolean
}

function MoreFields({ entry, onChange, coordinators, asked }: MoreFieldsProps) {
  const { today } = usePlace()
  const areas = useRead('needs.areas', {})
  return (
    <>
      <div className={styles.six}>
        <Select
          label="方法"
          width="full"
          value={entry.method}
          onChange={(method) => onChange({ method })}
          choices={activityMethods.map((value) => ({ value, label: activityMethodNames[value] }))}
        />
      </div>
      <div className={styles.six}>
        <ComboBox
          label="圏域"
          value={entry.areaName}
          onChange={(areaName) => onChange({ areaName })}
          suggestions={(areas.data ?? []).map((text) => ({ key: text, text }))}
        />
      </div>
      <div className={styles.wide}>
        <TextArea
          label="気づき"
          lines={2}
          value={entry.insight}
          onChange={(insight) => onChange({ insight })}
        />
      </div>
      <div className={styles.six}>
        <TextField label="次の対応" value={entry.nextStep} onChange={(nextStep) => onChange({ nextStep })} />
      </div>
      <div className={styles.six}>
        <JapaneseDateField
          label="いつまでに"
          value={entry.nextOn}
          near={today}
          onChange={(nextOn) => onChange({ nextOn })}
        />
      </div>
      <EntryLinks entry={entry} onChange={onChange} />
      <div className={styles.wide}>
        <CheckboxGroup
          label="いっしょにした人（コーディネーター）"
          hint="二人で一つの会議に出たときは、二人とも選びます。会議は一回と数えます。"
          value={entry.coordinatorIds}
          onChange={(ids) => onChange({ coordinatorIds: [...ids] })}
          error={asked && entry.coordinatorIds.length === 0 ? 'だれの活動かを選んでください。' : null}
          choices={coordinators.map((each) => ({ value: each.id, label: each.name }))}
        />
      </div>
    </>
  )
}

/** What may be a slip of the hand, or already written by a colleague. Nothing is refused because of it. */
function Doubts({
  activity,
  entry,
  others,
  onDone,
}: Pick<EntryFormProps, 'activity' | 'others' | 'onDone'> & { readonly entry: EntryDraft }) {
  const join = useWrite('activities.join')
  const minutes = minutesOfActivity(entry.startsAt, entry.endsAt) ?? 0
  const own = entry.coordinatorIds[0]
  const { kindId } = entry
  const twin =
    kindId === null || activity !== null
      ? undefined
      : others.find(
          (each) =>
            !each.coordinators.some((who) => who.id === own) &&
            mayBeSameOccasion({ ...entry, kindId, id: '' }, { ...each, coordinatorIds: [] }),
        )
  return (
    <>
      {endsNextDay(entry.startsAt, entry.endsAt) ? (
        <Notice mark={minutes > doubtfulMinutes ? 'lacking' : 'changed'}>
          <p>
            おわりは次の日の時刻として数えます（{Math.floor(minutes / 60)}時間
            {minutes % 60 === 0 ? '' : `${String(minutes % 60)}分`}）。記録は、はじめの日のものになります。
          </p>
        </Notice>
      ) : null}
      {twin === undefined || own === undefined ? null : (
        <Notice
          mark="double"
          actions={
            <Button
              busy={join.busy}
              onPress={() =>
                void join.did({ activityId: twin.id, coordinatorId: own }).then((did) => did && onDone())
              }
            >
              その記録に加わる
            </Button>
          }
        >
          <p>
            {twin.coordinators.map((each) => each.name).join('・')}
            さんが、同じ日の同じころの活動を書いています：「{twin.content}
            」。同じ会議なら、その記録に加わってください。会議は一回と数えます。
          </p>
        </Notice>
      )}
    </>
  )
}
