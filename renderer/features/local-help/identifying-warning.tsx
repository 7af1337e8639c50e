import { Notice } from '#renderer/ui/notice.tsx'
import { findIdentifyingWords, identifyingWordNames } from '#shared/domain/identifying-words.ts'

/** 「田中さん」（お名前）、「3丁目」（住所）; empty where nothing tells whom it is about. */
export function identifyingText(text: string): string {
  return findIdentifyingWords(text)
    .map((each) => `「${each.text}」（${identifyingWordNames[each.what]}）`)
    .join('、')
}

/** Warns of words that look as if they told whom a need is about. It can be saved all the same. */
export function IdentifyingWarning({ text }: { readonly text: string }) {
  const found = identifyingText(text)
  if (found === '') return null
  return (
    <Notice mark="lacking">
      <p>
        {found}
        のように見えることばがあります。だれのことか分からない書き方（「一人暮らしの方」など）にしてください。
      </p>
    </Notice>
  )
}
