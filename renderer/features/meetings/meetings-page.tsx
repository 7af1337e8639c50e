import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useFiles } from '#renderer/api/use-files.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { fiscalYearName } from '#shared/domain/calendar-date.ts'
import { MeetingList } from './meeting-list.tsx'
import { MeetingsTabs } from './meetings-tabs.tsx'
import styles from './meetings.module.css'
import { NewMeetingForm } from './new-meeting-form.tsx'
import { YearCalendar } from './year/year-calendar.tsx'

type Look = 'list' | 'calendar'
// The way a clerk likes to look at the year stays while the program is open.
let lastLook: Look = 'list'

function CalendarFile() {
  const { councilId, fiscalYear } = usePlace()
  const make = useWrite('year.makeCalendarFile')
  const files = useFiles()
  const run = async (): Promise<void> => {
    const file = await make.run({ councilId, fiscalYear })
    if (file !== null) await files.save(file.token)
  }
  return (
    <>
      <Button small busy={make.busy || files.busy} onPress={() => void run()}>
        カレンダーのファイル（.ics）
      </Button>
      <ErrorNotice error={make.error ?? files.error} onClose={files.forget} />
    </>
  )
}

/** 会議: the meetings of a council in a 年度, and the way to the next one. */
export function MeetingsPage() {
  const { councilId, council, councils, fiscalYear } = usePlace()
  const [planning, setPlanning] = useState(false)
  const [look, setLook] = useState<Look>(lastLook)
  const meetings = useRead('year.list', { councilId, fiscalYear }, { keepLast: true })
  const navigate = useNavigate()
  const councilOfNew = council ?? councils[0] ?? null
  return (
    <>
      <PageHead
        title="会議"
        beside={<MeetingsTabs />}
        line={`${council?.name ?? 'すべての協議体'}　${fiscalYearName(fiscalYear)}の会議です。準備から報告までを順に進めます。`}
        actions={
          <Button look="main" disabled={councilOfNew === null || planning} onPress={() => setPlanning(true)}>
            会議を準備する
          </Button>
        }
      />
      <div className={styles.list}>
        {planning && councilOfNew !== null ? (
          <NewMeetingForm
            key={councilOfNew.id}
            council={councilOfNew}
            onClose={() => setPlanning(false)}
            onPlanned={(meetingId) =>
              void navigate({ to: '/meetings/$meetingId/$step', params: { meetingId, step: 'prepare' } })
            }
          />
        ) : null}
        <div className={styles.looks}>
          <RadioGroup<Look>
            label="見かた"
            width="medium"
            value={look}
            choices={[
              { value: 'list', label: '一覧' },
              { value: 'calendar', label: 'カレンダー' },
            ]}
            onChange={(next) => {
              lastLook = next
              setLook(next)
            }}
          />
          <CalendarFile />
        </div>
        <Loaded read={meetings}>
          {(list) =>
            look === 'calendar' ? (
              <YearCalendar meetings={list} fiscalYear={fiscalYear} withCouncil={councilId === null} />
            ) : list.length === 0 ? (
              planning ? null : (
                <Empty next="「会議を準備する」で、日と場所を決めるところから始めます。">
                  {fiscalYearName(fiscalYear)}の会議は、まだありません。
                </Empty>
              )
            ) : (
              <MeetingList meetings={list} withCouncil={councilId === null} />
            )
          }
        </Loaded>
      </div>
    </>
  )
}
