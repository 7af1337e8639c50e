import { useState } from 'react'
import type { SharingState } from '#shared/contract/sharing-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { momentWords, personWords } from './sharing-words.ts'

/** The one thing to do now: give the pen back, take it, take it over, or ask for it. */
export function PenAction({ state }: { readonly state: SharingState }) {
  if (state.mayEdit) return <ReturnPen askedBy={state.askedBy?.name ?? null} />
  if (state.holder === null) return <TakePen />
  if (state.holderSeems === 'gone') return <TakeOver state={state} />
  return <AskForPen asking={state.asking} />
}

function ReturnPen({ askedBy }: { readonly askedBy: string | null }) {
  const give = useWrite('sharing.returnPen')
  return (
    <>
      <ErrorNotice error={give.error} onClose={give.forget} />
      <Button look="main" busy={give.busy} onPress={() => void give.run({})}>
        {askedBy === null ? '編集を終えて、返す' : `${askedBy}さんに貸す`}
      </Button>
    </>
  )
}

function TakePen() {
  const take = useWrite('sharing.takePen')
  return (
    <>
      <ErrorNotice error={take.error} onClose={take.forget} />
      <Button look="main" busy={take.busy} onPress={() => void take.run({})}>
        編集を始める
      </Button>
    </>
  )
}

function AskForPen({ asking }: { readonly asking: boolean }) {
  const ask = useWrite('sharing.askForPen')
  return (
    <>
      <ErrorNotice error={ask.error} onClose={ask.forget} />
      <Button look="main" busy={ask.busy} disabled={asking} onPress={() => void ask.run({})}>
        {asking ? '伝えました。返事を待っています' : '編集したいと伝える'}
      </Button>
    </>
  )
}

function TakeOver({ state }: { readonly state: SharingState }) {
  const [asking, setAsking] = useState(false)
  const take = useWrite('sharing.takePen')
  return (
    <>
      <Button look="main" onPress={() => setAsking(true)}>
        編集を引きつぐ
      </Button>
      <AskDialog
        open={asking}
        title="編集を引きつぎますか"
        yes="編集を引きつぐ"
        busy={take.busy}
        onClose={() => {
          setAsking(false)
          take.forget()
        }}
        onYes={() => {
          void take.attempt({}).then((done) => {
            if (done.ok) setAsking(false)
          })
        }}
      >
        {state.holder === null ? null : (
          <p>編集していた{personWords(state.holder)}から、しばらく動きがありません。</p>
        )}
        <p>
          {state.newer === null && state.seen === null
            ? 'このPCの記録から続けます。'
            : `${momentWords((state.newer ?? state.seen)?.at ?? '')}までに出された記録から続けます。`}
        </p>
        <p>
          そのPCにまだ出していない変更があっても、捨てません。そのPCが戻ったときに別に残し、一件ずつ取り入れられます。
        </p>
        <ErrorNotice error={take.error} />
      </AskDialog>
    </>
  )
}
