import { usePlace } from '#renderer/api/use-place.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { MoneyParts } from '../money-parts.tsx'
import record from '#renderer/ui/record-page.module.css'
import { PayeesBlock } from './payees-block.tsx'
import { RulesBlock } from './rules-block.tsx'
import { SenderBlock } from './sender-block.tsx'

/** きまりと受けとりかた: what is paid to whom, how, and from where. */
export function RulesPage() {
  const { council, councils } = usePlace()
  const shown = council ?? councils[0]
  if (shown === undefined) return null
  return (
    <>
      <PageHead
        title="謝金のきまり"
        beside={<MoneyParts />}
        line={`${shown.name}の、役割ごとの額と税。辞退や口座も、ここで入れます。`}
        actions={
          <ButtonLink look="main" to="/reports/payments">
            支払いへ進む
          </ButtonLink>
        }
      />
      <div className={record.page}>
        <RulesBlock key={shown.id} councilId={shown.id} />
        <PayeesBlock key={`${shown.id}payees`} councilId={shown.id} />
        <SenderBlock />
      </div>
    </>
  )
}
