import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { OfficePaper } from '#shared/contract/office-paper-operations.ts'
import { fiscalYearName, formatMonthDay } from '#shared/domain/calendar-date.ts'
import type { CouncilId, PaymentRunId } from '#shared/domain/ids.ts'
import { yenWords } from '#shared/domain/yen.ts'
import { MoneyParts } from '../money-parts.tsx'
import record from '#renderer/ui/record-page.module.css'
import { OfficePaperView } from '../office-paper-view.tsx'
import { OpenRunForm } from './open-run-form.tsx'
import { PaidPeople } from './paid-people.tsx'
import { RunPane } from './run-pane.tsx'

function paperTitle(paper: OfficePaper): string {
  if (paper.name === 'payment-list') return '支払調書'
  return paper.name === 'receipts' ? '領収書' : '支払明細書'
}

/** Without rules nothing is paid: the way to them comes first. */
function NoRules({ councilId }: { readonly councilId: CouncilId }) {
  const rules = useRead('allowanceRules.list', { councilId })
  if (rules.data === undefined || rules.data.length > 0) return null
  return (
    <Empty next={<ButtonLink to="/reports/payments/rules">きまりを入れる</ButtonLink>}>
      この協議体の謝金のきまりが、まだありません。役割ごとの額と税を入れると、出席簿から支払いが出ます。
    </Empty>
  )
}

/** 謝金・費用弁償: from the roll and the rules to what each is paid, closed, on paper and to the bank. */
export function PaymentsPage() {
  const { council, councils, fiscalYear } = usePlace()
  const shown = council ?? councils[0]
  const [picked, setPicked] = useState<PaymentRunId | null>(null)
  const [opening, setOpening] = useState(false)
  const [paper, setPaper] = useState<OfficePaper | null>(null)
  const when = shown !== undefined
  const place = { councilId: shown?.id ?? null, fiscalYear }
  const runs = useRead('payments.listRuns', place, { keepLast: true, when })
  const unpaid = useRead('payments.listUnpaid', place, { keepLast: true, when })
  if (shown === undefined) return null
  const list = runs.data ?? []
  const meetings = unpaid.data ?? []
  const chosen = list.find(({ id }) => id === picked) ?? list[0]
  return (
    <>
      <PageHead
        title="謝金・費用弁償"
        beside={<MoneyParts />}
        line={`${shown.name}　${fiscalYearName(fiscalYear)}の支払い。${meetings.length === 0 ? '' : `まだ支払っていない会議が${String(meetings.length)}回あります。`}`}
        actions={
          <Button
            look="main"
            disabled={meetings.length === 0}
            onPress={() => {
              setPaper(null)
              setOpening(true)
            }}
          >
            支払いを作る
          </Button>
        }
      />
      {paper !== null ? (
        <OfficePaperView title={paperTitle(paper)} wanted={paper} onClose={() => setPaper(null)} />
      ) : (
        <div className={record.page}>
          <NoRules councilId={shown.id} />
          {opening ? (
            <OpenRunForm
              key={meetings.map(({ meetingId }) => meetingId).join()}
              councilId={shown.id}
              meetings={meetings}
              onDone={(runId) => {
                setPicked(runId)
                setOpening(false)
              }}
              onStop={() => setOpening(false)}
            />
          ) : null}
          <Loaded read={runs}>
            {() =>
              chosen === undefined ? (
                <Empty>
                  この年度の支払いは、まだありません。当日の出欠を記した会議があれば「支払いを作る」で始められます。
                </Empty>
              ) : (
                <>
                  {list.length < 2 ? null : (
                    <Select
                      label="どの支払いか"
                      width="long"
                      value={chosen.id}
                      onChange={setPicked}
                      choices={list.map((run) => ({
                        value: run.id,
                        label: `${run.title}　${formatMonthDay(run.payOn)}`,
                        note: run.state === 'replaced' ? '作りなおす前' : yenWords(run.totals.net),
                      }))}
                    />
                  )}
                  <RunPane key={chosen.id} runId={chosen.id} onPaper={setPaper} onChoose={setPicked} />
                </>
              )
            }
          </Loaded>
          <PaidPeople onPaper={setPaper} />
        </div>
      )}
    </>
  )
}
