import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Decision, MeetingDetail, Vote } from '#shared/contract/meeting-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { isThereForItem } from '#shared/domain/item-presence.ts'
import {
  countBallots,
  type VoteChoice,
  voteChoiceNames,
  voteChoices,
  type VoteMethod,
  voteMethodNames,
  voteMethods,
  voteWords,
} from '#shared/domain/vote.ts'
import styles from './outcome.module.css'

const methodChoices = voteMethods.map((value) => ({ value, label: voteMethodNames[value] }))
const blank: Vote = { method: 'hands', inFavour: 0, against: 0, abstained: 0, note: '', ballots: [] }

interface BallotsProps {
  readonly meeting: MeetingDetail
  readonly decision: Decision
  readonly vote: Vote
  readonly onChange: (ballots: Vote['ballots']) => void
}

/** Name by name: members who were in the room for the item, and those who wrote. */
function Ballots({ meeting, decision, vote, onChange }: BallotsProps) {
  const written = vote.method === 'written'
  const voters = meeting.roll.filter(
    (line) =>
      isMemberRole(line.role) && (written || isThereForItem(line, decision.agendaItemId, meeting.agenda)),
  )
  const choiceOf = (id: AttendanceId): VoteChoice | null =>
    vote.ballots.find((ballot) => ballot.attendanceId === id)?.choice ?? null
  const choose = (attendanceId: AttendanceId, choice: VoteChoice | null): void => {
    const others = vote.ballots.filter((ballot) => ballot.attendanceId !== attendanceId)
    onChange(choice === null ? others : [...others, { attendanceId, choice }])
  }
  return (
    <div className={styles.ballots}>
      {voters.map((line) => (
        <label key={line.id} className={styles.ballot}>
          <span>{line.presence === 'proxy' && line.proxyName !== '' ? line.proxyName : line.name}</span>
          <select
            value={choiceOf(line.id) ?? ''}
            onChange={(event) =>
              choose(line.id, voteChoices.find((choice) => choice === event.target.value) ?? null)
            }
          >
            <option value="">—</option>
            {voteChoices.map((choice) => (
              <option key={choice} value={choice}>
                {voteChoiceNames[choice]}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}

interface VoteFormProps {
  readonly meeting: MeetingDetail
  readonly decision: Decision
  readonly onDone: () => void
}

function VoteForm({ meeting, decision, onDone }: VoteFormProps) {
  const [vote, setVote] = useState<Vote>(decision.vote ?? blank)
  const save = useWrite('minutes.setVote')
  const tell = useTell()
  const change = (part: Partial<Vote>): void => setVote((before) => ({ ...before, ...part }))
  const byName = vote.method === 'names' || vote.method === 'written'
  const counted = byName && vote.ballots.length > 0 ? { ...vote, ...countBallots(vote.ballots) } : vote
  const before = decision.vote
  const keep = async (next: Vote | null): Promise<void> => {
    const asGiven = (given: Vote | null) =>
      given === null ? null : { ...given, ballots: [...given.ballots] }
    if (!(await save.did({ decisionId: decision.id, vote: asGiven(next) }))) return
    tell({
      text: next === null ? '採決の記録を消しました。' : '採決を記しました。',
      undo: () => save.run({ decisionId: decision.id, vote: asGiven(before) }),
    })
    onDone()
  }
  const number = (key: 'inFavour' | 'against' | 'abstained', name: string) => (
    <NumberField
      label={name}
      unit="名"
      most={999}
      value={counted[key]}
      disabled={byName && vote.ballots.length > 0}
      onChange={(value) => change({ [key]: value ?? 0 })}
      onEnter={() => void keep(counted)}
    />
  )
  return (
    <div
      className={styles.vote}
      role="group"
      aria-label={`第${String(decision.number)}号の採決`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone()
      }}
    >
      <Select<VoteMethod>
        label="採決のしかた"
        width="full"
        autoFocus
        value={vote.method}
        choices={methodChoices}
        onChange={(method) =>
          change({ method, ballots: method === 'hands' || method === 'consent' ? [] : vote.ballots })
        }
      />
      <div className={styles.voteNumbers}>
        {number('inFavour', '賛成')}
        {number('against', '反対')}
        {number('abstained', '棄権')}
      </div>
      {byName ? (
        <Ballots
          meeting={meeting}
          decision={decision}
          vote={vote}
          onChange={(ballots) => change({ ballots })}
        />
      ) : null}
      <div className={styles.ways}>
        <Button small busy={save.busy} onPress={() => void keep(counted)}>
          採決を残す
        </Button>
        {before === null ? null : (
          <Button look="quiet" onPress={() => void keep(null)}>
            採決の記録を消す
          </Button>
        )}
      </div>
      <ErrorNotice error={save.error} onClose={save.forget} />
    </div>
  )
}

/** 採決 of a decision, where there was one: 挙手　賛成11　反対1　棄権0. */
export function DecisionVote({
  meeting,
  decision,
}: {
  readonly meeting: MeetingDetail
  readonly decision: Decision
}) {
  const [open, setOpen] = useState(false)
  if (open && !meeting.locked)
    return <VoteForm meeting={meeting} decision={decision} onDone={() => setOpen(false)} />
  return (
    <div className={styles.ways}>
      {decision.vote === null ? null : <span className="sub">{voteWords(decision.vote)}</span>}
      {meeting.locked ? null : (
        <Button
          look="quiet"
          label={`第${String(decision.number)}号の採決を記す`}
          onPress={() => setOpen(true)}
        >
          {decision.vote === null ? '採決を記す' : '直す'}
        </Button>
      )}
    </div>
  )
}
