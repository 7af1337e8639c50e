import { type KeyboardEvent, useRef, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { RowList, type RowListHandle } from '#renderer/ui/row-list.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { isToBeInvited } from '#shared/domain/invitation.ts'
import { toHalfWidthDigits } from '#shared/domain/japanese-text.ts'
import { replyChannelNames, replyChannels, type Reply, type ReplyChannel } from '#shared/domain/meeting.ts'
import { monthAndDay } from '../due-words.ts'
import { SeatDigits } from '../seat-digits.ts'
import { GuestForm } from './guest-form.tsx'
import styles from './prepare.module.css'
import { ReplyDetail } from './reply-detail.tsx'
import { ReplyRow } from './reply-row.tsx'
import { useReplies } from './use-replies.ts'

const replyKeys: Readonly<Record<string, Reply>> = {
  a: 'attend',
  d: 'proxy',
  k: 'absent',
  o: 'online',
  s: 'written',
  w: 'waiting',
}
const channelKeys: Readonly<Record<string, ReplyChannel>> = {
  p: 'phone',
  f: 'fax',
  b: 'paper',
  m: 'mail',
  i: 'in-person',
}
const channelLetters: Readonly<Record<ReplyChannel, string>> = {
  phone: 'P',
  fax: 'F',
  paper: 'B',
  mail: 'M',
  'in-person': 'I',
}
const channelChoices = replyChannels.map((value) => ({
  value,
  label: `${replyChannelNames[value]}（${channelLetters[value]}）`,
}))

// Replies come in bunches by one way; the way stays chosen while the program is open.
let lastChannel: ReplyChannel = 'phone'
function rememberChannel(channel: ReplyChannel): void {
  lastChannel = channel
}

function RefillRoll({ meeting }: { readonly meeting: MeetingDetail }) {
  const refill = useWrite('meetings.refillRoll')
  const seats = useRead('roster.listSeats', { councilId: meeting.councilId, on: meeting.heldOn })
  const tell = useTell()
  const onRoll = new Set(meeting.roll.map((line) => line.membershipId))
  const missing = (seats.data ?? []).filter((seat) => !onRoll.has(seat.membershipId)).length
  const run = async (): Promise<void> => {
    const done = await refill.run({ meetingId: meeting.id })
    if (done !== null) tell({ text: `${String(done.added)}人を出席の名簿に加えました。` })
  }
  if (missing === 0) return null
  return (
    <Button small busy={refill.busy} onPress={() => void run()}>
      この日の委員 {missing}人を加える
    </Button>
  )
}

/** きょう, or the day that was written as that of the 開催通知: 11月3日に. */
function dayWords(day: CalendarDate, today: CalendarDate): string {
  return day === today ? 'きょう' : `${monthAndDay(day)}に`
}

interface RepliesProps {
  readonly meeting: MeetingDetail
  /** 案内先一覧, as it is printed. */
  readonly onShowList: () => void
}

/** 返事: one table, a reply by two keys. */
export function Replies({ meeting, onShowList }: RepliesProps) {
  const [selected, setSelected] = useState<Attendance['id'] | null>(null)
  const [channel, setChannel] = useState<ReplyChannel>(lastChannel)
  const { today } = usePlace()
  const [guest, setGuest] = useState(false)
  const digits = useRef(new SeatDigits())
  const list = useRef<RowListHandle>(null)
  const detail = useRef<HTMLDivElement>(null)
  const replies = useReplies(meeting)
  const { locked } = meeting
  const roll = meeting.roll.map(replies.asSaid)
  const uninvited = roll.filter((line) => isToBeInvited(line) && line.invitedOn === null).length
  const waiting = roll.filter((line) => line.reply === 'waiting').length
  const chosen = roll.find((line) => line.id === selected) ?? null
  const chooseChannel = (next: ReplyChannel): void => {
    rememberChannel(next)
    setChannel(next)
  }
  const handleKey = (event: KeyboardEvent, line: Attendance | null): boolean => {
    const key = toHalfWidthDigits(event.key).normalize('NFKC').toLowerCase()
    if (/^\d$/.test(key)) {
      const seat = digits.current.type(key, event.timeStamp, roll)
      if (seat !== null) setSelected(seat.id)
      return true
    }
    const way = channelKeys[key]
    if (way !== undefined) {
      chooseChannel(way)
      return true
    }
    if (key === 'j' && line !== null) {
      replies.mandate(line, channel)
      return true
    }
    if (key === 'n' && line !== null) {
      replies.inviteByKey(line)
      return true
    }
    const reply = replyKeys[key]
    if (reply === undefined || line === null) return false
    replies.answer(line, reply, channel)
    return true
  }
  return (
    <Block
      title="案内と返事"
      note={[
        uninvited === 0 ? '' : `まだ案内していない人 ${String(uninvited)}人`,
        waiting === 0 ? `${String(roll.length)}人の返事がそろいました` : `返事待ち ${String(waiting)}人`,
      ]
        .filter((each) => each !== '')
        .join('　')}
      more={
        locked ? null : (
          <span className={styles.more}>
            {uninvited === 0 ? null : (
              <Button
                small
                disabled={!replies.invitations.ready}
                busy={replies.invitations.busy}
                onPress={replies.invitations.inviteAll}
              >
                {uninvited}人に{dayWords(replies.invitations.day, today)}案内した
              </Button>
            )}
            <Button small onPress={onShowList}>
              案内先一覧を見る
            </Button>
            <RefillRoll meeting={meeting} />
            <Button small onPress={() => setGuest(true)}>
              委員でない人を加える
            </Button>
          </span>
        )
      }
    >
      <ErrorNotice error={replies.error} onClose={replies.forget} />
      {guest ? <GuestForm meetingId={meeting.id} onDone={() => setGuest(false)} /> : null}
      {roll.length === 0 ? (
        <Empty>出席の名簿がまだ空です。名簿で委員を入れてから、この日の委員を加えてください。</Empty>
      ) : (
        <div
          className={styles.replies}
          onKeyDown={(event) => {
            if (!event.ctrlKey || event.key.toLowerCase() !== 'z' || event.target instanceof HTMLInputElement)
              return
            event.preventDefault()
            replies.takeBack()
          }}
        >
          {locked ? null : (
            <div className={styles.replyKeys}>
              <RadioGroup
                label="返事の受けかた"
                value={channel}
                choices={channelChoices}
                onChange={chooseChannel}
              />
              <KeyLine
                keys={[
                  { key: ['↑', '↓', '席番号'], does: '人を選ぶ' },
                  { key: 'A', does: '出席' },
                  { key: 'D', does: '代理' },
                  { key: 'K', does: '欠席' },
                  { key: 'O', does: 'オンライン' },
                  { key: 'S', does: '書面' },
                  { key: 'N', does: '案内した（もう一度で次のしかた）' },
                  { key: 'J', does: '委任状' },
                  { key: 'Enter', does: '代理・意見・配慮を書く' },
                  { key: 'W', does: '返事待ちに戻す' },
                  { key: 'Ctrl+Z', does: '取り消す' },
                ]}
              />
            </div>
          )}
          <RowList<Attendance>
            label="返事"
            className={styles.replyList}
            rows={roll}
            rowKey={(line) => line.id}
            rowHeight={() => 2.5}
            selectedKey={selected}
            onSelect={(line) => setSelected(line.id)}
            onKey={handleKey}
            handle={list}
            onOpen={() => detail.current?.querySelector<HTMLElement>('input[type="text"], textarea')?.focus()}
          >
            {(line) => <ReplyRow line={line} />}
          </RowList>
          {chosen === null || locked ? null : (
            <ReplyDetail
              key={chosen.id}
              boxRef={detail}
              line={chosen}
              invitee={replies.invitations.inviteeOf(chosen)}
              onSave={(patch) => replies.set(chosen, patch)}
              onInvited={(invited) => replies.setInvited(chosen, invited)}
              onDone={() => list.current?.focus()}
            />
          )}
        </div>
      )}
    </Block>
  )
}
