import type { PenHolder, SharingState } from '#shared/contract/sharing-operations.ts'
import { formatWareki, isCalendarDate } from '#shared/domain/calendar-date.ts'

/** 令和8年11月23日 9:05. `at` is local time, YYYY-MM-DDTHH:MM. */
export function momentWords(at: string): string {
  const day = at.slice(0, 10)
  return isCalendarDate(day) ? `${formatWareki(day)} ${at.slice(11, 16).replace(/^0/, '')}` : at
}

/** 戸田さん（PC-2のPC） */
export function personWords({ name, pc }: Pick<PenHolder, 'name' | 'pc'>): string {
  return `${name}さん（PC「${pc}」）`
}

/** Who writes, in one sentence. */
export function holderWords({ mayEdit, holder }: SharingState): string {
  if (mayEdit) return 'このPCで編集できます。ほかのPCは、見るだけです。'
  if (holder === null) return 'いまは、だれも編集していません。'
  return `${personWords(holder)}が、${momentWords(holder.since)}から編集しています。`
}

/** Whether the other PC lives, as far as this one has seen. Null while there is nothing to say. */
export function stillWords({ mayEdit, holder, holderSeems, stillSeconds }: SharingState): string | null {
  if (mayEdit || holder === null || holderSeems === 'moving') return null
  const minutes = Math.floor(stillSeconds / 60)
  const long = minutes < 1 ? `${String(stillSeconds)}秒` : `${String(minutes)}分`
  return holderSeems === 'still'
    ? `そのPCの動きが、${long}ありません。もう少し待つと、引きつげるようになります。`
    : `そのPCの動きが、${long}ありません。電源が切れたか、共有フォルダーに届いていないようです。`
}
