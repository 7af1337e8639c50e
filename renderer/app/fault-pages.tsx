import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'

/** A place that does not exist: a meeting removed meanwhile, an address typed wrongly. */
export function NoSuchPage() {
  return (
    <>
      <PageHead
        title="このページはありません"
        line="取り消されたか、場所が変わりました。データはそのままです。"
      />
      <p>
        <ButtonLink to="/">ホームへ戻る</ButtonLink>
      </p>
    </>
  )
}

/** A fault of ours while drawing a page. What was saved is on the disk; the page can be opened again. */
export function FaultPage({ reset }: { readonly reset: () => void }) {
  return (
    <>
      <PageHead
        title="この画面を出せませんでした"
        line="プログラムの誤りです。保存したものは、そのまま残っています。"
        actions={
          <Button look="main" onPress={reset}>
            もう一度ひらく
          </Button>
        }
      />
      <p>続くときは、左の見出しからほかの画面へ移るか、プログラムを開きなおしてください。</p>
    </>
  )
}
