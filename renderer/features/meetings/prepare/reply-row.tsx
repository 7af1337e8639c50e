import { classNames } from '#renderer/ui/class-names.ts'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import type { Attendance } from '#shared/contract/meeting-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import { invitationWayNames, isToBeInvited } from '#shared/domain/invitation.ts'
import { replyChannelNames, replyNames } from '#shared/domain/meeting.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { monthAndDay } from '../due-words.ts'
import styles from './prepare.module.css'

/** How and when she was told of the meeting; who is there by office need not be told. */
function Invited({ line }: { readonly line: Attendance }) {
  if (line.invitedBy !== null && line.invitedOn !== null)
    return (
      <span className={styles.cut}>
        {invitationWayNames[line.invitedBy]}　{monthAndDay(line.invitedOn)}
      </span>
    )
  return isToBeInvited(line) ? (
    <Chip mark="waiting">まだ案内していない</Chip>
  ) : (
    <span className="sub">－</span>
  )
}

/** One line of the roll: whom, told how, answered what. */
export function ReplyRow({ line }: { readonly line: Attendance }) {
  const came = line.reply !== 'waiting'
  const how = [
    line.replyChannel === null ? '' : replyChannelNames[line.replyChannel],
    line.repliedOn === null ? '' : formatMonthDay(line.repliedOn),
  ].join('　')
  return (
    <span className={styles.replyRow}>
      <span className={styles.seat}>{line.seatNumber}</span>
      <b>
        <Name>{line.name}</Name>
      </b>
      <span className={styles.cut}>{line.organizationName === '' ? line.post : line.organizationName}</span>
      <span className={classNames('sub', styles.role)}>{councilRoleNames[line.role]}</span>
      <span>
        <Invited line={line} />
      </span>
      <span>
        {came ? <Chip mark="done">{replyNames[line.reply]}</Chip> : <Chip mark="waiting">返事待ち</Chip>}
      </span>
      <span className={styles.cut}>
        {came ? how : ''}
        {line.reply === 'proxy' && line.proxyName !== '' ? `　${line.proxyName}（${line.proxyPost}）` : ''}
        {line.mandate ? '　委任状' : ''}
        {line.opinion === '' ? '' : '　意見あり'}
        {line.care === '' ? '' : `　配慮：${line.care}`}
        {line.note === '' ? '' : `　${line.note}`}
      </span>
    </span>
  )
}
