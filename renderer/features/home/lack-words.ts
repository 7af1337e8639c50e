import type { Lack } from '#shared/contract/meeting-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'

function some(names: readonly string[], most: number): string {
  // The family name is enough here; a name without a blank stays whole.
  const shown = names
    .slice(0, most)
    .map((name) => name.split(/[\s　]/)[0] ?? name)
    .join('・')
  return names.length > most ? `${shown} ほか` : shown
}

/** （9月3日まで） */
function until(lack: Lack): string {
  return lack.dueOn === null ? '' : `（${formatMonthDay(lack.dueOn)}まで）`
}

/** What a meeting lacks, in words, complete by type: 時間の決まらない議題が2件. */
export function lackWords(lack: Lack): string {
  const words: Readonly<Record<Lack['code'], () => string>> = {
    'no-agenda': () => '議題がまだありません',
    'planned-minutes-missing': () => `時間の決まらない議題が${lack.count}件`,
    'over-time': () => `予定の時間を${lack.count}分こえています`,
    'notice-not-sent': () => `まだです${until(lack)}`,
    'members-not-invited': () => `まだの人 ${lack.count}名　${some(lack.names, 4)}`,
    'replies-waiting': () => `あと${lack.count}名　${some(lack.names, 4)}`,
    'presence-unmarked': () => `出欠の未記入 ${lack.count}名`,
    'quorum-missed': () => `定足数に${lack.count}名足りません`,
    'undecided-items': () => `決まっていない議題が${lack.count}件`,
    'no-statements': () => 'まだ書いていません',
    'tasks-without-owner': () => `担当の決まらない宿題が${lack.count}件`,
    'minutes-not-confirmed': () => `まだ確定していません${until(lack)}`,
    'summary-not-sent': () => `概要をまだ出していません${until(lack)}`,
    'report-not-submitted': () => 'まだ提出していません',
  }
  return words[lack.code]()
}
