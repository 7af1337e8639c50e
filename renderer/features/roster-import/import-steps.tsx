import type { ImportPlan } from '#shared/domain/import-plan.ts'
import { type Step, StepBar } from '#renderer/ui/step-bar.tsx'
import { type Choices, summarize } from './row-choices.ts'

export type ImportStep = 'choose' | 'table' | 'rows' | 'apply'

const order: readonly ImportStep[] = ['choose', 'table', 'rows', 'apply']
const names: Readonly<Record<ImportStep, string>> = {
  choose: 'ファイルを選ぶ',
  table: '表をたしかめる',
  rows: '行をたしかめる',
  apply: '取り込む',
}

export interface ImportStepsProps {
  readonly step: ImportStep
  readonly plan: ImportPlan | null
  readonly choices: Choices
  /** It has been written: nothing can be gone back to. */
  readonly done: boolean
  readonly onGo: (step: ImportStep) => void
}

function noteOf(step: ImportStep, { plan, choices, done }: ImportStepsProps): string | undefined {
  if (plan === null) return undefined
  if (step === 'rows') {
    const { undecided } = summarize(plan, choices)
    return undecided.length === 0 ? undefined : `残り ${undecided.length}`
  }
  return step === 'apply' ? (done ? '済み' : 'まだ') : undefined
}

/** The four steps; those that have been reached can be gone back to. */
export function ImportSteps(props: ImportStepsProps) {
  const now = order.indexOf(props.step)
  const steps = order.map((key, position): Step => {
    const note = noteOf(key, props)
    const reachable = props.plan !== null && !props.done && position !== now
    const state = position === now ? 'now' : position < now && !note?.startsWith('残り') ? 'done' : 'later'
    return {
      key,
      name: names[key],
      state,
      ...(note === undefined ? {} : { note }),
      ...(reachable ? { onChoose: () => props.onGo(key) } : {}),
    }
  })
  return <StepBar label="取り込みの段どり" steps={steps} />
}
