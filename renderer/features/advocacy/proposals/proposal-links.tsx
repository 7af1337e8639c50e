import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { ProposalDetail } from '#shared/contract/proposal-operations.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { meetingWords } from '#shared/domain/meeting-words.ts'
import styles from '#renderer/ui/record-page.module.css'

/** What of a meeting prepared it: the whole meeting, one of its decisions, something that was said. */
function PartPick({
  proposal,
  meetingId,
  onDone,
}: {
  readonly proposal: ProposalDetail
  readonly meetingId: MeetingId
  readonly onDone: () => void
}) {
  const meeting = useRead('meetings.get', { meetingId })
  const link = useWrite('proposals.linkMeeting')
  const [part, setPart] = useState('meeting')
  const decisions = meeting.data?.decisions ?? []
  const statements = meeting.data?.statements ?? []
  const send = async (): Promise<void> => {
    const given = {
      proposalId: proposal.id,
      meetingId,
      decisionId: decisions.find((each) => each.id === part)?.id ?? null,
      statementId: statements.find((each) => each.id === part)?.id ?? null,
    }
    if (await link.did(given)) onDone()
  }
  return (
    <>
      <Select
        label="どのやりとりから"
        width="long"
        value={part}
        onChange={setPart}
        choices={[
          { value: 'meeting', label: '会議ぜんたい' },
          ...decisions.map((each) => ({
            value: each.id,
            label: `決定 第${String(each.number)}号　${each.text.slice(0, 40)}`,
          })),
          ...statements.map((each) => ({
            value: each.id,
            label: `${each.speaker === '' ? '発言' : each.speaker}　${each.text.slice(0, 40)}`,
          })),
        ]}
      />
      <Button busy={link.busy} onPress={() => void send()}>
        会議を結びつける
      </Button>
      <ErrorNotice error={link.error} />
    </>
  )
}

/** 協議した会議: where it was prepared, with the decision or the words, and a way to name another. */
export function ProposalLinks({ proposal }: { readonly proposal: ProposalDetail }) {
  const all = useRead('meetings.list', { councilId: null, fiscalYear: null })
  const unlink = useWrite('proposals.unlinkMeeting')
  const [chosen, setChosen] = useState<MeetingId | null>(null)
  return (
    <Block title="準備した会議" minor className={styles.block}>
      {proposal.meetings.length === 0 ? (
        <p className="sub">話し合った会議や決定を結びつけると、書面に経過として載ります。</p>
      ) : null}
      <ul className={styles.lines}>
        {proposal.meetings.map((link) => (
          <li key={link.id}>
            <span className={styles.wide}>
              <Link to="/meetings/$meetingId/$step" params={{ meetingId: link.meetingId, step: 'minutes' }}>
                {meetingWords(link)}
              </Link>
              {link.decision === null
                ? null
                : `　決定 第${String(link.decision.number)}号　${link.decision.text}`}
              {link.statement === null ? null : `　「${link.statement.text}」`}
            </span>
            <Button
              look="quiet"
              label={`${meetingWords(link)}との結びつきを外す`}
              onPress={() => void unlink.run({ linkId: link.id })}
            >
              外す
            </Button>
          </li>
        ))}
      </ul>
      <ErrorNotice error={unlink.error} />
      <div className={styles.inlineForm}>
        <Select
          label="準備した会議"
          width="long"
          value={chosen}
          onChange={setChosen}
          placeholder={all.data?.length === 0 ? '会議がまだありません' : '選んでください'}
          choices={(all.data ?? []).map((each) => ({ value: each.id, label: meetingWords(each) }))}
        />
        {chosen === null ? null : (
          <PartPick key={chosen} proposal={proposal} meetingId={chosen} onDone={() => setChosen(null)} />
        )}
      </div>
    </Block>
  )
}
