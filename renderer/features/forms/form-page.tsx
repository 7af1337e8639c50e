import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { StepBar, type Step } from '#renderer/ui/step-bar.tsx'
import type { MappingDesk } from '#shared/contract/mapping-operations.ts'
import { type FormId, isId } from '#shared/domain/ids.ts'
import styles from './forms.module.css'
import { CheckStep } from './hand/check-step.tsx'
import { SubmitStep } from './hand/submit-step.tsx'
import { useHandIn } from './hand/use-hand-in.ts'
import { KeepStep } from './keep/keep-step.tsx'
import { MapStep } from './map/map-step.tsx'
import { useMapping } from './map/use-mapping.ts'
import { SubjectField, useSubject } from './subject-field.tsx'

const steps = ['keep', 'map', 'check', 'submit'] as const
type FormStep = (typeof steps)[number]
const stepNames: Readonly<Record<FormStep, string>> = {
  keep: '読み込む',
  map: '欄をつなぐ',
  check: '提出前チェック',
  submit: '提出',
}
const lines: Readonly<Record<FormStep, string>> = {
  keep: 'この様式の名前、ファイル名、版。次の事務局に渡すファイルも、ここで作ります。',
  map: '欄を選んで、左の項目からつなぎます。ほんとうの値が、そのまま見えています。',
  check: '出す前に、入りきらない文や、見せてはいけないものがないかを確かめます。',
  submit: '出したファイルをそのまま残します。いつでも、同じファイルを取り出せます。',
}

function isFormId(text: string | undefined): text is FormId {
  return text !== undefined && isId(text)
}

/** One city form: taken in, mapped, checked, handed in. */
export function FormPage() {
  const { formId, step } = useParams({ strict: false })
  const desk = useRead(
    'mappings.open',
    // Without a form nothing is asked.
    { formId: (formId ?? '') as FormId },
    { when: isFormId(formId) },
  )
  if (!isFormId(formId)) return <Empty next="帳票から選び直してください。">この様式はありません。</Empty>
  return (
    <Loaded read={desk}>
      {(data) => (
        <OneForm
          key={`${formId}${data.form.fileName}${data.mapping.kind}`}
          desk={data}
          step={steps.find((each) => each === step) ?? 'map'}
        />
      )}
    </Loaded>
  )
}

function noteOf(step: FormStep, desk: MappingDesk, count: number, handed: number): string {
  if (step === 'keep') return `第${String(desk.version)}版`
  if (step === 'map') return count === 0 ? 'まだ' : `${String(count)}か所`
  return step === 'submit' && handed > 0 ? `${String(handed)}回` : ''
}

function OneForm({ desk, step }: { readonly desk: MappingDesk; readonly step: FormStep }) {
  const work = useMapping(desk.form.id, desk.mapping)
  const { today } = usePlace()
  const subject = useSubject(desk.mapping.kind)
  const hand = useHandIn(desk.form.id, subject.chosen, today)
  const submissions = useRead('handIns.list', { formId: desk.form.id })
  const [mainPlace, setMainPlace] = useState<HTMLElement | null>(null)
  const count = work.mapping.entries.length + work.mapping.blocks.length
  const handed = submissions.data?.length ?? 0
  const now = steps.indexOf(step)
  const bar = steps.map((each, at): Step => ({
    key: each,
    name: stepNames[each],
    note: noteOf(each, desk, count, handed),
    state: each === step ? 'now' : at < now || (each === 'map' && count > 0) ? 'done' : 'later',
    link: { to: '/reports/forms/$formId/$step', params: { formId: desk.form.id, step: each } },
  }))
  const next = steps[now + 1]
  return (
    <>
      <PageHead
        title={work.mapping.name}
        titleText={`${work.mapping.name}　${stepNames[step]}`}
        steps={<StepBar label="様式の段取り" steps={bar} />}
        actions={
          next === undefined ? (
            <span ref={setMainPlace} />
          ) : (
            <ButtonLink
              look="main"
              to="/reports/forms/$formId/$step"
              params={{ formId: desk.form.id, step: next }}
            >
              {stepNames[next]}へ
            </ButtonLink>
          )
        }
        place={step}
      />
      <div className={styles.line}>
        <span>{lines[step]}</span>
        {step === 'keep' ? null : <SubjectField kind={desk.mapping.kind} subject={subject} />}
      </div>
      {step === 'map' ? <MapStep desk={desk} work={work} subject={subject.chosen} /> : null}
      {step === 'check' ? <CheckStep hand={hand} /> : null}
      {step === 'submit' ? (
        <SubmitStep
          hand={hand}
          subject={subject}
          kind={desk.mapping.kind}
          submissions={submissions.data ?? []}
          mainPlace={mainPlace}
        />
      ) : null}
      {step === 'keep' ? <KeepStep desk={desk} work={work} /> : null}
    </>
  )
}
