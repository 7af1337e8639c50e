import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { NeedDetail, NeedPass } from '#shared/contract/need-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { passWords } from '#shared/domain/need.ts'
import styles from '#renderer/ui/record-page.module.css'

/** To which council, and what it is asked. */
function PassForm({ need, onDone }: { readonly need: NeedDetail; readonly onDone: () => void }) {
  const id = useId()
  const { councils, today } = usePlace()
  const others = councils.filter((each) => each.id !== need.councilId)
  const [to, setTo] = useState<CouncilId | null>(others[0]?.id ?? null)
  const [on, setOn] = useState(today)
  const [asked, setAsked] = useState('')
  const pass = useWrite('needs.pass')
  const send = async (): Promise<void> => {
    if (to === null) return
    if ((await pass.run({ needId: need.id, toCouncilId: to, passedOn: on, asked })) !== null) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <Select
        label="渡す先"
        width="long"
        value={to}
        onChange={setTo}
        autoFocus
        choices={others.map((each) => ({
          value: each.id,
          label: `${councilLayerNames[each.layer]}　${each.name}`,
        }))}
      />
      <JapaneseDateField label="渡した日" value={on} near={today} onChange={(day) => setOn(day ?? today)} />
      <TextField label="お願いすること" width="long" value={asked} onChange={setAsked} />
      <Button submits id={`${id}-end`} busy={pass.busy}>
        この協議体へ渡す
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={pass.error} />
    </EntryForm>
  )
}

function AnswerForm({ pass, onDone }: { readonly pass: NeedPass; readonly onDone: () => void }) {
  const id = useId()
  const { today } = usePlace()
  const [on, setOn] = useState(today)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const answer = useWrite('needs.answer')
  const send = async (): Promise<void> => {
    setTried(true)
    if (words.trim() === '') return
    if (await answer.did({ passId: pass.id, answeredOn: on, answer: words })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <JapaneseDateField
        label="答えのあった日"
        autoFocus
        value={on}
        near={today}
        onChange={(day) => setOn(day ?? today)}
      />
      <div className={styles.wide}>
        <TextArea
          label="答え"
          lines={2}
          value={words}
          onChange={setWords}
          error={tried && words.trim() === '' ? '答えを書いてください。' : null}
        />
      </div>
      <Button submits id={`${id}-end`} busy={answer.busy}>
        答えを残す
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={answer.error} />
    </EntryForm>
  )
}

/** 層のあいだ: to whom it was passed, when, and what came back. */
export function NeedPasses({ need }: { readonly need: NeedDetail }) {
  const { councils } = usePlace()
  const [doing, setDoing] = useState<'passing' | 'answering' | null>(null)
  const waiting = need.passes.find((pass) => pass.answeredOn === null)
  const done = (): void => setDoing(null)
  return (
    <Block title="ほかの層へ" minor className={styles.block}>
      {need.passes.length === 0 ? <p className="sub">まだどこへも渡していません。</p> : null}
      <ul className={styles.lines}>
        {need.passes.map((pass) => (
          <li key={pass.id}>
            <span className={styles.wide}>
              {formatWareki(pass.passedOn)}　{passWords(pass.fromLayer, pass.toLayer)}（{pass.toCouncilName}）
              {pass.asked === '' ? null : <>　{pass.asked}</>}
            </span>
            {pass.answeredOn === null ? (
              <Chip mark="waiting">答え待ち</Chip>
            ) : (
              <span className={styles.wide}>
                <Chip mark="done">{formatWareki(pass.answeredOn)}の答え</Chip>　{pass.answer}
              </span>
            )}
          </li>
        ))}
      </ul>
      {doing === 'passing' ? <PassForm need={need} onDone={done} /> : null}
      {doing === 'answering' && waiting !== undefined ? <AnswerForm pass={waiting} onDone={done} /> : null}
      {doing !== null ? null : waiting !== undefined ? (
        <Button small onPress={() => setDoing('answering')}>
          答えを書く
        </Button>
      ) : councils.length < 2 ? (
        <p className="sub">もう一つの層の協議体を「設定」で加えると、ここから渡せます。</p>
      ) : (
        <Button small onPress={() => setDoing('passing')}>
          ほかの層へ渡す
        </Button>
      )}
    </Block>
  )
}
