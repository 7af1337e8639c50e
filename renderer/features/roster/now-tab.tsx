import type { PersonDetail } from '#shared/contract/roster-operations.ts'
import { daysBetween, formatMonthDay } from '#shared/domain/calendar-date.ts'
import { sectorNames } from '#shared/domain/sectors.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Chip, Tag } from '#renderer/ui/mark.tsx'
import styles from './person-pane.module.css'
import { PersonSeats } from './person-seats.tsx'

function phoneWords(person: PersonDetail): string {
  if (person.phone === '') return person.phoneNote
  return `電話 ${person.phone}${person.phoneNote === '' ? '' : `（${person.phoneNote}）`}`
}

/** いま: the group, the seats, the sectors, and what this person said and took on. */
export function NowTab({ person }: { readonly person: PersonDetail }) {
  const { today } = usePlace()
  const reach = phoneWords(person) || person.email || person.fax
  return (
    <>
      <Facts
        facts={[
          { name: '所属', value: <Group organizationName={person.organizationName} post={person.post} /> },
          { name: '席', value: <PersonSeats person={person} /> },
          {
            name: '分野',
            value:
              person.sectors.length === 0 ? (
                <span className="sub">まだありません</span>
              ) : (
                <span className={styles.tags}>
                  {person.sectors.map((sector) => (
                    <Tag key={sector}>{sectorNames[sector]}</Tag>
                  ))}
                </span>
              ),
          },
          { name: '連絡', value: reach === '' ? <span className="sub">まだありません</span> : reach },
          {
            name: '出席',
            value:
              person.attended.held === 0
                ? '今年度の会議はまだありません'
                : `今年度 ${person.attended.held}回のうち${person.attended.counted}回`,
          },
          ...(person.openTasks.length === 0
            ? []
            : [
                {
                  name: '宿題',
                  value: person.openTasks.map((task) => (
                    <div key={task.text}>
                      {task.text}
                      {task.dueOn === null ? null : (
                        <>
                          <br />
                          <Chip mark={task.dueOn < today ? 'late' : 'soon'}>
                            {task.dueOn < today
                              ? `${daysBetween(task.dueOn, today)}日過ぎ`
                              : `${formatMonthDay(task.dueOn)}まで`}
                          </Chip>
                        </>
                      )}
                    </div>
                  )),
                },
              ]),
        ]}
      />
      {person.statements.length === 0 ? null : (
        <Block minor title="話したこと" more={`${person.statements.length}件`}>
          <ul className={styles.said}>
            {person.statements.map((statement, position) => (
              // Statements come in their own order and are not worked on here.
              <li key={position}>
                {statement.text}
                <div className={styles.under}>
                  <span>第{statement.meetingNumber}回</span>
                  <span>{formatMonthDay(statement.heldOn)}</span>
                </div>
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  )
}

function Group({ organizationName, post }: { readonly organizationName: string; readonly post: string }) {
  if (organizationName === '' && post === '') return <span className="sub">まだありません</span>
  return (
    <>
      {organizationName} <span className="nowrap">{post}</span>
    </>
  )
}
