import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { YearOption, YearSummary } from '#shared/contract/year-summary-operations.ts'
import { fiscalYearName, formatWareki } from '#shared/domain/calendar-date.ts'
import { CoordinatorPaper } from '../coordinator-paper.tsx'
import { CoordinatorParts } from '../coordinator-parts.tsx'
import styles from '../coordinators.module.css'
import { CountedPane } from './counted-pane.tsx'
import { PriorFigures } from './prior-figures.tsx'
import { QuestionForm } from './question-form.tsx'
import { QuestionTable } from './question-table.tsx'

type Doing = 'looking' | 'results' | 'survey' | 'adding'

/** 年度のまとめ: the year's questions counted from the records, and the papers made of them. */
export function YearPage() {
  const { fiscalYear } = usePlace()
  const summary = useRead('yearSummary.get', { fiscalYear })
  const [doing, setDoing] = useState<Doing>('looking')
  const year = fiscalYearName(fiscalYear)
  return (
    <>
      <PageHead
        title="年度のまとめ"
        beside={<CoordinatorParts />}
        line={`${year}の実施状況調査の問いを、記録から数えます。数を選ぶと、何を数えたかが見えます。`}
        actions={
          <>
            <Button onPress={() => setDoing('survey')}>調査の集計を印刷する</Button>
            <Button look="main" onPress={() => setDoing('results')}>
              実績報告書の別紙１を作る
            </Button>
          </>
        }
      />
      {doing === 'results' || doing === 'survey' ? (
        <CoordinatorPaper
          title={doing === 'results' ? '実施状況報告書（別紙１）' : '実施状況調査の集計'}
          wanted={{ name: doing === 'results' ? 'year-results' : 'survey', fiscalYear }}
          onClose={() => setDoing('looking')}
        />
      ) : (
        <>
          <Loaded read={summary}>
            {(data) => (
              <Summary
                key={fiscalYear}
                summary={data}
                adding={doing === 'adding'}
                onAdding={(adding) => setDoing(adding ? 'adding' : 'looking')}
              />
            )}
          </Loaded>
          <PriorFigures fiscalYear={fiscalYear} />
          <PriorFigures fiscalYear={fiscalYear - 1} />
        </>
      )}
    </>
  )
}

interface SummaryProps {
  readonly summary: YearSummary
  readonly adding: boolean
  readonly onAdding: (adding: boolean) => void
}

function Summary({ summary, adding, onAdding }: SummaryProps) {
  const { fiscalYear } = usePlace()
  const begin = useWrite('yearSummary.begin')
  const [shown, setShown] = useState<YearOption | null>(null)
  const { questions, frozen } = summary
  if (questions.length === 0 && !adding) {
    return (
      <>
        <ErrorNotice error={begin.error} />
        <Empty
          next={
            <Button look="main" busy={begin.busy} onPress={() => void begin.run({ fiscalYear })}>
              {`${fiscalYearName(fiscalYear)}のまとめを始める`}
            </Button>
          }
        >
          この年度の問いは、まだありません。前の年度の問いを写して始めます（なければ、よくある問いから）。
        </Empty>
      </>
    )
  }
  const sections = [...new Set(questions.map((question) => question.section))]
  const current = questions.flatMap((question) => question.options).find((each) => each.id === shown?.id)
  return (
    <div className={styles.page}>
      <FreezeLine summary={summary} />
      <div className={styles.beside}>
        <div className={styles.pane}>
          {sections.map((section) => (
            <Block key={section} title={section === '' ? 'そのほか' : section}>
              {questions
                .filter((question) => question.section === section)
                .map((question) => (
                  <QuestionTable
                    key={question.id}
                    question={question}
                    locked={frozen !== null}
                    chosen={shown?.id ?? null}
                    onShow={setShown}
                  />
                ))}
            </Block>
          ))}
          {frozen !== null ? null : adding ? (
            <QuestionForm question={null} onDone={() => onAdding(false)} />
          ) : (
            <div className={styles.end}>
              <Button onPress={() => onAdding(true)}>問いを加える</Button>
            </div>
          )}
        </div>
        <CountedPane option={current ?? null} />
      </div>
    </div>
  )
}

/** 固める: what was handed in stays, whatever is recorded later. */
function FreezeLine({ summary: { frozen } }: { readonly summary: YearSummary }) {
  const { fiscalYear } = usePlace()
  const freeze = useWrite('yearSummary.freeze')
  const thaw = useWrite('yearSummary.thaw')
  return (
    <>
      <ErrorNotice error={freeze.error ?? thaw.error} />
      {frozen === null ? (
        <div className={styles.filters}>
          <span className="sub">
            数は、いまの記録から数えています。市や県へ出したら、その数を固めておきます。
          </span>
          <Button busy={freeze.busy} onPress={() => void freeze.run({ fiscalYear })}>
            この数で固める
          </Button>
        </div>
      ) : (
        <Notice
          mark="done"
          actions={
            <Button busy={thaw.busy} onPress={() => void thaw.run({ fiscalYear })}>
              固めたまとめを開きなおす
            </Button>
          }
        >
          <p>
            {formatWareki(frozen.on)}に{frozen.by}
            さんが固めました。あとから記録が増えても、この数は変わりません。
          </p>
        </Notice>
      )}
    </>
  )
}
