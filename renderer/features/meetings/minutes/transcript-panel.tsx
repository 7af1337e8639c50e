import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import type { AgendaItemId, AttendanceId } from '#shared/domain/ids.ts'
import { searchSpeakers } from '#shared/domain/speaker-search.ts'
import { splitTranscript, type TranscriptLine } from '#shared/domain/transcript.ts'
import { citedTitle } from '../meeting-words.ts'
import { rememberAction } from './use-line-undo.ts'
import styles from './transcript.module.css'

/** So many lines one paste may bring; a day's talk is a third of that. */
const mostLines = 3000
/** So many are shown before they are kept; all of them are kept. */
const shownLines = 200

const nobody = 'nobody'
type Choice = AttendanceId | typeof nobody

interface NamesProps {
  readonly meeting: MeetingDetail
  readonly lines: readonly TranscriptLine[]
  readonly chosen: ReadonlyMap<string, AttendanceId | null>
  readonly onChoose: (said: string, id: AttendanceId | null) => void
}

/** Each name of the transcript, and who of the roll it means. */
function Names({ meeting, lines, chosen, onChoose }: NamesProps) {
  const everybody = searchSpeakers('', meeting.roll)
  const names = [...Map.groupBy(lines, (line) => line.said)].filter(([said]) => said !== '')
  const choices: readonly { readonly value: Choice; readonly label: string }[] = [
    { value: nobody, label: '話し手なし' },
    ...everybody.map((each) => ({
      value: each.id,
      label: `${String(each.seatNumber)} ${each.name}（${each.detail}）`,
    })),
  ]
  return (
    <div className={styles.names}>
      {names.map(([said, own]) => {
        const id = chosen.get(said) ?? null
        const away = everybody.some((each) => each.id === id && !each.there)
        return (
          <div key={said} className={styles.name}>
            <Select<Choice>
              label={`「${said}」（${String(own.length)}行）はだれか`}
              width="full"
              value={id ?? nobody}
              choices={choices}
              onChange={(value) => onChoose(said, value === nobody ? null : value)}
            />
            {id === null ? <Chip mark="lacking">名簿に見つかりません</Chip> : null}
            {away ? <Chip mark="late">欠席の人です。確かめてください</Chip> : null}
          </div>
        )
      })}
    </div>
  )
}

export interface TranscriptPanelProps {
  readonly meeting: MeetingDetail
  /** What was pasted into the line, if that is how it began. */
  readonly pasted: string
  readonly onDone: () => void
}

/** 発言録を貼りつける: 「山田会長：…」 is parted into lines with their speakers; nothing is kept before it has been looked at. */
export function TranscriptPanel({ meeting, pasted, onDone }: TranscriptPanelProps) {
  const [text, setText] = useState(pasted)
  const items = meeting.agenda.filter((_item, position) => !isHeading(meeting.agenda, position))
  const [itemId, setItemId] = useState<AgendaItemId | null>(items[0]?.id ?? null)
  const [changed, setChanged] = useState<ReadonlyMap<string, AttendanceId | null>>(new Map())
  const add = useWrite('minutes.addTranscript')
  const tell = useTell()
  const lines = splitTranscript(text, meeting.roll)
  const chosen = new Map(
    lines.map((line) => [
      line.said,
      changed.has(line.said) ? (changed.get(line.said) ?? null) : line.attendanceId,
    ]),
  )
  const nameOf = new Map(searchSpeakers('', meeting.roll).map((each) => [each.id, each.name]))
  const keep = async (): Promise<void> => {
    if (itemId === null) return
    const done = await add.run({
      meetingId: meeting.id,
      agendaItemId: itemId,
      lines: lines.map((line) => {
        const attendanceId = chosen.get(line.said) ?? null
        // A name that means nobody of the roll is not lost: it stands before the words.
        return {
          attendanceId,
          text: attendanceId === null && line.said !== '' ? `${line.said}：${line.text}` : line.text,
        }
      }),
    })
    if (done === null) return
    rememberAction(meeting.id, { what: 'pasted', statementIds: done.statementIds })
    tell({ text: `${String(done.statementIds.length)}行を残しました。Ctrl+Z で取り消せます。` })
    onDone()
  }
  return (
    <div className={styles.panel}>
      <Block title="発言録を貼りつける" note="「山田会長：ことば」の形を、話し手ごとの行に分けます。">
        <TextArea label="発言録の文" lines={6} autoFocus value={text} onChange={setText} />
        <div className={styles.ways}>
          <Select
            label="どの議題の発言か"
            width="full"
            value={itemId}
            choices={items.map((item) => ({ value: item.id, label: citedTitle(item) }))}
            onChange={setItemId}
          />
          <Button
            busy={add.busy}
            disabled={lines.length === 0 || lines.length > mostLines || itemId === null}
            onPress={() => void keep()}
          >
            {String(lines.length)}行を残す
          </Button>
          <Button look="quiet" onPress={onDone}>
            やめる
          </Button>
        </div>
        {lines.length > mostLines ? (
          <Notice mark="lacking">
            一度に残せるのは{String(mostLines)}行までです。議題ごとに分けて貼りつけてください。
          </Notice>
        ) : null}
        <ErrorNotice error={add.error} onClose={add.forget} />
      </Block>
      <Names
        meeting={meeting}
        lines={lines}
        chosen={chosen}
        onChoose={(said, id) => setChanged((before) => new Map(before).set(said, id))}
      />
      {lines.length === 0 ? null : (
        <Block
          title="こう分かれます"
          note={`${String(lines.length)}行${lines.length > shownLines ? `（はじめの${String(shownLines)}行）` : ''}`}
        >
          <ol className={styles.preview} tabIndex={0} aria-label="分けた行">
            {lines.slice(0, shownLines).map((line, place) => {
              const id = chosen.get(line.said) ?? null
              return (
                <li key={place}>
                  <b>{id === null ? (line.said === '' ? '話し手なし' : `${line.said}？`) : nameOf.get(id)}</b>
                  <span>{line.text}</span>
                </li>
              )
            })}
          </ol>
        </Block>
      )}
    </div>
  )
}
