import type { PersonDetail } from '#shared/contract/roster-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import styles from './person-pane.module.css'

function span(from: CalendarDate | null, to: CalendarDate | null): string {
  const end = to === null ? (from === null ? '' : 'いまも') : formatWareki(to)
  return `${from === null ? '' : formatWareki(from)} 〜 ${end}`
}

/** これまで: groups and seats with their days. A move never changes what was recorded before. */
export function HistoryTab({ person }: { readonly person: PersonDetail }) {
  return (
    <>
      <Block minor title="所属">
        {person.affiliations.length === 0 ? (
          <Empty>所属の記録はまだありません。</Empty>
        ) : (
          <Lines className={styles.said}>
            {person.affiliations.map((affiliation) => (
              <li key={affiliation.id}>
                {affiliation.organizationName}　{affiliation.post}
                <div className={styles.under}>{span(affiliation.fromOn, affiliation.toOn)}</div>
              </li>
            ))}
          </Lines>
        )}
      </Block>
      <p className={styles.said}>
        <ButtonLink small to="/history/$kind/$recordId" params={{ kind: 'person', recordId: person.id }}>
          この人の変更の記録
        </ButtonLink>
      </p>
      <Block minor title="席">
        {person.memberships.length === 0 ? (
          <Empty>席に着いたことはまだありません。</Empty>
        ) : (
          <Lines className={styles.said}>
            {person.memberships.map((seat) => (
              <li key={seat.membershipId}>
                {seat.councilName}　{councilRoleNames[seat.role]}
                <div className={styles.under}>
                  <span>{span(seat.termFrom, seat.releasedOn ?? seat.termTo)}</span>
                  <span>{seat.category}</span>
                  {seat.despite === '' ? null : <span>それでもよいわけ：{seat.despite}</span>}
                </div>
              </li>
            ))}
          </Lines>
        )}
      </Block>
    </>
  )
}
