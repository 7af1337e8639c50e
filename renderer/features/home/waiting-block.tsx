import { Link } from '@tanstack/react-router'
import type { Home } from '#shared/contract/home-operations.ts'
import { type CalendarDate, daysBetween, formatMonthDay } from '#shared/domain/calendar-date.ts'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { TwoLineBlock, type TwoLines } from './two-line-list.tsx'

function families(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => name.split(/[\s　]/)[0] ?? name)
  return `${shown.join('・')}${names.length > shown.length ? ' ほか' : ''}の${names.length}名`
}

/** The next step of a 呼びかけ. */
function outreachRow({ id, who, nextStep, nextOn }: Home['outreach'][number], today: CalendarDate): TwoLines {
  const left = daysBetween(today, nextOn)
  return {
    key: id,
    title: (
      <Link to="/participation">
        <Name>{`${who}への呼びかけ`}</Name>
      </Link>
    ),
    chip: (
      <Chip mark={left < 0 ? 'late' : 'soon'}>
        {left < 0 ? `${-left}日過ぎ` : left === 0 ? 'きょう' : `あと${left}日`}
      </Chip>
    ),
    who: nextStep === '' ? '返事を聞く' : nextStep,
    when: formatMonthDay(nextOn),
  }
}

/** 待っていること: replies that have not come, answers from the other layer and from the city, terms that end soon, and resources to check. */
export function WaitingBlock({ home, today }: { readonly home: Home; readonly today: CalendarDate }) {
  const replies = home.waiting.map(({ meeting, names }): TwoLines => {
    const left = daysBetween(today, meeting.heldOn)
    return {
      key: meeting.id,
      title: `${formatMonthDay(meeting.heldOn)}の出欠の返事`,
      chip: <Chip mark="waiting">{names.length}名</Chip>,
      who: families(names),
      when: left <= 0 ? 'きょうの会議' : `会議まで${left}日`,
    }
  })
  const terms = home.endingTerms.map(({ name, termTo }): TwoLines => {
    const left = daysBetween(today, termTo)
    return {
      key: `${name}${termTo}`,
      title: <Name>{`${name}さんの任期`}</Name>,
      chip: left < 0 ? <Chip mark="late">満了後</Chip> : <Chip mark="soon">あと{left}日</Chip>,
      who: '次の推薦か再任',
      when: `${formatMonthDay(termTo)}まで`,
    }
  })
  const needs = home.waitingNeeds.map((need): TwoLines => {
    const days = daysBetween(need.passedOn, today)
    return {
      key: need.needId,
      title: <Link to="/area">{need.text.length > 24 ? `${need.text.slice(0, 24)}…` : need.text}</Link>,
      chip: <Chip mark={days > 60 ? 'late' : 'waiting'}>答え待ち</Chip>,
      who: need.councilName,
      when: days <= 0 ? 'きょう渡しました' : `渡して${String(days)}日`,
    }
  })
  const proposals = home.waitingProposals.map((proposal): TwoLines => {
    const days = daysBetween(proposal.handedOn, today)
    const late = proposal.answerDueOn !== null && proposal.answerDueOn < today
    return {
      key: proposal.proposalId,
      title: (
        <Link to="/advocacy">
          {proposal.title.length > 24 ? `${proposal.title.slice(0, 24)}…` : proposal.title}
        </Link>
      ),
      chip: <Chip mark={late ? 'late' : 'waiting'}>{late ? '期限を過ぎました' : '答え待ち'}</Chip>,
      who: `${proposal.addressee}の答え`,
      when: days <= 0 ? 'きょう提出' : `提出して${String(days)}日`,
    }
  })
  const followUps = home.followUps.map((each): TwoLines => {
    const late = each.nextOn !== null && each.nextOn < today
    return {
      key: each.activityId,
      title: (
        <Link to="/coordinators" search={{ at: each.activityId }}>
          {each.nextStep}
        </Link>
      ),
      chip: <Chip mark={late ? 'late' : 'soon'}>{late ? '期限を過ぎました' : 'もうすぐ'}</Chip>,
      who: each.who,
      when: each.nextOn === null ? '' : `${formatMonthDay(each.nextOn)}まで`,
    }
  })
  const unchecked: readonly TwoLines[] =
    home.resourcesToCheck === 0
      ? []
      : [
          {
            key: 'resources-to-check',
            title: <Link to="/area/resources">地域資源の確認</Link>,
            chip: <Chip mark="lacking">{home.resourcesToCheck}件</Chip>,
            who: '1年以上、またはまだ確認していないもの',
            when: '',
          },
        ]
  return (
    <TwoLineBlock
      title="待っていること"
      rows={[
        ...home.outreach.map((each) => outreachRow(each, today)),
        ...replies,
        ...needs,
        ...proposals,
        ...followUps,
        ...terms,
        ...unchecked,
      ]}
      empty="待っている返事はありません。"
    />
  )
}
