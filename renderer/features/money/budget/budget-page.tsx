import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { BudgetYear } from '#shared/contract/budget-operations.ts'
import { fiscalYearName } from '#shared/domain/calendar-date.ts'
import { yenWords } from '#shared/domain/yen.ts'
import { MoneyParts } from '../money-parts.tsx'
import record from '#renderer/ui/record-page.module.css'
import { OfficePaperView } from '../office-paper-view.tsx'
import { SideTable } from './side-table.tsx'

/** What does not foot is said, with the amount. */
function Footing({ budget }: { readonly budget: BudgetYear }) {
  const { balance } = budget.totals
  const { base, travel } = budget.uncounted
  return (
    <Block title="差引" note="収入から支出を引いたもの">
      <Facts
        facts={[
          { name: '予算', value: yenWords(balance.budget) },
          { name: '決算', value: `${yenWords(balance.actual)}（次年度へ繰越）` },
          { name: '増減', value: yenWords(balance.difference) },
        ]}
      />
      {balance.budget === 0 ? null : (
        <Notice mark="lacking">
          <p>
            予算の収入と支出が、{yenWords(Math.abs(balance.budget))}合いません（
            {balance.budget > 0 ? '収入が多い' : '支出が多い'}）。
          </p>
        </Notice>
      )}
      {base + travel === 0 ? null : (
        <Notice mark="lacking">
          <p>
            締めた支払いのうち{base === 0 ? '' : `、謝金 ${yenWords(base)}`}
            {travel === 0 ? '' : `、費用弁償 ${yenWords(travel)}`}
            が、どの科目にも数えられていません。科目の「決算に数えるもの」で選んでください。
          </p>
        </Notice>
      )}
      {budget.countedTwice ? (
        <Notice mark="double">
          <p>同じ支払いを、二つの科目で数えています。片方を「伝票だけ」にしてください。</p>
        </Notice>
      ) : null}
    </Block>
  )
}

/** 予算・決算: the items of a 年度, what was spent, and what stands between. */
export function BudgetPage() {
  const { fiscalYear } = usePlace()
  const budget = useRead('budget.get', { fiscalYear }, { keepLast: true })
  const copy = useWrite('budget.copyYear')
  const [paper, setPaper] = useState<'budget' | 'settlement' | null>(null)
  const empty = (budget.data?.items ?? []).length === 0
  return (
    <>
      <PageHead
        title="予算・決算"
        beside={<MoneyParts />}
        line={`${fiscalYearName(fiscalYear)}。締めた謝金の支払いと、伝票から決算を出します。`}
        actions={
          <>
            <Button disabled={empty} onPress={() => setPaper('budget')}>
              収支予算書
            </Button>
            <Button look="main" disabled={empty} onPress={() => setPaper('settlement')}>
              収支決算書
            </Button>
          </>
        }
      />
      {paper !== null ? (
        <OfficePaperView
          title={paper === 'budget' ? '収支予算書' : '収支決算書'}
          wanted={{ name: paper, fiscalYear }}
          onClose={() => setPaper(null)}
        />
      ) : (
        <Loaded read={budget}>
          {(data) => (
            <div className={record.page}>
              <ErrorNotice error={copy.error} />
              {data.items.length > 0 ? null : (
                <Empty
                  next={
                    data.hasLastYear ? (
                      <Button busy={copy.busy} onPress={() => void copy.run({ fiscalYear })}>
                        前の年度の科目を写す
                      </Button>
                    ) : undefined
                  }
                >
                  この年度の科目は、まだありません。収入と支出の「科目を加える」から入れてください。
                </Empty>
              )}
              <SideTable key={`${String(fiscalYear)}income`} budget={data} side="income" />
              <SideTable key={`${String(fiscalYear)}expense`} budget={data} side="expense" />
              {data.items.length === 0 ? null : <Footing budget={data} />}
            </div>
          )}
        </Loaded>
      )}
    </>
  )
}
