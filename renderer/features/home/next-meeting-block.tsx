import { Link } from '@tanstack/react-router'
import type { Home } from '#shared/contract/home-operations.ts'
import type { Lack } from '#shared/contract/meeting-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Mark, type MarkKind } from '#renderer/ui/mark.tsx'
import styles from './home.module.css'
import { lackWords } from './lack-words.ts'

type Next = NonNullable<Home['next']>

interface Check {
  readonly name: string
  readonly mark: MarkKind
  readonly words: string
}

/** One line a thing to be ready, in the order of the work; a step whose time has not come is □. */
function checksOf(next: Next): readonly Check[] {
  const lackOf = (...codes: readonly Lack['code'][]): Lack | undefined =>
    next.lacks.find((lack) => codes.includes(lack.code))
  const prepared = (name: string, done: string, mark: MarkKind, ...codes: readonly Lack['code'][]): Check => {
    const lack = lackOf(...codes)
    return lack === undefined ? { name, mark: 'done', words: done } : { name, mark, words: lackWords(lack) }
  }
  const later = (name: string, step: Lack['step'], done: string): Check => {
    const lack = next.lacks.find((each) => each.step === step)
    if (lack === undefined)
      return {
        name,
        mark: next.daysLeft > 0 ? 'none' : 'done',
        words: next.daysLeft > 0 ? 'これからです' : done,
      }
    return { name, mark: 'none', words: next.daysLeft > 0 ? 'これからです' : lackWords(lack) }
  }
  return [
    prepared('次第', '議題がそろっています', 'lacking', 'no-agenda', 'planned-minutes-missing', 'over-time'),
    prepared('開催通知', '出しました', 'soon', 'notice-not-sent', 'members-not-invited'),
    prepared('出欠の返事', 'そろいました', 'soon', 'replies-waiting'),
    later('当日の出欠', 'day', '記しました'),
    later('議事録', 'minutes', '確定しました'),
    later('報告', 'report', '提出しました'),
  ]
}

function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return 'きょう'
  return daysLeft === 1 ? 'あした' : `あと${daysLeft}日`
}

export function NextMeetingBlock({ next }: { readonly next: Home['next'] }) {
  if (next === null) {
    return (
      <Block title="次の会議">
        <Empty next={<Link to="/meetings">会議の一覧をひらく</Link>}>
          予定している会議はありません。日と場所を決めると、議題と出席簿の用意が始まります。
        </Empty>
      </Block>
    )
  }
  const left = next.lacks.filter((lack) => lack.step === 'prepare').length
  return (
    <Block title="次の会議" more={left === 0 ? '準備はできました' : `準備　残り${left}`}>
      <p className={styles.when}>
        <span>
          {formatMonthDay(next.heldOn)} {formatClockTime(next.startsAt)}
        </span>
        <small>
          第{next.number}回・{daysWords(next.daysLeft)}
        </small>
      </p>
      <p className={styles.where}>{next.place === '' ? '場所はまだ決まっていません' : next.place}</p>
      <Lines className={styles.checks}>
        {checksOf(next).map((check) => (
          <li key={check.name}>
            <Mark kind={check.mark} className={styles[check.mark]} />
            <span>{check.name}</span>
            <span className={styles.checkWords}>{check.words}</span>
          </li>
        ))}
      </Lines>
    </Block>
  )
}
