import { Link } from '@tanstack/react-router'
import { Block } from '#renderer/ui/block.tsx'
import type { CountedRecord, YearOption } from '#shared/contract/year-summary-operations.ts'
import styles from '../coordinators.module.css'

const places = {
  meetings: '/meetings',
  roster: '/roster/groups',
  councils: '/settings/board',
  coordinators: '/coordinators/people',
  diary: '/coordinators',
  needs: '/area',
  resources: '/area/resources',
  developments: '/area/developments',
} as const satisfies Readonly<Record<CountedRecord['place'], string>>

/** What a figure counted, by name; each leads to where it is kept. */
export function CountedPane({ option }: { readonly option: YearOption | null }) {
  if (option === null || option.count === null) {
    return (
      <Block title="数えたもの">
        <p className="sub">左の数を選ぶと、何を数えたかがここに出ます。</p>
      </Block>
    )
  }
  return (
    <Block title={option.label === '' ? '数えたもの' : option.label} note={`${String(option.count)}`}>
      {option.counted.length === 0 ? <p className="sub">当たる記録はありません。</p> : null}
      <ul className={styles.lines}>
        {option.counted.map((each, position) => (
          <li key={`${String(position)}${each.text}`}>
            <Link to={places[each.place]}>{each.text}</Link>
          </li>
        ))}
      </ul>
    </Block>
  )
}
