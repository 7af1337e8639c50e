import { type KeyboardEvent, useRef, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { RowList, type RowListHandle } from '#renderer/ui/row-list.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { AttendancePatch } from '#shared/contract/attendance-patch.ts'
import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import { toHalfWidthDigits } from '#shared/domain/japanese-text.ts'
import {
  replyChannelNames,
  replyChannels,
  replyNames,
  type Reply,
  type ReplyChannel,
} from '#shared/domain/meeting.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { SeatDigits } from '../seat-digits.ts'
import { GuestForm } from './guest-form.tsx'
import styles from './prepare.module.css'
import { ReplyDetail } from './reply-detail.tsx'

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

function ReplyRow({ line }: { readonly line: Attendance }) {
  const came = line.reply !== 'waiting'
  const how = [
    line.replyChannel === null ? '' : replyChannelNames[line.replyChannel],
    line.repliedOn === null ? '' : formatMonthDay(line.repliedOn),
  ].join('　')
  return (
    <span className={styles.replyRow}>
      <span className={styles.seat}>{line.seatNumber}</span>
      <b>
        <Name>{line.name}</Name>
      </b>
      <span className={styles.cut}>{line.organizationName === '' ? line.post : line.organizationName}</span>
      <span className="sub">{councilRoleNames[line.role]}</span>
      <span>
        {came ? <Chip mark="done">{replyNames[line.reply]}</Chip> : <Chip mark="waiting">返事待ち</Chip>}
      </span>
      <span className={styles.cut}>
        {came ? how : ''}
        {line.reply === 'proxy' && line.proxyName !== '' ? `　${line.proxyName}（${line.proxyPost}）` : ''}
        {line.mandate ? '　委任状' : ''}
        {line.opinion === '' ? '' : '　意見あり'}
        {line.care === '' ? '' : `　配慮：${line.care}`}
        {line.note === '' ? '' : `　${line.note}`}
      </span>
    </span>
  )
}

function applyPatch(line: Attendance, patch: AttendancePatch): Attendance {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.assign({}, line, Object.fromEntries(given))
}

/** Replies as they come, two keys each: the row, then what was answered. */
function useReplies(meeting: MeetingDetail) {
  const { today } = usePlace()
  const save = useWrite('attendance.save')
  // What was said here, until the data says it too: the list shows it at once, and the next key finds its field.
  const [said, setSaid] = useState<ReadonlyMap<Attendance['id'], AttendancePatch>>(new Map())
  const undo = useRef<{ readonly id: Attendance['id']; readonly patch: AttendancePatch }[]>([])
  const send = (id: Attendance['id'], patch: AttendancePatch): void => {
    setSaid((before) => new Map(before).set(id, { ...before.get(id), ...patch }))
    void save.did({ attendanceId: id, patch }).then((kept) => {
      // Refused: what stands in the data is shown again.
      if (!kept) setSaid((before) => new Map([...before].filter(([each]) => each !== id)))
    })
  }
  const set = (line: Attendance, patch: AttendancePatch): void => {
    if (meeting.locked) return
    const { reply, replyChannel, repliedOn, proxyName, proxyPost, note } = line
    const { mandate, mandateTo, opinion, care } = line
    undo.current.push({
      id: line.id,
      patch: {
        reply,
        replyChannel,
        repliedOn,
        proxyName,
        proxyPost,
        note,
        mandate,
        mandateTo,
        opinion,
        care,
      },
    })
    send(line.id, patch)
  }
  const answer = (line: Attendance, reply: Reply, channel: ReplyChannel): void =>
    set(
      line,
      reply === 'waiting'
        ? { reply, replyChannel: null, repliedOn: null }
        : { reply, replyChannel: channel, repliedOn: today },
    )
  // 委任状 comes from who stays away: one key says both.
  const mandate = (line: Attendance, channel: ReplyChannel): void =>
    set(line, {
      mandate: !line.mandate,
      ...(line.reply === 'absent' || line.reply === 'written' || line.mandate
        ? {}
        : { reply: 'absent', replyChannel: channel, repliedOn: today }),
    })
  const takeBack = (): void => {
    const last = undo.current.pop()
    if (last !== undefined) send(last.id, last.patch)
  }
  const asSaid = (line: Attendance): Attendance => applyPatch(line, said.get(line.id) ?? {})
  return { set, answer, mandate, takeBack, asSaid, error: save.error, forget: save.forget }
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

/** 返事: one table, a reply by two keys. */
export function Replies({ meeting }: { readonly meeting: MeetingDetail }) {
  const [selected, setSelected] = useState<Attendance['id'] | null>(null)
  const [channel, setChannel] = useState<ReplyChannel>(lastChannel)
  const [guest, setGuest] = useState(false)
  const digits = useRef(new SeatDigits())
  const list = useRef<RowListHandle>(null)
  const detail = useRef<HTMLDivElement>(null)
  const replies = useReplies(meeting)
  const { locked } = meeting
  const roll = meeting.roll.map(replies.asSaid)
  const waiting = roll.filter((line) => line.reply === 'waiting').length
  const chosen = roll.find((line) => line.id === selected) ?? null
  const chooseChannel = (next: ReplyChannel): void => {
    lastChannel = next
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
    const reply = replyKeys[key]
    if (reply === undefined || line === null) return false
    replies.answer(line, reply, channel)
    return true
  }
  return (
    <Block
      title="返事"
      note={waiting === 0 ? `${String(roll.length)}人の返事がそろいました` : `返事待ち ${String(waiting)}人`}
      more={
        locked ? null : (
          <span className={styles.more}>
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
              onSave={(patch) => replies.set(chosen, patch)}
              onDone={() => list.current?.focus()}
            />
          )}
        </div>
      )}
    </Block>
  )
}
