import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { fiscalYearName } from '#shared/domain/calendar-date.ts'
import { MeetingList } from './meeting-list.tsx'
import styles from './meetings.module.css'
import { NewMeetingForm } from './new-meeting-form.tsx'

/** 会議: the meetings of a council in a 年度, and the way to the next one. */
export function MeetingsPage() {
  const { councilId, council, councils, fiscalYear } = usePlace()
  const [planning, setPlanning] = useState(false)
  const meetings = useRead('meetings.list', { councilId, fiscalYear }, { keepLast: true })
  const navigate = useNavigate()
  const councilOfNew = council ?? councils[0] ?? null
  return (
    <>
      <PageHead
        title="会議"
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
        <Loaded read={meetings}>
          {(list) =>
            list.length === 0 ? (
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
