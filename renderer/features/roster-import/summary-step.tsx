import type { ImportPlan, PlannedRow } from '#shared/domain/import-plan.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Mark, type MarkKind } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { type Choices, summarize } from './row-choices.ts'
import styles from './roster-import.module.css'

export interface SummaryStepProps {
  readonly plan: ImportPlan
  readonly choices: Choices
  readonly despite: SeatReason
  readonly onBack: () => void
}

/** Why seats are right although limit or terms say otherwise; `asked` once the core has asked for it. */
export interface SeatReason {
  readonly text: string
  readonly asked: boolean
  readonly onChange: (text: string) => void
}

/** Exactly what will be written, by name. Nothing has been written when this is seen. */
export function SummaryStep({ plan, choices, despite, onBack }: SummaryStepProps) {
  const { council } = usePlace()
  const summary = summarize(plan, choices)
  const back = (
    <Button small onPress={onBack}>
      行に戻る
    </Button>
  )
  return (
    <div className={styles.summary}>
      <p className={styles.lead}>
        まだなにも書いていません。「この内容で取り込む」を押すと、下のとおりに書きます。
      </p>
      {summary.undecided.length === 0 ? null : (
        <Notice mark="lacking" actions={back}>
          決めていない行が{summary.undecided.length}行あります。このまま進むと、その行は取り込みません。
        </Notice>
      )}
      {summary.members.length > 0 ? null : (
        <Notice mark="lacking" actions={back}>
          委員にする人が選ばれていません。このままだと、会議の出席簿に載る人がいません。
        </Notice>
      )}
      {council === null ? null : (
        <OverLimit councilId={council.id} members={summary.members} despite={despite} />
      )}
      <div className={styles.groups}>
        <Group mark="new" title="新しく加える人" rows={summary.added} />
        <Group mark="changed" title="書きかえる人" rows={summary.changed} />
        <Group
          mark="done"
          title={council === null ? '委員にする人' : `${council.areaName}の委員にする人`}
          rows={summary.members}
        />
        <Group mark="same" title="名簿と同じ人（書きません）" rows={summary.same} />
        <Group mark="none" title="取り込まない行" rows={[...summary.left, ...summary.undecided]} />
        <Group mark="late" title="読めなかった行" rows={summary.wrong} />
      </div>
    </div>
  )
}

/** More names than anybody reads would only keep the window from answering. */
const namesShown = 300

interface OverLimitProps {
  readonly councilId: CouncilId
  readonly members: readonly PlannedRow[]
  readonly despite: SeatReason
}

/** Warns of more members than the council's rules give seats to; it may be right all the same. */
function OverLimit({ councilId, members, despite }: OverLimitProps) {
  const { today } = usePlace()
  const overview = useRead('terms.overview', { councilId, on: today, withinMonths: 3 })
  const limit = overview.data?.seatLimit ?? null
  const seats = overview.data?.seats ?? []
  const seated = new Set(seats.map((seat) => seat.personId))
  const fresh = members.filter(
    ({ fields, matches }) =>
      isMemberRole(fields.role) && !matches.some(({ personId }) => personId !== null && seated.has(personId)),
  )
  const after = seats.length + fresh.length
  const isOver = limit !== null && fresh.length > 0 && after > limit
  if (!isOver && !despite.asked && despite.text === '') return null
  return (
    <Notice mark="lacking">
      {isOver ? (
        <p>
          委員が{after}名になり、きまりの定数（{limit}
          名）をこえます。定数か、委員にする人を確かめてください。これでよいときは、わけを書くと取り込めます。
        </p>
      ) : null}
      <div className={styles.despite}>
        <TextField
          label="それでもよいわけ"
          value={despite.text}
          onChange={despite.onChange}
          placeholder="改選までのあいだ、前の委員も残るため など"
        />
      </div>
      <p className="sub">わけは、こえた席に残り、名簿の「席」と変更の記録に出ます。</p>
    </Notice>
  )
}

interface GroupProps {
  readonly mark: MarkKind
  readonly title: string
  readonly rows: readonly PlannedRow[]
}

function Group({ mark, title, rows }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <Block
      title={
        <span className={styles.withMark}>
          <Mark kind={mark} className={styles[mark]} />
          {title}
        </span>
      }
      more={<b className={styles.count}>{rows.length}</b>}
    >
      <p className={styles.names}>
        {rows.slice(0, namesShown).map((row) => (
          <span key={row.row} className={styles.oneName}>
            {row.fields.name === '' ? `${row.row}行目` : <Name>{row.fields.name}</Name>}
          </span>
        ))}
        {rows.length > namesShown ? (
          <span className={styles.oneName}>ほか{rows.length - namesShown}名</span>
        ) : null}
      </p>
    </Block>
  )
}
