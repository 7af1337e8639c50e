import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { YearPlan, YearPlanFields } from '#shared/contract/budget-operations.ts'
import { fiscalYearName, formatMonthDay } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { MoneyParts } from '../money-parts.tsx'
import record from '#renderer/ui/record-page.module.css'
import { OfficePaperView } from '../office-paper-view.tsx'

const formId = 'plan-form'
const formEnd = 'plan-form-end'

type Item = YearPlanFields['items'][number]

interface PlanFormProps {
  readonly plan: YearPlan
  readonly councilId: CouncilId
  readonly fiscalYear: number
  readonly onSaved: () => void
}

/** The aims in words, and themes with when and what for; a new theme is typed at the end. */
function PlanForm({ plan, councilId, fiscalYear, onSaved }: PlanFormProps) {
  const headings = useId()
  const [aims, setAims] = useState(plan.aims)
  const [items, setItems] = useState<readonly Item[]>(plan.items)
  const save = useWrite('yearPlan.save')
  const setItem = (at: number, part: Partial<Item>): void =>
    setItems((before) => before.map((item, position) => (position === at ? { ...item, ...part } : item)))
  const send = async (): Promise<void> => {
    const kept = items.filter(({ theme }) => theme.trim() !== '')
    if (await save.did({ councilId, fiscalYear, plan: { aims, items: kept } })) onSaved()
  }
  return (
    <EntryForm id={formId} endsAt={formEnd} onSubmit={() => void send()}>
      <ErrorNotice error={save.error} />
      <Block title="この年度のねらい">
        <TextArea label="ねらい" labelUnseen lines={4} value={aims} onChange={setAims} />
      </Block>
      <Block
        title="テーマと進めかた"
        className={record.block}
        more={
          <Button
            small
            onPress={() => setItems((before) => [...before, { plannedFor: '', theme: '', aim: '' }])}
          >
            テーマを加える
          </Button>
        }
      >
        <ul className={record.lines}>
          {items.map((item, at) => (
            <li key={`${headings}${String(at)}`}>
              <TextField
                label={`${String(at + 1)}番目の時期`}
                width="short"
                placeholder="6月"
                value={item.plannedFor}
                onChange={(plannedFor) => setItem(at, { plannedFor })}
              />
              <TextField
                label={`${String(at + 1)}番目のテーマ`}
                width="medium"
                value={item.theme}
                onChange={(theme) => setItem(at, { theme })}
              />
              <span className={record.wide}>
                <TextField
                  label={`${String(at + 1)}番目にめざすこと`}
                  value={item.aim}
                  onChange={(aim) => setItem(at, { aim })}
                />
              </span>
              <Button
                look="quiet"
                label={`${String(at + 1)}番目のテーマを外す`}
                onPress={() => setItems((before) => before.filter((_, position) => position !== at))}
              >
                外す
              </Button>
            </li>
          ))}
        </ul>
      </Block>
    </EntryForm>
  )
}

function Meetings({ plan }: { readonly plan: YearPlan }) {
  return (
    <Block title="会議の予定" note="会議の画面で決めたものが、計画書に載ります" className={record.block}>
      <ul className={record.lines}>
        {plan.meetings.map((meeting) => (
          <li key={meeting.meetingId}>
            <Link to="/meetings/$meetingId/$step" params={{ meetingId: meeting.meetingId, step: 'prepare' }}>
              第{meeting.number}回　{formatMonthDay(meeting.heldOn)}
            </Link>
            <span className={record.wide}>{meeting.topics.join('、')}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** 事業計画: the aims of the year, its themes, its meetings. */
export function PlanPage() {
  const { council, councils, fiscalYear } = usePlace()
  const shown = council ?? councils[0]
  const councilId = shown?.id
  const [paper, setPaper] = useState(false)
  const [saved, setSaved] = useState(false)
  if (shown === undefined || councilId === undefined) return null
  return (
    <>
      <PageHead
        title="事業計画"
        beside={<MoneyParts />}
        line={`${shown.name}　${fiscalYearName(fiscalYear)}のねらい、テーマ、会議。${saved ? '残しました。' : ''}`}
        actions={
          paper ? undefined : (
            <>
              <Button onPress={() => setPaper(true)}>事業計画書</Button>
              <Button look="main" submits form={formId} id={formEnd}>
                この計画を残す
              </Button>
            </>
          )
        }
      />
      {paper ? (
        <OfficePaperView
          title="事業計画書"
          wanted={{ name: 'year-plan', councilId, fiscalYear }}
          onClose={() => setPaper(false)}
        />
      ) : (
        <Plan
          key={`${councilId}${String(fiscalYear)}`}
          councilId={councilId}
          fiscalYear={fiscalYear}
          onSaved={() => setSaved(true)}
        />
      )}
    </>
  )
}

function Plan(props: Omit<PlanFormProps, 'plan'>) {
  const { councilId, fiscalYear } = props
  const plan = useRead('yearPlan.get', { councilId, fiscalYear })
  return (
    <Loaded read={plan}>
      {(data) => (
        <div className={record.page}>
          <PlanForm plan={data} {...props} />
          <Meetings plan={data} />
        </div>
      )}
    </Loaded>
  )
}
