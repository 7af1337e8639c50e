import { useState } from 'react'
import type { TermOutcome, TermPlan, TermRow } from '#shared/contract/term-operations.ts'
import {
  type CalendarDate,
  fiscalYearOf,
  formatWareki,
  makeCalendarDate,
} from '#shared/domain/calendar-date.ts'
import type { CouncilId, MembershipId } from '#shared/domain/ids.ts'
import type { TermWish } from '#shared/domain/membership-terms.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { PostMoves } from './post-moves.tsx'
import styles from './terms.module.css'

/** 任期をまとめて: every seat with what becomes of it when the new term begins, and then all of it at once. */
export function TermsPage() {
  const { councilId, today } = usePlace()
  const [from, setFrom] = useState<CalendarDate | null>(
    () => makeCalendarDate(fiscalYearOf(today) + 1, 4, 1) ?? today,
  )
  const [to, setTo] = useState<CalendarDate | null>(null)
  if (councilId === null || from === null) {
    return (
      <>
        <PageHead title="任期をまとめて" line="委員の任期を、いちどに改めます。" />
        {councilId === null ? (
          <Empty>上の「すべての協議体」から一つ選ぶと、その委員の任期がここに並びます。</Empty>
        ) : (
          <JapaneseDateField label="新しい任期の始め" near={today} value={from} onChange={setFrom} />
        )}
      </>
    )
  }
  return (
    <Chosen
      key={councilId}
      councilId={councilId}
      from={from}
      to={to}
      onFrom={(value) => {
        if (value !== null) setFrom(value)
      }}
      onTo={setTo}
    />
  )
}

interface ChosenProps {
  readonly councilId: CouncilId
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly onFrom: (from: CalendarDate | null) => void
  readonly onTo: (to: CalendarDate | null) => void
}

function Chosen({ councilId, from, to, onFrom, onTo }: ChosenProps) {
  const plan = useRead('terms.plan', { councilId, from, to }, { keepLast: true })
  // The plan that was carried out stays as it was shown.
  const [done, setDone] = useState<TermOutcome | null>(null)
  if (done !== null) return <Outcome outcome={done} from={from} />
  return (
    <Loaded read={plan}>
      {(data) => <Plan councilId={councilId} plan={data} onFrom={onFrom} onTo={onTo} onDone={setDone} />}
    </Loaded>
  )
}

function Outcome({ outcome, from }: { readonly outcome: TermOutcome; readonly from: CalendarDate }) {
  return (
    <>
      <PageHead
        title="任期をまとめて"
        place="done"
        line={`${formatWareki(from)}からの任期に改めました。`}
        actions={
          <>
            <ButtonLink to="/roster">名簿をひらく</ButtonLink>
            <ButtonLink
              look="main"
              to="/reports/letters/$kind/$meetingId"
              params={{ kind: 'appointment', meetingId: 'none' }}
            >
              委嘱状をつくる
            </ButtonLink>
          </>
        }
      />
      <Notice mark="done">
        <b>任期を改めました。</b>前の任期と委嘱の日は、名簿の「これまで」に残っています。 委嘱状は、
        {formatWareki(from)}の日付にすると、この任期の委員の分ができます。
      </Notice>
      <Facts
        facts={[
          { name: '再任', value: `${outcome.renewed}名` },
          { name: '退任', value: `${outcome.ended}名` },
          { name: 'そのまま', value: `${outcome.kept}名` },
        ]}
      />
    </>
  )
}

interface Wished {
  readonly wish: TermWish
  readonly because: string
}

interface PlanProps {
  readonly councilId: CouncilId
  readonly plan: TermPlan
  readonly onFrom: (from: CalendarDate | null) => void
  readonly onTo: (to: CalendarDate | null) => void
  readonly onDone: (outcome: TermOutcome) => void
}

function Plan({ councilId, plan, onFrom, onTo, onDone }: PlanProps) {
  const { council, today } = usePlace()
  const apply = useWrite('terms.apply')
  const [wishes, setWishes] = useState<ReadonlyMap<MembershipId, Wished>>(new Map())
  const [despite, setDespite] = useState('')
  const wishOf = (row: TermRow): Wished =>
    wishes.get(row.seat.membershipId) ?? { wish: row.wish, because: '' }
  const count = (wish: TermWish): number => plan.rows.filter((row) => wishOf(row).wish === wish).length
  const send = async (): Promise<void> => {
    const done = await apply.attempt({
      councilId,
      from: plan.from,
      to: plan.to,
      choices: plan.rows.map((row) => ({ membershipId: row.seat.membershipId, ...wishOf(row) })),
      despite,
    })
    if (done.ok) onDone(done.value)
  }
  const nothing = count('renew') + count('end') === 0
  return (
    <>
      <PageHead
        title="任期をまとめて"
        place="plan"
        line={`${council?.areaName ?? ''}の委員${plan.rows.length}名。押すまで何も書きません。前の任期はそのまま残ります。`}
        actions={
          <Button look="main" onPress={() => void send()} busy={apply.busy} disabled={nothing}>
            この内容で任期を改める
          </Button>
        }
      />
      <div className={styles.scrolls}>
        <div className={styles.dates}>
          <JapaneseDateField label="新しい任期の始め" near={today} value={plan.from} onChange={onFrom} />
          <JapaneseDateField label="新しい任期の終わり" near={today} value={plan.to} onChange={onTo} />
          {plan.termNumber === null ? null : <p className={styles.number}>第{plan.termNumber}期</p>}
          <p className={styles.counts}>
            <Chip mark="done">再任 {count('renew')}</Chip>
            <Chip mark="late">退任 {count('end')}</Chip>
            <Chip mark="none">そのまま {count('keep')}</Chip>
          </p>
        </div>
        <ErrorNotice error={apply.error} onClose={apply.forget} />
        {apply.error?.code === 'seat-limit' || despite !== '' ? (
          <TextField label="それでもよいわけ" value={despite} onChange={setDespite} />
        ) : null}
        <PostMoves councilId={councilId} />
        <Block title="一人ずつ" note="ちがうところだけ直してください">
          {plan.rows.length === 0 ? (
            <Empty>この日より前からの委員はいません。もう改めてあるか、まだ席がありません。</Empty>
          ) : (
            <table className={styles.grid}>
              <thead>
                <tr>
                  <th scope="col">席</th>
                  <th scope="col">氏名</th>
                  <th scope="col">いまの任期</th>
                  <th scope="col">どうするか</th>
                  <th scope="col">こうなります</th>
                </tr>
              </thead>
              <tbody>
                {plan.rows.map((row) => (
                  <Row
                    key={row.seat.membershipId}
                    row={row}
                    wished={wishOf(row)}
                    onWish={(wished) => setWishes(new Map(wishes).set(row.seat.membershipId, wished))}
                  />
                ))}
              </tbody>
            </table>
          )}
        </Block>
      </div>
    </>
  )
}

interface RowProps {
  readonly row: TermRow
  readonly wished: Wished
  readonly onWish: (wished: Wished) => void
}

const wishNames: Readonly<Record<TermWish, string>> = {
  renew: '再任する',
  end: '退任する',
  keep: 'そのままにする',
}

function Row({ row, wished, onWish }: RowProps) {
  const { seat, newTerm } = row
  const term = [seat.termFrom, seat.termTo].map((day) => (day === null ? '' : formatWareki(day, 'short')))
  return (
    <tr>
      <td className="num">{seat.seatNumber}</td>
      <td>
        <b>
          <Name>{seat.name}</Name>
        </b>
        <div className="sub">
          {[
            seat.role === 'member' ? '' : councilRoleNames[seat.role],
            seat.category,
            seat.exOfficio ? '充て職' : '',
          ]
            .filter((text) => text !== '')
            .join('　')}
        </div>
      </td>
      <td>
        <span className="nowrap">{seat.termTo === null ? seat.termNote || '定めなし' : term.join('–')}</span>
        <div className="sub">{row.reason}</div>
      </td>
      <td className={styles.wish}>
        <Select<TermWish>
          label={`${seat.name}さんをどうするか`}
          labelUnseen
          width="full"
          value={wished.wish}
          onChange={(wish) => onWish({ ...wished, wish })}
          choices={(['renew', 'end', 'keep'] as const).map((value) => ({ value, label: wishNames[value] }))}
        />
      </td>
      <td>
        {wished.wish === 'renew' ? (
          <>
            {formatWareki(newTerm.from, 'short')}–{formatWareki(newTerm.to, 'short')}
            {row.runsOn ? (
              <div>
                <Chip mark="lacking">いまの任期が途中で終わります</Chip>
              </div>
            ) : null}
          </>
        ) : wished.wish === 'end' ? (
          <TextField
            label={`${seat.name}さんの退任のわけ`}
            labelUnseen
            placeholder="任期満了"
            value={wished.because}
            onChange={(because) => onWish({ ...wished, because })}
          />
        ) : (
          <span className="sub">変わりません</span>
        )}
      </td>
    </tr>
  )
}
