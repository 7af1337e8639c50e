import { useState } from 'react'
import type { SharingState } from '#shared/contract/sharing-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { momentWords, personWords } from './sharing-words.ts'

type Action = 'give' | 'take' | 'take-over' | 'ask'

function actionOf(state: SharingState): Action {
  if (state.mayEdit) return 'give'
  if (state.holder === null) return 'take'
  return state.holderSeems === 'gone' ? 'take-over' : 'ask'
}

function wordsOf(action: Action, { askedBy, asking }: SharingState): string {
  if (action === 'give') return askedBy === null ? '編集を終えて、返す' : `${askedBy.name}さんに貸す`
  if (action === 'take') return '編集を始める'
  if (action === 'take-over') return '編集を引きつぐ'
  return asking ? '伝えました。返事を待っています' : '編集したいと伝える'
}

/**
 * The one thing to do now: give the pen back, take it, take it over, or ask for it. One button through all of it,
 * so that whoever is on it by keyboard stays there when its words change, and comes back to it from the question.
 */
export function PenAction({ state }: { readonly state: SharingState }) {
  const give = useWrite('sharing.returnPen')
  const take = useWrite('sharing.takePen')
  const ask = useWrite('sharing.askForPen')
  /** What the question was asked about: others act while it is read. */
  const [asked, setAsked] = useState<SharingState | null>(null)
  const action = actionOf(state)
  const writes = { give, take, 'take-over': take, ask } as const
  const write = writes[action]
  const press = (): void => {
    for (const other of [give, take, ask]) other.forget()
    if (action === 'take-over') setAsked(state)
    else void write.run({})
  }
  return (
    <>
      {asked === null ? <ErrorNotice error={write.error} onClose={write.forget} /> : null}
      <Button
        look="main"
        busy={asked === null && write.busy}
        disabled={action === 'ask' && state.asking}
        onPress={press}
      >
        {wordsOf(action, state)}
      </Button>
      <AskDialog
        open={asked !== null}
        title="編集を引きつぎますか"
        yes="編集を引きつぐ"
        busy={take.busy}
        onClose={() => {
          setAsked(null)
          take.forget()
        }}
        onYes={() => {
          void take.attempt({}).then((done) => {
            if (done.ok) setAsked(null)
          })
        }}
      >
        {asked === null ? null : <TakeOverWords asked={asked} />}
        <ErrorNotice error={take.error} />
      </AskDialog>
    </>
  )
}

function TakeOverWords({ asked }: { readonly asked: SharingState }) {
  const from = asked.newer ?? asked.seen
  return (
    <>
      {asked.holder === null ? null : (
        <p>編集していた{personWords(asked.holder)}から、しばらく動きがありません。</p>
      )}
      <p>
        {from === null
          ? 'このPCの記録から続けます。'
          : `${momentWords(from.at)}までに出された記録から続けます。`}
      </p>
      <p>
        そのPCにまだ出していない変更があっても、捨てません。そのPCが戻ったときに別に残し、一件ずつ取り入れられます。
      </p>
    </>
  )
}
