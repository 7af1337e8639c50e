import { useState } from 'react'
import type { StageStep } from '#shared/contract/council-board-operations.ts'
import { councilStageNames, councilStages, type CouncilStage } from '#shared/domain/council.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './stages.module.css'

/** 情報交換の場 → 準備会 → 設置: when each step was taken, and the paper behind it. */
export function StageSteps({ councilId }: { readonly councilId: CouncilId }) {
  const steps = useRead('councilBoard.steps', { councilId })
  return (
    <Block
      title="設置の段階"
      more={
        <ButtonLink look="quiet" to="/settings/board">
          圏域ごとに見る
        </ButtonLink>
      }
    >
      <Loaded read={steps}>
        {(rows) =>
          councilStages.map((stage) => {
            const step = rows.find((each) => each.stage === stage) ?? null
            return (
              <Step
                key={`${stage}${step?.startedOn ?? ''}${step?.document ?? ''}${step === null}`}
                councilId={councilId}
                stage={stage}
                step={step}
                only={rows.length === 1}
              />
            )
          })
        }
      </Loaded>
    </Block>
  )
}

interface StepProps {
  readonly councilId: CouncilId
  readonly stage: CouncilStage
  readonly step: StageStep | null
  readonly only: boolean
}

function Step({ councilId, stage, step, only }: StepProps) {
  const { today } = usePlace()
  const [startedOn, setStartedOn] = useState(step?.startedOn ?? null)
  const [document, setDocument] = useState(step?.document ?? '')
  const save = useWrite('councilBoard.setStep')
  const remove = useWrite('councilBoard.removeStep')
  const tell = useTell()
  const name = councilStageNames[stage]
  const send = async (): Promise<void> => {
    if (!(await save.did({ councilId, stage, startedOn, document }))) return
    tell({
      text: `「${name}」を記しました。`,
      undo: () => (step === null ? remove.run({ councilId, stage }) : save.run({ councilId, ...step })),
    })
  }
  const takeOff = async (): Promise<void> => {
    if (step === null || !(await remove.did({ councilId, stage }))) return
    tell({ text: `「${name}」を消しました。`, undo: () => save.run({ councilId, ...step }) })
  }
  return (
    <div className={styles.step}>
      <b className={styles.stageName}>{name}</b>
      <JapaneseDateField label={`${name}になった日`} near={today} value={startedOn} onChange={setStartedOn} />
      <TextField
        label={`${name}のもとになった書類`}
        value={document}
        onChange={setDocument}
        placeholder="設置要綱、第3回の議事録 など"
      />
      <span className={styles.actions}>
        <Button small busy={save.busy} label={`${name}を記す`} onPress={() => void send()}>
          {step === null ? 'この段階を記す' : '直す'}
        </Button>
        {step === null || only ? null : (
          <Button look="quiet" label={`${name}を消す`} onPress={() => void takeOff()}>
            消す
          </Button>
        )}
      </span>
      <ErrorNotice error={save.error ?? remove.error} />
    </div>
  )
}
