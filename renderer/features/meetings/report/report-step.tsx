import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { FormSummary } from '#shared/contract/report-operations.ts'
import { LockedLine } from '../locked-line.tsx'
import { MeetingHead } from '../meeting-head.tsx'
import { MeetingPaperView } from '../meeting-paper-view.tsx'
import { AddForm } from './add-form.tsx'
import { Deadlines } from './deadlines.tsx'
import { FormReport } from './form-report.tsx'
import { OutList, type Out } from './out-list.tsx'
import { PublicMinutes } from './public-minutes.tsx'
import styles from './report.module.css'

/** The first thing to do: the city's form where there is one, else the minutes. */
function firstOut(forms: readonly FormSummary[]): Out {
  const form = forms[0]
  return form === undefined ? { what: 'paper', paper: 'minutes' } : { what: 'form', formId: form.id }
}

interface ChosenProps {
  readonly meeting: MeetingDetail
  readonly out: Out
  readonly forms: readonly FormSummary[]
  readonly onChoose: (out: Out) => void
  /** Where the main button of the page stands. */
  readonly mainPlace: HTMLElement | null
}

function Chosen({ meeting, out, forms, onChoose, mainPlace }: ChosenProps) {
  switch (out.what) {
    case 'paper':
      return out.paper === 'minutes-public' ? (
        <PublicMinutes meetingId={meeting.id} />
      ) : (
        <MeetingPaperView meetingId={meeting.id} paper={out.paper} />
      )
    case 'add-form':
      return <AddForm onAdded={(form) => onChoose({ what: 'form', formId: form.id })} />
    case 'form': {
      const form = forms.find((each) => each.id === out.formId)
      if (form === undefined) return <Empty>様式を読みなおしています。</Empty>
      return <FormReport key={form.id} meeting={meeting} form={form} mainPlace={mainPlace} />
    }
  }
}

/** 報告: what must go out, each with its preview, its check and, once handed in, the very file. */
export function ReportStep({ meeting }: { readonly meeting: MeetingDetail }) {
  const forms = useRead('forms.list', {})
  const [chosen, setChosen] = useState<Out | null>(null)
  const [mainPlace, setMainPlace] = useState<HTMLElement | null>(null)
  return (
    <>
      <MeetingHead
        meeting={meeting}
        step="report"
        line="出すものを選んで確かめ、印刷するか、市の様式に書きこんで提出として残します。"
        actions={<span ref={setMainPlace} />}
      />
      <LockedLine meeting={meeting} />
      <Deadlines meeting={meeting} />
      <Loaded read={forms}>
        {(list) => {
          const out = chosen ?? firstOut(list)
          return (
            <div className={styles.report}>
              <OutList meeting={meeting} forms={list} chosen={out} onChoose={setChosen} />
              <div className={styles.chosen}>
                <Chosen meeting={meeting} out={out} forms={list} onChoose={setChosen} mainPlace={mainPlace} />
              </div>
            </div>
          )
        }}
      </Loaded>
    </>
  )
}
