import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { ProposalDetail, ProposalProgressFields } from '#shared/contract/proposal-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { answerKindNames, answerKinds } from '#shared/domain/proposal.ts'
import styles from '#renderer/ui/record-page.module.css'

function progressOf(proposal: ProposalDetail): ProposalProgressFields {
  const { handedOn, receivedBy, answeredOn, answerKind, answer, closedOn, closedBecause } = proposal
  return { handedOn, receivedBy, answeredOn, answerKind, answer, closedOn, closedBecause }
}

interface StepProps {
  readonly proposal: ProposalDetail
  readonly onDone: () => void
}

function useProgress({ proposal, onDone }: StepProps) {
  const write = useWrite('proposals.setProgress')
  return {
    write,
    send: async (part: Partial<ProposalProgressFields>): Promise<void> => {
      const progress = { ...progressOf(proposal), ...part }
      if (await write.did({ proposalId: proposal.id, progress })) onDone()
    },
  }
}

function HandInForm(props: StepProps) {
  const id = useId()
  const { today } = usePlace()
  const [on, setOn] = useState(today)
  const [by, setBy] = useState('')
  const { write, send } = useProgress(props)
  return (
    <EntryForm
      id={id}
      endsAt={`${id}-end`}
      className={styles.inlineForm}
      onSubmit={() => void send({ handedOn: on, receivedBy: by })}
    >
      <JapaneseDateField
        label="提出した日"
        autoFocus
        value={on}
        near={today}
        onChange={(day) => setOn(day ?? today)}
      />
      <TextField label="受けとった人" width="medium" value={by} onChange={setBy} />
      <Button submits id={`${id}-end`} busy={write.busy}>
        提出したと残す
      </Button>
      <Button look="quiet" onPress={props.onDone}>
        やめる
      </Button>
      <ErrorNotice error={write.error} />
    </EntryForm>
  )
}

function AnswerForm(props: StepProps) {
  const id = useId()
  const { today } = usePlace()
  const [on, setOn] = useState(today)
  const [kind, setKind] = useState<ProposalProgressFields['answerKind']>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { write, send } = useProgress(props)
  return (
    <EntryForm
      id={id}
      endsAt={`${id}-end`}
      className={styles.inlineForm}
      onSubmit={() => {
        setTried(true)
        if (words.trim() !== '') void send({ answeredOn: on, answerKind: kind, answer: words })
      }}
    >
      <JapaneseDateField
        label="答えのあった日"
        autoFocus
        value={on}
        near={today}
        onChange={(day) => setOn(day ?? today)}
      />
      <RadioGroup
        label="どういう答えか"
        value={kind}
        onChange={setKind}
        choices={answerKinds.map((value) => ({ value, label: answerKindNames[value] }))}
      />
      <div className={styles.wide}>
        <TextArea
          label="答えの内容"
          lines={3}
          value={words}
          onChange={setWords}
          error={tried && words.trim() === '' ? '答えの内容を書いてください。' : null}
        />
      </div>
      <Button submits id={`${id}-end`} busy={write.busy}>
        答えを残す
      </Button>
      <Button look="quiet" onPress={props.onDone}>
        やめる
      </Button>
      <ErrorNotice error={write.error} />
    </EntryForm>
  )
}

function CloseForm(props: StepProps) {
  const id = useId()
  const { today } = usePlace()
  const [words, setWords] = useState('')
  const { write, send } = useProgress(props)
  return (
    <EntryForm
      id={id}
      endsAt={`${id}-end`}
      className={styles.inlineForm}
      onSubmit={() => void send({ closedOn: today, closedBecause: words })}
    >
      <TextField label="どう終わったか" width="long" autoFocus value={words} onChange={setWords} />
      <Button submits id={`${id}-end`} busy={write.busy}>
        区切りをつける
      </Button>
      <Button look="quiet" onPress={props.onDone}>
        やめる
      </Button>
      <ErrorNotice error={write.error} />
    </EntryForm>
  )
}

type Doing = 'handing-in' | 'answering' | 'closing' | null

/** 提出と答え: when it was handed in and to whom, what came back, and how it ended. */
export function ProposalProgress({ proposal }: { readonly proposal: ProposalDetail }) {
  const [doing, setDoing] = useState<Doing>(null)
  const { write, send } = useProgress({ proposal, onDone: () => undefined })
  const step = { proposal, onDone: () => setDoing(null) }
  const { handedOn, receivedBy, answeredOn, answerKind, answer, closedOn, closedBecause } = proposal
  return (
    <Block title="提出と答え" minor className={styles.block}>
      {handedOn === null ? <p className="sub">まだ提出していません。</p> : null}
      <ul className={styles.lines}>
        {handedOn === null ? null : (
          <li>
            <Chip mark="done">{formatWareki(handedOn)}に提出</Chip>
            <span className={styles.wide}>{receivedBy === '' ? '' : `受けとった人　${receivedBy}`}</span>
          </li>
        )}
        {answeredOn === null ? (
          handedOn === null || closedOn !== null ? null : (
            <li>
              <Chip mark="waiting">答え待ち</Chip>
              <span className={styles.wide}>
                {proposal.answerDueOn === null ? '' : `期限　${formatWareki(proposal.answerDueOn)}`}
              </span>
            </li>
          )
        ) : (
          <li>
            <Chip mark="done">{formatWareki(answeredOn)}の答え</Chip>
            <span className={styles.wide}>
              {answerKind === null ? '' : `【${answerKindNames[answerKind]}】`}
              {answer}
            </span>
          </li>
        )}
        {closedOn === null ? null : (
          <li>
            <Chip mark="done">{formatWareki(closedOn)}に区切り</Chip>
            <span className={styles.wide}>{closedBecause}</span>
            <Button
              look="quiet"
              busy={write.busy}
              onPress={() => void send({ closedOn: null, closedBecause: '' })}
            >
              区切りを取り消す
            </Button>
          </li>
        )}
      </ul>
      <ErrorNotice error={write.error} />
      {doing === 'handing-in' ? <HandInForm {...step} /> : null}
      {doing === 'answering' ? <AnswerForm {...step} /> : null}
      {doing === 'closing' ? <CloseForm {...step} /> : null}
      {doing !== null || closedOn !== null ? null : (
        <span className={styles.actions}>
          {handedOn === null ? (
            <Button small onPress={() => setDoing('handing-in')}>
              提出した
            </Button>
          ) : answeredOn === null ? (
            <Button small onPress={() => setDoing('answering')}>
              答えを書く
            </Button>
          ) : null}
          <Button small onPress={() => setDoing('closing')}>
            終わりにする
          </Button>
        </span>
      )}
    </Block>
  )
}
