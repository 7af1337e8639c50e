import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Name } from '#renderer/ui/name.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { isThereForItem } from '#shared/domain/item-presence.ts'
import { citedTitle } from '../meeting-words.ts'
import styles from './day.module.css'

interface ItemPresenceProps {
  readonly meeting: MeetingDetail
  readonly onShowPaper: () => void
}

/** 議題ごとの出席: how many members were in the room for each item, and who was not. */
export function ItemPresence({ meeting, onShowPaper }: ItemPresenceProps) {
  const { agenda, roll } = meeting
  const members = roll.filter((line) => isMemberRole(line.role))
  const there = members.filter((line) => line.presence !== 'absent' && line.presence !== 'unmarked')
  // Where everybody stays throughout there is nothing to tell.
  const tied = there.some(
    (line) => line.awayFor.length > 0 || line.arrivedItemId !== null || line.leftItemId !== null,
  )
  if (!tied) return null
  return (
    <Block
      title="議題ごとの出席"
      note="遅刻・早退・退席を議題に結びつけたとき"
      more={
        <Button small onPress={onShowPaper}>
          紙やExcelにする
        </Button>
      }
    >
      <table className={styles.byItem} aria-label="議題ごとの出席">
        <tbody>
          {agenda.map((item, position) => {
            if (isHeading(agenda, position)) return null
            const out = there.filter((line) => !isThereForItem(line, item.id, agenda))
            return (
              <tr key={item.id}>
                <th scope="row">{citedTitle(item)}</th>
                <td>{there.length - out.length}名</td>
                <td>
                  {out.map((line) => (
                    <span key={line.id} className={styles.out}>
                      <Name>{line.name}</Name>
                    </span>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Block>
  )
}
