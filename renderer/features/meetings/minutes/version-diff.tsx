import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { MinutesReview } from '#shared/contract/review-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import type { LineChange } from '#shared/domain/word-diff.ts'
import styles from './review.module.css'

const whatNames: Readonly<Record<LineChange['what'], string>> = {
  statement: '発言',
  decision: '決定',
  task: '宿題',
  'agenda-item': '議題',
}

function Changes({ meetingId, stateKey }: { readonly meetingId: MeetingId; readonly stateKey: string }) {
  const changes = useRead('reviews.compare', { meetingId, key: stateKey })
  return (
    <Loaded read={changes}>
      {(lines) =>
        lines.length === 0 ? (
          <p className="sub">違いはありません。</p>
        ) : (
          <Lines>
            {lines.map((line, place) => (
              // Lines of one comparison keep their order.
              <li key={place} className={styles.change}>
                <span className="sub">{whatNames[line.what]}</span>
                <span>
                  {line.parts.map((part, at) =>
                    part.kind === 'same' ? (
                      <span key={at}>{part.text}</span>
                    ) : part.kind === 'added' ? (
                      <ins key={at}>{part.text}</ins>
                    ) : (
                      <del key={at}>{part.text}</del>
                    ),
                  )}
                </span>
              </li>
            ))}
          </Lines>
        )
      }
    </Loaded>
  )
}

export interface VersionDiffProps {
  readonly meetingId: MeetingId
  readonly states: MinutesReview['states']
}

/** What changed since a state that was kept, word by word. */
export function VersionDiff({ meetingId, states }: VersionDiffProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const key = states.some((state) => state.key === chosen) ? chosen : (states.at(-1)?.key ?? null)
  return (
    <Block title="違いを見る" note="選んだときと、いま">
      {key === null ? (
        <p className="sub">案を送るか確定すると、そのときの議事録との違いがここに出ます。</p>
      ) : (
        <>
          <Select
            label="くらべる版"
            value={key}
            onChange={setChosen}
            choices={states.map((state) => ({
              value: state.key,
              label:
                state.what === 'review'
                  ? `${formatMonthDay(state.on)}に送った案`
                  : `第${String(state.version)}版　${formatMonthDay(state.on)}確定`,
            }))}
          />
          <Changes key={key} meetingId={meetingId} stateKey={key} />
        </>
      )}
    </Block>
  )
}
