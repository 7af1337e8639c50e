import { useState } from 'react'
import type { SystemStatus } from '#shared/contract/system-operations.ts'
import { councilLayerNames, councilLayers, councilStageNames, councilStages } from '#shared/domain/council.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { addresseeOf, type Answers, answersToSetUp, emptyAnswers, missingIn } from './answers.ts'
import styles from './first-start.module.css'
import { HandoverOffer } from './handover-offer.tsx'
import { LaterQuestions } from './later-questions.tsx'
import { Question } from './question.tsx'
import { ShareOffer } from './share-offer.tsx'

const formId = 'first-questions'
const beginId = 'begin'

/** The first start: five questions on one page, or practice data with one press. */
export function FirstStart({ status }: { readonly status: SystemStatus }) {
  const [answers, setAnswers] = useState<Answers>(emptyAnswers)
  const [asked, setAsked] = useState(false)
  const complete = useWrite('setup.complete')
  const set = <Key extends keyof Answers>(key: Key, value: Answers[Key]): void =>
    setAnswers((before) => ({ ...before, [key]: value }))
  const missing = missingIn(answers)
  const need = (key: keyof Answers, words: string): string | null =>
    asked && missing.includes(key) ? words : null
  const begin = (): void => {
    setAsked(true)
    if (missing.length > 0) {
      document.querySelector<HTMLElement>(`[name="${missing[0]}"]`)?.focus()
      return
    }
    void complete.run(answersToSetUp(answers))
  }
  return (
    <div className={styles.desk}>
      <main className={styles.sheet}>
        <PageHead
          title="つどいを始めます"
          line="五つだけ教えてください。あとから設定でいつでも直せます。"
          actions={
            <Button look="main" id={beginId} form={formId} submits busy={complete.busy}>
              これで始める
            </Button>
          }
        />
        <ErrorNotice error={complete.error} onClose={complete.forget} />
        <div className={styles.columns}>
          <EntryForm id={formId} endsAt={beginId} className={styles.questions} onSubmit={begin}>
            <Question number={1} title="事務局" note="書類に載る名前">
              <TextField
                label="事務局の名前"
                name="officeName"
                required
                autoFocus
                width="long"
                value={answers.officeName}
                onChange={(value) => set('officeName', value)}
                error={need('officeName', '事務局の名前を書いてください。')}
                placeholder="社会福祉法人青羽市社会福祉協議会"
              />
              <TextField
                label="担当者"
                width="medium"
                value={answers.staffName}
                onChange={(value) => set('staffName', value)}
                placeholder="戸田 さやか"
              />
            </Question>
            <Question number={2} title="市と宛先" note="報告を出す相手">
              <TextField
                label="市区町村"
                name="cityName"
                required
                width="medium"
                value={answers.cityName}
                onChange={(value) => set('cityName', value)}
                error={need('cityName', '市区町村の名前を書いてください。')}
                placeholder="青羽市"
              />
              <TextField
                label="宛先"
                name="addressee"
                required
                width="medium"
                value={addresseeOf(answers)}
                onChange={(value) => set('addressee', value)}
                error={need('addressee', '宛先を書いてください。')}
                placeholder="青羽市長"
              />
              <TextField
                label="担当課"
                width="medium"
                value={answers.department}
                onChange={(value) => set('department', value)}
                placeholder="高齢福祉課"
              />
            </Question>
            <Question number={3} title="協議体" note="二つ目は設定で">
              <TextField
                label="協議体の名前"
                name="councilName"
                required
                width="long"
                value={answers.councilName}
                onChange={(value) => set('councilName', value)}
                error={need('councilName', '協議体の名前を書いてください。')}
                placeholder="青羽市第２層協議体（東部圏域）"
              />
            </Question>
            <Question number={4} title="層と圏域">
              <RadioGroup
                label="層"
                width="medium"
                value={answers.layer}
                onChange={(value) => set('layer', value)}
                choices={councilLayers.map((layer) => ({
                  value: `${layer}` as const,
                  label: councilLayerNames[layer],
                }))}
              />
              <TextField
                label="圏域"
                name="areaName"
                required
                width="medium"
                value={answers.areaName}
                onChange={(value) => set('areaName', value)}
                error={need('areaName', '圏域の名前を書いてください。市全域なら、市の名前です。')}
                placeholder="東部圏域"
              />
            </Question>
            <Question number={5} title="いまの段階">
              <RadioGroup
                label="設置の段階"
                labelUnseen
                value={answers.stage}
                onChange={(value) => set('stage', value)}
                choices={councilStages.map((stage) => ({
                  value: stage,
                  label: councilStageNames[stage],
                }))}
              />
            </Question>
            <LaterQuestions answers={answers} set={set} today={status.today} />
          </EntryForm>
          <PracticeOffer />
        </div>
      </main>
    </div>
  )
}

function PracticeOffer() {
  const practice = useWrite('system.startPractice')
  return (
    <aside className={styles.practice} aria-labelledby="practice-title">
      <h2 id="practice-title">まずは練習から</h2>
      <p>架空のまち「青羽市」の協議体で、会議の準備から報告までを試せます。名簿も会議も入っています。</p>
      <p>練習のデータは別に置かれ、いつでも一度の操作で消せます。ほんとうの記録とは混ざりません。</p>
      <Button onPress={() => void practice.run({})} busy={practice.busy}>
        練習用の協議体でためす
      </Button>
      <ErrorNotice error={practice.error} />
      <HandoverOffer />
      <ShareOffer />
      <dl className={styles.calm}>
        <dt>どこにも送りません</dt>
        <dd>書いたものは、このパソコンの中だけに残ります。</dd>
        <dt>一行ごとに残ります</dt>
        <dd>保存の操作はいりません。控えも、つどいがとります。</dd>
      </dl>
    </aside>
  )
}
