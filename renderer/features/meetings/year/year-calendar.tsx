import { Link } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import type { YearMeeting } from '#shared/contract/year-operations.ts'
import { type CalendarDate, dateParts, weekdayOf } from '#shared/domain/calendar-date.ts'
import { fiscalMonths, monthSheet } from '#shared/domain/year-plan.ts'
import styles from './year.module.css'

const weekdayNames = ['日', '月', '火', '水', '木', '金', '土'] as const

interface MonthProps {
  readonly year: number
  readonly month: number
  readonly meetings: ReadonlyMap<CalendarDate, readonly YearMeeting[]>
  readonly holidays: ReadonlyMap<CalendarDate, string>
  readonly withCouncil: boolean
}

function Day({ day, month, meetings, holidays, withCouncil }: MonthProps & { readonly day: CalendarDate }) {
  const { today } = usePlace()
  const parts = dateParts(day)
  if (parts.month !== month) return <td className={styles.beside} />
  const holiday = holidays.get(day)
  const weekday = weekdayOf(day)
  const off = holiday !== undefined || weekday === '日' || weekday === '土'
  return (
    <td className={classNames(styles.day, off && styles.off, day === today && styles.today)} title={holiday}>
      <span className={styles.date}>
        {parts.day}
        {holiday === undefined ? null : <span className="unseen">（{holiday}）</span>}
        {day === today ? <span className="unseen">（きょう）</span> : null}
      </span>
      {(meetings.get(day) ?? []).map((meeting) => (
        <Link
          key={meeting.id}
          to="/meetings/$meetingId/$step"
          params={{ meetingId: meeting.id, step: 'prepare' }}
          className={classNames(styles.held, meeting.clashes.length > 0 && styles.clashing)}
          title={`${meeting.councilName}　${meeting.startsAt}　${meeting.place}`}
        >
          {withCouncil ? <span className="unseen">{meeting.councilName}</span> : null}第{meeting.number}回
          {meeting.clashes.length > 0 ? <span className="unseen">（重なりがあります）</span> : null}
        </Link>
      ))}
    </td>
  )
}

function Month(props: MonthProps) {
  const { year, month } = props
  return (
    <table className={styles.month} aria-label={`${String(month)}月`}>
      <caption>{month}月</caption>
      <thead>
        <tr>
          {weekdayNames.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthSheet(year, month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day key={day} {...props} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export interface YearCalendarProps {
  readonly meetings: readonly YearMeeting[]
  readonly fiscalYear: number
  readonly withCouncil: boolean
}

/** The 年度 at one look: twelve months, holidays, and the days on which somebody meets. */
export function YearCalendar({ meetings, fiscalYear, withCouncil }: YearCalendarProps) {
  const holidays = useRead('year.holidays', { fiscalYear }, { keepLast: true })
  const byDay = Map.groupBy(meetings, (meeting) => meeting.heldOn)
  const named = new Map((holidays.data ?? []).map(({ on, name }) => [on, name]))
  return (
    <div className={styles.calendar}>
      {fiscalMonths.map((month) => (
        <Month
          key={month}
          year={month >= 4 ? fiscalYear : fiscalYear + 1}
          month={month}
          meetings={byDay}
          holidays={named}
          withCouncil={withCouncil}
        />
      ))}
    </div>
  )
}
