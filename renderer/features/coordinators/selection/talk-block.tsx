import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { LinkedMeetings } from '#renderer/ui/linked-meetings.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { Selection } from '#shared/contract/selection-operations.ts'
import type { DecisionId } from '#shared/domain/ids.ts'
import { deliberationNames } from '#shared/domain/selection.ts'
import styles from '../coordinators.module.css'

/** 話し合い: the meetings that deliberated, what was said there about it, and the decision. */
export function TalkBlock({ selection }: { readonly selection: Selection }) {
  const { id: selectionId } = selection
  const all = useRead('meetings.list', { councilId: null, fiscalYear: null })
  const link = useWrite('selections.linkMeeting')
  return (
    <Block
      title="話し合い"
      more={
        <Chip mark={selection.deliberation === 'recorded' ? 'done' : 'lacking'}>
          {deliberationNames[selection.deliberation]}
        </Chip>
      }
    >
      <ErrorNotice error={link.error} />
      <LinkedMeetings
        meetings={selection.meetings}
        all={all.data ?? []}
        onLink={(meetingId, linked) => link.run({ selectionId, meetingId, linked })}
      />
      {selection.meetings.length === 0 ? null : <Words selection={selection} />}
    </Block>
  )
}

const none = '-'

function Words({ selection }: { readonly selection: Selection }) {
  const { id: selectionId } = selection
  const words = useRead('selections.wordsOfMeetings', { selectionId })
  const [choosing, setChoosing] = useState(false)
  const link = useWrite('selections.linkStatement')
  const decide = useWrite('selections.setDecision')
  const statements = words.data?.statements ?? []
  const shown = choosing ? statements : selection.statements
  return (
    <>
      <ErrorNotice error={words.error ?? link.error ?? decide.error} />
      <div className={styles.apart}>
        <Select<DecisionId | typeof none>
          label="決定事項"
          width="full"
          value={selection.decision?.id ?? none}
          onChange={(value) => void decide.run({ selectionId, decisionId: value === none ? null : value })}
          choices={[
            { value: none, label: 'まだ結びつけていません' },
            ...(words.data?.decisions ?? []).map((each) => ({
              value: each.id,
              label: `第${String(each.number)}号　${each.text}`,
            })),
          ]}
        />
      </div>
      <Block
        title="もとになった発言"
        minor
        note={`${String(selection.statements.length)}件`}
        more={
          <Button small onPress={() => setChoosing(!choosing)}>
            {choosing ? '選び終わる' : '発言を選ぶ'}
          </Button>
        }
      >
        {choosing && statements.length === 0 ? (
          <p className="sub">結びつけた会議には、まだ発言がありません。</p>
        ) : null}
        <ul className={styles.lines}>
          {shown.map((each) => (
            <li key={each.id}>
              {choosing ? (
                <Checkbox
                  checked={selection.statements.some((linked) => linked.id === each.id)}
                  onChange={(linked) => void link.run({ selectionId, statementId: each.id, linked })}
                >
                  {each.speaker === '' ? '' : `${each.speaker}　`}
                  {each.text}
                </Checkbox>
              ) : (
                <Link
                  className={styles.grow}
                  to="/meetings/$meetingId/$step"
                  params={{ meetingId: each.meetingId, step: 'minutes' }}
                  search={{ at: each.id }}
                >
                  {each.speaker === '' ? '' : `${each.speaker}　`}
                  {each.text}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Block>
    </>
  )
}
