import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { meetingTitle } from '../meeting-words.ts'

/** A meeting that was planned by mistake is taken away; the record of changes brings it back. */
export function RemoveMeeting({ meeting }: { readonly meeting: MeetingDetail }) {
  const [asking, setAsking] = useState(false)
  const remove = useWrite('meetings.remove')
  const navigate = useNavigate()
  const tell = useTell()
  const takeAway = async (): Promise<void> => {
    if (!(await remove.did({ meetingId: meeting.id }))) return
    tell({ text: `${meetingTitle(meeting)}を消しました。「変更の記録」から元に戻せます。` })
    await navigate({ to: '/meetings' })
  }
  if (meeting.locked) return null
  return (
    <p>
      <Button look="quiet" onPress={() => setAsking(true)}>
        この会議を消す
      </Button>
      <AskDialog
        open={asking}
        title={`${meetingTitle(meeting)}を消しますか`}
        yes="会議を消す"
        busy={remove.busy}
        onClose={() => setAsking(false)}
        onYes={() => void takeAway()}
      >
        <p>次第・出欠・発言・宿題も、いっしょに見えなくなります。</p>
        <p>まちがえて消したときは、「変更の記録」から元に戻せます。</p>
        <ErrorNotice error={remove.error} />
      </AskDialog>
    </p>
  )
}
