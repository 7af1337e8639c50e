import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { undecidedItems } from '#shared/domain/agenda-items.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { LockedLine } from '../locked-line.tsx'
import { MeetingHead } from '../meeting-head.tsx'
import { MeetingPaperView } from '../meeting-paper-view.tsx'
import { useMeetingClock } from '../use-clock.ts'
import { ConfirmPanel } from './confirm-panel.tsx'
import { MinutesDesk } from './minutes-desk.tsx'
import { MoveLines } from './move-lines.tsx'
import { ReopenForm } from './reopen-form.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { TranscriptPanel } from './transcript-panel.tsx'
import { useLines } from './use-lines.ts'

type View = 'write' | 'confirm' | 'paper' | 'reopen' | 'review' | 'transcript' | 'move'

const lineOfView: Readonly<Record<View, string>> = {
  write: '1行ずつ残します。書いた行はあとから直せます。',
  confirm: '確定すると直せなくなり、版として残ります。つづくものと終わるものを確かめてください。',
  paper: 'いまの内容を紙の形にしたものです。',
  review: '案を委員に送り、訂正を聞いて直してから確定します。前の版との違いもここで見られます。',
  transcript: '話し手の名前を確かめてから残します。残すまで、なにも書きません。',
  move: '動かす行をいくつでも選び、移す先の議題を決めます。あとから取り消せます。',
  reopen: '1行ずつ残します。書いた行はあとから直せます。',
}

/** Who confirms: the name typed, else the office's 担当者. */
function useConfirm(meeting: MeetingDetail, onDone: () => void) {
  const secretariat = useRead('secretariat.get', {})
  const [typed, setTyped] = useState<string | null>(null)
  const confirm = useWrite('minutes.confirm')
  const name = typed ?? secretariat.data?.staffName ?? ''
  const run = async (): Promise<void> => {
    const done = await confirm.run({ meetingId: meeting.id, confirmedBy: name })
    if (done !== null) onDone()
  }
  return { name, setName: setTyped, run: () => void run(), busy: confirm.busy, error: confirm.error }
}

/** 議事録: written line by line while people talk or afterwards, then confirmed. */
export function MinutesStep({ meeting }: { readonly meeting: MeetingDetail }) {
  const [view, setView] = useState<View>('write')
  const [stamped, setStamped] = useState(true)
  const [pasted, setPasted] = useState('')
  const clock = useMeetingClock(meeting.heldOn)
  const { lines, waiting } = useLines(meeting.id)
  const confirm = useConfirm(meeting, () => setView('write'))
  const unsaved = waiting.filter((line) => line.state !== 'saved').length
  const ready = undecidedItems(meeting.agenda).length === 0 && confirm.name.trim() !== '' && unsaved === 0
  const writing = view === 'write' || view === 'reopen'
  const mainButton = meeting.locked ? (
    <ButtonLink
      look="main"
      to="/meetings/$meetingId/$step"
      params={{ meetingId: meeting.id, step: 'report' }}
    >
      報告へ進む
    </ButtonLink>
  ) : view === 'confirm' ? (
    <Button look="main" disabled={!ready} busy={confirm.busy} onPress={confirm.run}>
      この内容で確定する
    </Button>
  ) : (
    <Button look="main" onPress={() => setView('confirm')}>
      議事録を確定する
    </Button>
  )
  return (
    <>
      <MeetingHead
        meeting={meeting}
        step="minutes"
        lineWhenRoomy={writing && !meeting.locked}
        line={meeting.locked && writing ? '確定した議事録です。直すには開きなおします。' : lineOfView[view]}
        side={
          <>
            {clock === null || meeting.locked ? null : (
              <>
                <b>{formatClockTime(clock)}</b>
                <Checkbox checked={stamped} onChange={setStamped}>
                  時刻をつける
                </Checkbox>
              </>
            )}
            {writing ? (
              <>
                <Button small onPress={() => setView('review')}>
                  委員確認・版の違い
                </Button>
                {meeting.locked ? null : (
                  <Button
                    small
                    onPress={() => {
                      setPasted('')
                      setView('transcript')
                    }}
                  >
                    発言録を貼りつける
                  </Button>
                )}
                {meeting.locked || meeting.statements.length === 0 ? null : (
                  <Button small onPress={() => setView('move')}>
                    行をまとめて動かす
                  </Button>
                )}
                <Button small onPress={() => setView('paper')}>
                  議事録を見る
                </Button>
              </>
            ) : (
              <Button small onPress={() => setView('write')}>
                {meeting.locked ? '戻る' : 'まだ書く'}
              </Button>
            )}
            {meeting.locked && view === 'write' ? (
              <Button small onPress={() => setView('reopen')}>
                開きなおす
              </Button>
            ) : null}
          </>
        }
        // Moving lines has a main button of its own.
        actions={view === 'move' ? null : mainButton}
      />
      {writing ? <LockedLine meeting={meeting} /> : null}
      {view === 'reopen' ? <ReopenForm meeting={meeting} onDone={() => setView('write')} /> : null}
      {view === 'transcript' && !meeting.locked ? (
        <TranscriptPanel meeting={meeting} pasted={pasted} onDone={() => setView('write')} />
      ) : view === 'move' && !meeting.locked ? (
        <MoveLines meeting={meeting} />
      ) : view === 'review' ? (
        <ReviewPanel meeting={meeting} />
      ) : view === 'paper' ? (
        <MeetingPaperView meetingId={meeting.id} paper="minutes" onClose={() => setView('write')} />
      ) : view === 'confirm' && !meeting.locked ? (
        <ConfirmPanel
          meeting={meeting}
          name={confirm.name}
          onName={confirm.setName}
          error={confirm.error}
          unsaved={unsaved}
        />
      ) : meeting.agenda.length === 0 ? (
        <Empty
          next={
            <ButtonLink to="/meetings/$meetingId/$step" params={{ meetingId: meeting.id, step: 'prepare' }}>
              準備へ戻る
            </ButtonLink>
          }
        >
          次第がまだありません。発言は議題ごとに残すので、先に準備で議題を書いてください。
        </Empty>
      ) : (
        <MinutesDesk
          meeting={meeting}
          lines={lines}
          waiting={waiting}
          clock={stamped ? clock : null}
          dayClock={clock}
          onTranscript={(text) => {
            setPasted(text)
            setView('transcript')
          }}
        />
      )}
    </>
  )
}
