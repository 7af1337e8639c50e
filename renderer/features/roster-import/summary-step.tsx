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
import { type Choices, summarize } from './row-choices.ts'
import styles from './roster-import.module.css'

export interface SummaryStepProps {
  readonly plan: ImportPlan
  readonly choices: Choices
  readonly onBack: () => void
}

/** Exactly what will be written, by name. Nothing has been written when this is seen. */
export function SummaryStep({ plan, choices, onBack }: SummaryStepProps) {
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
      {council === null ? null : <OverLimit councilId={council.id} members={summary.members} />}
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
}

/** Warns of more members than the council's rules give seats to; it may be right all the same. */
function OverLimit({ councilId, members }: OverLimitProps) {
  const { today } = usePlace()
  const overview = useRead('terms.overview', { councilId, on: today, withinMonths: 3 })
  if (overview.data === undefined || overview.data.seatLimit === null) return null
  const { seats, seatLimit } = overview.data
  const seated = new Set(seats.map((seat) => seat.personId))
  const fresh = members.filter(
    ({ fields, matches }) =>
      isMemberRole(fields.role) && !matches.some(({ personId }) => personId !== null && seated.has(personId)),
  )
  const after = seats.length + fresh.length
  if (fresh.length === 0 || after <= seatLimit) return null
  return (
    <Notice mark="lacking">
      委員が{after}名になり、きまりの定数（{seatLimit}
      名）をこえます。定数か、委員にする人を確かめてください。このまま取り込むこともできます。
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
