import type { PaperLack, ShelfPaper } from '#shared/contract/paper-catalogue.ts'

/** What a paper cannot be made without, and what has to be done. */
export function blockedWords(lack: PaperLack): string {
  const words: Readonly<Record<PaperLack, string>> = {
    'no-meeting': '会議を選ぶと作れます',
    'no-agenda': '議題がまだありません',
    'no-roll': '出席する人がまだいません',
    'not-held': '会議がまだ開かれていません',
    'minutes-open': '議事録がまだ確定していません',
    'no-members': '委員がまだ記録されていません',
    'no-addresses': '名簿に住所がありません',
    'some-addresses': '住所のない人がいます',
    'no-meetings-in-year': 'この年度の会議がまだありません',
    'no-resources': '地域資源がまだありません',
    'no-public-resources': '公開にした地域資源がまだありません',
    'no-needs': '地域課題がまだありません',
    'no-organizations': '団体がまだ記録されていません',
  }
  return words[lack]
}

/** What will be seen to be missing on a paper that can be made all the same. */
export function wantingWords({ lack, count }: ShelfPaper['wanting'][number]): string {
  if (lack === 'some-addresses') return `住所のない${String(count)}名の分は作りません`
  return lack === 'minutes-open' ? '「案」と入ります' : blockedWords(lack)
}
