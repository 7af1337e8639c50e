import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea } from '#renderer/ui/text-field.tsx'
import type { Selection } from '#shared/contract/selection-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { CandidateId } from '#shared/domain/ids.ts'
import { deliberationNames, selectionStateNames } from '#shared/domain/selection.ts'
import { CoordinatorForm } from '../people/coordinator-form.tsx'
import styles from '../coordinators.module.css'

export interface OutcomeBlockProps {
  readonly selection: Selection
  readonly onPaper: () => void
}

/** 結果: who was chosen and why, the 推薦書, and the term of office. */
export function OutcomeBlock({ selection, onPaper }: OutcomeBlockProps) {
  const [doing, setDoing] = useState<'deciding' | 'stopping' | 'appointing' | null>(null)
  const reopen = useWrite('selections.reopen')
  const recommended = useWrite('selections.setRecommended')
  const { today } = usePlace()
  const chosen = selection.candidates.find((each) => each.id === selection.chosenId)
  const closed = (): void => setDoing(null)
  return (
    <Block title="結果" note={selectionStateNames[selection.state]}>
      <ErrorNotice error={reopen.error ?? recommended.error} />
      {selection.state === 'decided' && selection.deliberation !== 'recorded' ? (
        <Notice mark="lacking">
          <p>
            {deliberationNames[selection.deliberation]}
            。選んだ日までに開いた会議と、そこでの発言か決定を結びつけると、推薦書に経過が載ります。
          </p>
        </Notice>
      ) : null}
      {selection.state === 'open' ? null : <Facts facts={factsOf(selection, chosen?.name ?? '')} />}
      {doing === 'deciding' ? <DecideForm selection={selection} onDone={closed} /> : null}
      {doing === 'stopping' ? <StopForm selection={selection} onDone={closed} /> : null}
      {doing === 'appointing' ? <AppointForm selection={selection} onDone={closed} /> : null}
      {doing === null ? (
        <div className={styles.end}>
          {selection.state === 'open' ? (
            <>
              <Button disabled={selection.candidates.length === 0} onPress={() => setDoing('deciding')}>
                決まったと残す
              </Button>
              <Button look="quiet" onPress={() => setDoing('stopping')}>
                選出をとりやめる
              </Button>
            </>
          ) : null}
          {selection.state === 'decided' ? (
            <>
              <Button onPress={onPaper}>推薦書を見る・印刷する</Button>
              {selection.recommendedOn === null ? (
                <Button
                  onPress={() => void recommended.run({ selectionId: selection.id, recommendedOn: today })}
                >
                  きょう推薦書を出した
                </Button>
              ) : null}
              {selection.coordinatorId === null ? (
                <Button onPress={() => setDoing('appointing')}>任用を残す</Button>
              ) : null}
            </>
          ) : null}
          {selection.state !== 'open' && selection.coordinatorId === null ? (
            <Button look="quiet" onPress={() => void reopen.run({ selectionId: selection.id })}>
              選びなおす
            </Button>
          ) : null}
        </div>
      ) : null}
    </Block>
  )
}

function factsOf(selection: Selection, name: string) {
  const { decidedOn, because, recommendedOn, appointedFrom, appointedTo } = selection
  return [
    ['選ばれた方', name],
    ['決めた日', decidedOn === null ? '' : formatWareki(decidedOn)],
    ['わけ', because],
    ['推薦書を出した日', recommendedOn === null ? '' : formatWareki(recommendedOn)],
    [
      '任期',
      appointedFrom === null
        ? ''
        : `${formatWareki(appointedFrom)}から${appointedTo === null ? '' : `${formatWareki(appointedTo)}まで`}`,
    ],
  ].flatMap(([fact = '', value = '']) => (value === '' ? [] : [{ name: fact, value }]))
}

interface FormProps {
  readonly selection: Selection
  readonly onDone: () => void
}

function DecideForm({ selection, onDone }: FormProps) {
  const id = useId()
  const { today } = usePlace()
  const agreed = selection.candidates.filter((each) => each.consent === 'agreed')
  const [candidate, setCandidate] = useState<CandidateId | null>(agreed[0]?.id ?? null)
  const [on, setOn] = useState(today)
  const [because, setBecause] = useState('')
  const [asked, setAsked] = useState(false)
  const decide = useWrite('selections.decide')
  const send = async (): Promise<void> => {
    setAsked(true)
    if (candidate === null || because.trim() === '') return
    const given = { selectionId: selection.id, candidateId: candidate, decidedOn: on, because }
    if (await decide.did(given)) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <Select
        label="選ばれた方"
        width="full"
        autoFocus
        value={candidate}
        onChange={setCandidate}
        error={asked && candidate === null ? '選ばれた方を選んでください。' : null}
        choices={selection.candidates.map((each) => ({ value: each.id, label: each.name }))}
      />
      <JapaneseDateField
        label="決めた日"
        width="full"
        value={on}
        near={today}
        onChange={(day) => setOn(day ?? today)}
      />
      <div className={styles.wide}>
        <TextArea
          label="選んだわけ"
          lines={2}
          required
          value={because}
          onChange={setBecause}
          error={asked && because.trim() === '' ? '選んだわけを書いてください。推薦書に載ります。' : null}
        />
      </div>
      <div className={styles.end}>
        <Button submits id={`${id}-end`} busy={decide.busy}>
          この方に決まったと残す
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={decide.error} />
    </EntryForm>
  )
}

function StopForm({ selection, onDone }: FormProps) {
  const id = useId()
  const [because, setBecause] = useState('')
  const [asked, setAsked] = useState(false)
  const stop = useWrite('selections.stop')
  const send = async (): Promise<void> => {
    setAsked(true)
    if (because.trim() === '') return
    if (await stop.did({ selectionId: selection.id, because })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <div className={styles.wide}>
        <TextArea
          label="とりやめるわけ"
          lines={2}
          required
          autoFocus
          value={because}
          onChange={setBecause}
          error={asked && because.trim() === '' ? 'とりやめるわけを書いてください。' : null}
        />
      </div>
      <div className={styles.end}>
        <Button submits id={`${id}-end`} busy={stop.busy}>
          とりやめると残す
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={stop.error} />
    </EntryForm>
  )
}

function AppointForm({ selection, onDone }: FormProps) {
  const { today } = usePlace()
  const appoint = useWrite('selections.appoint')
  const chosen = selection.candidates.find((each) => each.id === selection.chosenId)
  return (
    <CoordinatorForm
      fixed
      first={{
        personId: chosen?.personId ?? null,
        layer: selection.layer,
        areaName: selection.areaName,
        employer: 'shakyo',
        working: 'full',
        dedicated: 'only',
        qualification: '',
        fromOn: today,
        toOn: null,
      }}
      sendWords="この任用を残す"
      busy={appoint.busy}
      error={appoint.error}
      onSend={({ personId: _chosen, ...coordinator }) =>
        void appoint.run({ selectionId: selection.id, coordinator }).then((done) => done !== null && onDone())
      }
      onStop={onDone}
    />
  )
}
