import { useState } from 'react'
import { ButtonLink, Button } from '#renderer/ui/button.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { MeetingPaper } from '#shared/contract/report-operations.ts'
import { LockedLine } from '../locked-line.tsx'
import { MeetingHead } from '../meeting-head.tsx'
import { MeetingPaperView } from '../meeting-paper-view.tsx'
import { AgendaOutline } from './agenda-outline.tsx'
import { Attachments } from './attachments.tsx'
import { CarryOverTray } from './carry-over-tray.tsx'
import { MeetingFacts } from './meeting-facts.tsx'
import styles from './prepare.module.css'
import { RemoveMeeting } from './remove-meeting.tsx'
import { Replies } from './replies.tsx'

/** 準備: when and where, what is left from last time, the agenda with its clock, who answered. */
export function PrepareStep({ meeting }: { readonly meeting: MeetingDetail }) {
  const [paper, setPaper] = useState<MeetingPaper | null>(null)
  return (
    <>
      <MeetingHead
        meeting={meeting}
        step="prepare"
        line="書いたことは、欄を離れると保存します。"
        side={
          <>
            <Button small onPress={() => setPaper('agenda')}>
              次第を見る
            </Button>
            <Button small onPress={() => setPaper('sign-in-sheet')}>
              出席簿を見る
            </Button>
          </>
        }
        actions={
          <ButtonLink
            look="main"
            to="/meetings/$meetingId/$step"
            params={{ meetingId: meeting.id, step: 'day' }}
          >
            当日へ進む
          </ButtonLink>
        }
      />
      {paper !== null ? (
        <MeetingPaperView meetingId={meeting.id} paper={paper} onClose={() => setPaper(null)} />
      ) : (
        <div className={styles.parts}>
          <LockedLine meeting={meeting} />
          <MeetingFacts meeting={meeting} />
          <CarryOverTray meeting={meeting} />
          <AgendaOutline meeting={meeting} />
          <Attachments meeting={meeting} />
          <Replies meeting={meeting} onShowList={() => setPaper('invitation-list')} />
          <RemoveMeeting meeting={meeting} />
        </div>
      )}
    </>
  )
}
