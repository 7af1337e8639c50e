import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { SubmissionSummary } from '#shared/contract/report-operations.ts'
import { fiscalYearName, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { KeptForms } from './kept-forms.tsx'
import styles from './reports.module.css'
import { likelyMeeting } from './shelf/choose-meeting.ts'
import { ShelfView } from './shelf/shelf-view.tsx'
import { ShippedForms } from './shipped-forms.tsx'
import { Submissions } from './submissions.tsx'

/** Those of the council being worked on, handed in within its 年度 or, chosen so, ever. */
function inPlace(
  list: readonly SubmissionSummary[],
  councilId: string | null,
  fiscalYear: number | null,
): readonly SubmissionSummary[] {
  return list.filter(
    (each) =>
      (councilId === null || each.councilId === councilId) &&
      (fiscalYear === null || fiscalYearOf(each.submittedOn) === fiscalYear),
  )
}

/** The shelf of the council being worked on; of all councils the first, which it then names. */
function Shelf() {
  const { council, councils, fiscalYear, today } = usePlace()
  const shown = council ?? councils[0]
  const [chosen, setChosen] = useState<MeetingId | null>(null)
  const meetings = useRead(
    'meetings.list',
    { councilId: shown?.id ?? null, fiscalYear },
    { keepLast: true, when: shown !== undefined },
  )
  if (shown === undefined) return null
  return (
    <Loaded read={meetings}>
      {(list) => {
        const meeting = list.find((each) => each.id === chosen) ?? likelyMeeting(list, today)
        return (
          <ShelfView
            council={shown}
            fiscalYear={fiscalYear}
            meetings={list}
            meetingId={meeting?.id ?? null}
            onChooseMeeting={setChosen}
          />
        )
      }}
    </Loaded>
  )
}

/** 帳票: the shelf of papers, the city's forms kept here, and everything that was handed in, each with the very file. */
export function ReportsPage() {
  const { councilId, fiscalYear } = usePlace()
  const [ever, setEver] = useState(false)
  const forms = useRead('forms.list', {})
  const submissions = useRead('submissions.list', { meetingId: null })
  return (
    <>
      <PageHead
        title="帳票"
        line="紙を選んで、印刷・PDF・Excel・Wordにします。下は市の様式と、これまでに出したものです。"
        actions={
          <>
            <ButtonLink to="/reports/settings">紙のきまり</ButtonLink>
            <ButtonLink to="/reports/lists">一覧を取り出す</ButtonLink>
            <ButtonLink look="main" to="/reports/new-form">
              市の様式を加える
            </ButtonLink>
          </>
        }
      />
      <div className={styles.parts}>
        <Shelf />
        <Loaded read={forms}>{(list) => <KeptForms forms={list} />}</Loaded>
        <ShippedForms />
        <Loaded read={submissions}>
          {(list) => {
            const shown = inPlace(list, councilId, ever ? null : fiscalYear)
            return (
              <Block
                title="提出したもの"
                note={`${ever ? 'すべての年度' : fiscalYearName(fiscalYear)}　${String(shown.length)}件`}
                more={
                  <Button small onPress={() => setEver(!ever)}>
                    {ever ? 'この年度だけ' : 'すべての年度'}
                  </Button>
                }
              >
                <Submissions submissions={shown} />
              </Block>
            )
          }}
        </Loaded>
      </div>
    </>
  )
}
