import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { AttendanceOfPerson, AttendanceOverTime } from '#shared/contract/year-operations.ts'
import { formatMonthDay, formatWareki } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { presenceNames } from '#shared/domain/meeting.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { MeetingsTabs } from '../meetings-tabs.tsx'
import styles from './year.module.css'

type Span = 'year' | 'term'

const signs = { unmarked: '', present: '○', proxy: '代', online: 'オ', absent: '×' } as const

/** Under half of the meetings: somebody to be asked how she is. */
const lowRate = 0.5

function Mark({ mark }: { readonly mark: AttendanceOfPerson['marks'][number] }) {
  if (mark === null) return <span aria-label="在任していません">－</span>
  const also = [mark.late ? '遅' : '', mark.leftEarly ? '早' : '', mark.written ? '書' : ''].join('')
  return (
    <span aria-label={presenceNames[mark.presence]}>
      {signs[mark.presence]}
      {also === '' ? null : <span className="sub">{also}</span>}
    </span>
  )
}

function rateOf({ there, on }: AttendanceOfPerson): string {
  return on === 0 ? '－' : `${String(Math.round((there / on) * 100))}%`
}

function Table({ attendance }: { readonly attendance: AttendanceOverTime }) {
  const { meetings, people } = attendance
  if (meetings.length === 0)
    return (
      <Empty next="当日の画面で出欠を記すと、ここに並びます。">出欠を記した会議が、まだありません。</Empty>
    )
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="出席状況の表">
      <table className={styles.marks} aria-label="出席状況">
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">団体・役職</th>
            {meetings.map((meeting) => (
              <th key={meeting.id} scope="col" className={styles.mark}>
                第{meeting.number}回
                <br />
                {formatMonthDay(meeting.heldOn)}
              </th>
            ))}
            <th scope="col">出席</th>
            <th scope="col">率</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.personId ?? `${person.name}${person.organizationName}`}>
              <th scope="row">
                <Name>{person.name}</Name>
              </th>
              <td>
                {[person.organizationName, person.role === 'member' ? '' : councilRoleNames[person.role]]
                  .filter((each) => each !== '')
                  .join('　')}
              </td>
              {person.marks.map((mark, place) => (
                <td key={meetings[place]?.id ?? place} className={styles.mark}>
                  <Mark mark={mark} />
                </td>
              ))}
              <td className={styles.rate}>
                {person.there}／{person.on}
              </td>
              <td
                className={classNames(
                  styles.rate,
                  person.on > 0 && person.there / person.on < lowRate && styles.low,
                )}
              >
                {rateOf(person)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sub">
        ○ 出席　オ オンライン　代 代理　× 欠席　－
        在任していない。率は、名簿にのった会議のうち、本人か代理が出た割合です。
      </p>
    </div>
  )
}

function Chosen({ councilId, councilName }: { readonly councilId: CouncilId; readonly councilName: string }) {
  const { fiscalYear } = usePlace()
  const [span, setSpan] = useState<Span>('year')
  const attendance = useRead('year.attendance', { councilId, fiscalYear, span }, { keepLast: true })
  return (
    <>
      <PageHead
        title="出席状況"
        beside={<MeetingsTabs />}
        line={`${councilName}の委員が、どの会議に出たか。`}
        actions={
          <ButtonLink
            to="/reports/papers/$paper/$meetingId"
            params={{ paper: 'attendance-table', meetingId: 'none' }}
          >
            紙やExcelにする
          </ButtonLink>
        }
      />
      <div className={styles.page}>
        <RadioGroup<Span>
          label="期間"
          value={span}
          choices={[
            { value: 'year', label: 'この年度' },
            { value: 'term', label: 'いまの期（任期の一区切り）' },
          ]}
          onChange={setSpan}
        />
        <Loaded read={attendance}>
          {(data) => (
            <>
              <p className="sub">
                {formatWareki(data.from)}から{formatWareki(data.to)}まで
              </p>
              <Table attendance={data} />
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

/** 出席状況: by person over the year or the term, with rates. */
export function AttendancePage() {
  const { council, councils } = usePlace()
  const chosen = council ?? councils[0] ?? null
  if (chosen === null) return <Empty>協議体を作ると、出席状況が見られます。</Empty>
  return <Chosen key={chosen.id} councilId={chosen.id} councilName={chosen.name} />
}
