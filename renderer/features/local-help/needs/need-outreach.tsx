import { Link } from '@tanstack/react-router'
import type { NeedDetail } from '#shared/contract/need-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import { outreachAnswerNames, outreachState } from '#shared/domain/outreach.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { Block } from '#renderer/ui/block.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import styles from '#renderer/ui/record-page.module.css'

type Asked = NeedDetail['outreach'][number]

/** Whom the office called on so that this need is met, and the way to call on somebody more. */
export function NeedOutreach({ need }: { readonly need: NeedDetail }) {
  return (
    <Block
      title="この課題のための呼びかけ"
      minor
      className={styles.block}
      more={
        <Link to="/participation" search={{ at: need.id }}>
          この課題で呼びかける
        </Link>
      }
    >
      {need.outreach.length === 0 ? (
        <p className="sub">まだだれにも呼びかけていません。</p>
      ) : (
        <ul className={styles.lines}>
          {need.outreach.map((each) => (
            <li key={each.id}>
              <span className={styles.wide}>
                {formatMonthDay(each.askedOn)}
                {'　'}
                <Name>
                  {[each.organizationName, each.personName || each.contactName]
                    .filter((text) => text !== '')
                    .join('　')}
                </Name>
              </span>
              <State outreach={each} />
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}

function State({ outreach }: { readonly outreach: Asked }) {
  const { today } = usePlace()
  switch (outreachState({ ...outreach, seated: outreach.membershipId !== null }, today)) {
    case 'seated':
      return <Chip mark="done">席に着いた</Chip>
    case 'ended':
      return <Chip mark="none">終わり：{outreach.endedBecause}</Chip>
    case 'due':
      return <Chip mark="late">{outreach.nextStep || outreachAnswerNames[outreach.answer]}</Chip>
    case 'open':
      return <Chip mark="waiting">{outreachAnswerNames[outreach.answer]}</Chip>
  }
}
