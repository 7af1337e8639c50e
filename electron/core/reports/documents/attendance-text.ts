import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { seatedPerson } from './meeting-record.ts'
import { groupAndPost, paperNumber, paperTime } from './paper-text.ts'

/** Members there in person, online or by proxy: what minutes and the city's form call 出席. */
export function membersAttended(meeting: MeetingDetail): number {
  const { present, online, proxy } = meeting.count
  return present + online + proxy
}

/** 委員12名中　出席10名（うち遅刻１・早退１、代理１）、欠席２名 */
export function attendanceSentence(meeting: MeetingDetail): string {
  const { members, late, leftEarly, online, proxy, absent, unmarked } = meeting.count
  const part = (word: string, count: number): readonly string[] =>
    count === 0 ? [] : [`${word}${paperNumber(count)}`]
  const times = [...part('遅刻', late), ...part('早退', leftEarly)].join('・')
  const parts = [...(times === '' ? [] : [times]), ...part('オンライン', online), ...part('代理', proxy)]
  const within = parts.length === 0 ? '' : `（うち${parts.join('、')}）`
  const away = absent === 0 ? '' : `、欠席${paperNumber(absent)}名`
  const unknown = unmarked === 0 ? '' : `、未記入${paperNumber(unmarked)}名`
  return `委員${paperNumber(members)}名中　出席${paperNumber(membersAttended(meeting))}名${within}${away}${unknown}`
}

/** 定足数７名　出席とみなす者10名; null where the council's rules set no quorum. */
export function quorumSentence(meeting: MeetingDetail): string | null {
  if (meeting.quorum === null) return null
  const reached = meeting.count.counted >= meeting.quorum
  return `定足数${paperNumber(meeting.quorum)}名、出席とみなす者${paperNumber(meeting.count.counted)}名により${reached ? '成立' : '不成立'}`
}

/** One line of the minutes' head: 会長　髙橋　敏夫（東部地区自治会連絡協議会　会長）; whose hour differs is said behind it. */
export function attendeeText(line: Attendance, agenda: MeetingDetail['agenda'] = []): string {
  // In the public version the role is the name: it is said once.
  const isNamedByRole = line.name.endsWith(councilRoleNames[line.role])
  const leads = (line.role === 'chair' || line.role === 'vice-chair') && !isNamedByRole
  const role = leads ? `${councilRoleNames[line.role]}　` : ''
  if (isNamedByRole && line.presence === 'proxy') return `${line.name}の代理${hours(line, agenda)}`
  const person = seatedPerson(line)
  const stands =
    line.presence === 'proxy'
      ? [`${line.name}${councilRoleNames[line.role]}代理`, groupAndPost(line.organizationName, person.post)]
      : [groupAndPost(line.organizationName, person.post)]
  const inside = stands.filter((each) => each !== '').join('、')
  return `${role}${person.name}${inside === '' ? '' : `（${inside}）`}${hours(line, agenda)}`
}

/** 14:00、議題２(1)から出席: the hour, the item, or both, as they were noted. */
function hours(line: Attendance, agenda: MeetingDetail['agenda']): string {
  const at = (time: Attendance['arrivedAt'], itemId: Attendance['arrivedItemId']): string => {
    const item = agenda.find((each) => each.id === itemId)
    const words = [
      time === null ? '' : paperTime(time),
      item === undefined ? '' : item.citation === '' ? item.title : `議題${item.citation}`,
    ]
    return words.filter((each) => each !== '').join('・')
  }
  const came = at(line.arrivedAt, line.arrivedItemId)
  const left = at(line.leftAt, line.leftItemId)
  const notes = [
    ...(line.presence === 'online' ? ['オンライン'] : []),
    ...(line.late ? [came === '' ? '遅刻' : `${came}から出席`] : []),
    ...(line.leftEarly
      ? [left === '' ? '早退' : line.leftItemId === null ? `${left}に退席` : `${left}の後に退席`]
      : []),
  ]
  return notes.length === 0 ? '' : `　※${notes.join('、')}`
}
