import { useState } from 'react'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { OfferedGroupImport } from '#shared/contract/organization-operations.ts'
import type { ImportOutcome, OfferedImport } from '#shared/contract/roster-operations.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { ColumnChoice } from '#shared/domain/import-plan.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { ChooseStep } from './choose-step.tsx'
import type { GroupWish } from './group-columns.tsx'
import { GroupImport } from './group-import.tsx'
import { ImportSteps, type ImportStep } from './import-steps.tsx'
import { OutcomeStep } from './outcome-step.tsx'
import styles from './roster-import.module.css'
import { type Choices, proposedChoices, toImportChoices } from './row-choices.ts'
import { RowsStep } from './rows-step.tsx'
import { SummaryStep } from './summary-step.tsx'
import { TableStep } from './table-step.tsx'

interface Reading {
  readonly file: OfferedFile
  readonly plan: OfferedImport
  /** What a row changes depends on the council whose seats it is held against. */
  readonly councilId: CouncilId | null
}

interface GroupReading {
  readonly file: OfferedFile
  readonly plan: OfferedGroupImport
}

interface TableWish {
  readonly headerRow: number | null
  readonly mapping: readonly ColumnChoice[] | null
}
/** A plan of 20,000 rows comes in pages: handed over whole, it would keep the program from answering. */
const rowsAtOnce = 2000

/** Refusals that a reason lets pass. */
const asksForReason: ReadonlySet<string> = new Set(['seat-limit', 'terms-overlap', 'council-without-members'])
const asFound: TableWish = { headerRow: null, mapping: null }

/** 名簿を取り込む: a file, its table, its rows, and only then the writing. */
export function RosterImportPage() {
  const { councilId } = usePlace()
  const files = useFiles()
  const planning = useWrite('imports.plan')
  const readingOn = useWrite('imports.rows')
  const applying = useWrite('imports.apply')
  const [step, setStep] = useState<ImportStep>('choose')
  const [reading, setReading] = useState<Reading | null>(null)
  const [choices, setChoices] = useState<Choices>(new Map())
  const planningGroups = useWrite('organizations.planImport')
  const [groupReading, setGroupReading] = useState<GroupReading | null>(null)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const [despite, setDespite] = useState('')

  const takingText = useWrite('imports.takeText')
  const read = async (
    file: OfferedFile,
    sheet: string | null,
    goTo: ImportStep,
    wish: TableWish = asFound,
  ): Promise<void> => {
    const done = await planning.attempt({
      file: file.token,
      sheet,
      councilId,
      headerRow: wish.headerRow,
      mapping: wish.mapping === null ? null : [...wish.mapping],
      firstRows: rowsAtOnce,
    })
    if (!done.ok) return
    const rows = [...done.value.rows]
    while (rows.length < done.value.rowCount) {
      const { fingerprint } = done.value
      const more = await readingOn.attempt({ fingerprint, from: rows.length, count: rowsAtOnce })
      if (!more.ok) return
      rows.push(...more.value)
    }
    const plan = { ...done.value, rows }
    setReading({ file, plan, councilId })
    setChoices(proposedChoices(plan))
    setOutcome(null)
    setDespite('')
    setStep(goTo)
  }
  const choose = async (): Promise<void> => {
    planning.forget()
    applying.forget()
    const file = await files.choose('roster')
    if (file !== null) await take(file)
  }
  const paste = async (text: string): Promise<void> => {
    planning.forget()
    applying.forget()
    const file = await takingText.run({ text })
    if (file !== null) await take(file)
  }
  const take = async (file: OfferedFile): Promise<void> => {
    // A list of groups is told from one of people by its headings.
    const groups = await planningGroups.attempt({ file: file.token, sheet: null })
    setGroupReading(groups.ok && groups.value !== null ? { file, plan: groups.value } : null)
    if (groups.ok && groups.value === null) await read(file, null, 'table')
  }
  const readGroups = async (
    { file, plan }: GroupReading,
    { headerRow, mapping }: GroupWish,
  ): Promise<void> => {
    const groups = await planningGroups.attempt({
      file: file.token,
      sheet: plan.sheet,
      headerRow,
      mapping: mapping === null ? null : [...mapping],
    })
    if (groups.ok && groups.value !== null) setGroupReading({ file, plan: groups.value })
  }
  const apply = async (): Promise<void> => {
    if (reading === null) return
    const done = await applying.attempt({
      file: reading.file.token,
      sheet: reading.plan.sheet,
      councilId: reading.councilId,
      headerRow: reading.plan.headerRow,
      mapping: [...reading.plan.mapping],
      fingerprint: reading.plan.fingerprint,
      ...toImportChoices(reading.plan, choices),
      despite,
    })
    if (done.ok) setOutcome(done.value)
  }
  // Another council was chosen above: what a row would change is held against other seats, and is read anew.
  const stale = reading !== null && outcome === null && reading.councilId !== councilId
  const busy = files.busy || planning.busy || readingOn.busy || planningGroups.busy || takingText.busy
  if (groupReading !== null) {
    return (
      <GroupImport
        key={groupReading.file.token}
        file={groupReading.file}
        plan={groupReading.plan}
        onOtherFile={() => void choose()}
        error={planningGroups.error}
        busy={planningGroups.busy}
        onWish={(wish) => void readGroups(groupReading, wish)}
      />
    )
  }
  return (
    <>
      <PageHead
        title="名簿を取り込む"
        place={outcome === null ? step : 'done'}
        steps={
          <ImportSteps
            step={step}
            plan={reading?.plan ?? null}
            choices={choices}
            done={outcome !== null}
            onGo={setStep}
          />
        }
        actions={
          <MainButton
            stale={stale}
            onReadAnew={() => {
              if (reading !== null) void read(reading.file, reading.plan.sheet, 'rows', reading.plan)
            }}
            step={step}
            done={outcome !== null}
            busy={busy || applying.busy}
            onChoose={() => void choose()}
            onGo={setStep}
            onApply={() => void apply()}
          />
        }
      />
      <div className={styles.notices}>
        <ErrorNotice
          error={
            files.error ??
            takingText.error ??
            planningGroups.error ??
            planning.error ??
            readingOn.error ??
            applying.error
          }
        />
        {stale && !busy ? (
          <Notice mark="lacking">
            上で協議体が変わりました。席と見くらべなおすために、行を読みなおします。
          </Notice>
        ) : null}
      </div>
      {step === 'choose' || reading === null ? (
        <ChooseStep file={reading?.file ?? null} busy={busy} onPaste={(text) => void paste(text)} />
      ) : step === 'table' ? (
        <TableStep
          plan={reading.plan}
          busy={busy}
          onWish={(wish) => void read(reading.file, reading.plan.sheet, 'table', wish)}
          onSheet={(sheet) => void read(reading.file, sheet, 'table')}
          onOtherFile={() => void choose()}
        />
      ) : step === 'rows' ? (
        <RowsStep plan={reading.plan} choices={choices} onChange={setChoices} />
      ) : outcome === null ? (
        <SummaryStep
          plan={reading.plan}
          choices={choices}
          despite={{
            text: despite,
            asked: asksForReason.has(applying.error?.code ?? ''),
            onChange: setDespite,
          }}
          onBack={() => setStep('rows')}
        />
      ) : (
        <OutcomeStep outcome={outcome} />
      )}
    </>
  )
}

interface MainButtonProps {
  readonly stale: boolean
  readonly onReadAnew: () => void
  readonly step: ImportStep
  readonly done: boolean
  readonly busy: boolean
  readonly onChoose: () => void
  readonly onGo: (step: ImportStep) => void
  readonly onApply: () => void
}

/** Each a button of its own (by key): the press that opens a step must not press the button that comes into its place. */
function MainButton(props: MainButtonProps) {
  const { stale, onReadAnew, step, done, busy, onChoose, onGo, onApply } = props
  if (done) {
    return (
      <ButtonLink look="main" to="/roster">
        名簿をひらく
      </ButtonLink>
    )
  }
  if (stale && step !== 'choose') {
    return (
      <Button key="anew" look="main" onPress={onReadAnew} busy={busy}>
        この協議体で読みなおす
      </Button>
    )
  }
  switch (step) {
    case 'choose':
      return (
        <Button key="choose" look="main" onPress={onChoose} busy={busy}>
          ファイルを選ぶ
        </Button>
      )
    case 'table':
      return (
        <Button key="table" look="main" onPress={() => onGo('rows')} busy={busy}>
          この表で進む
        </Button>
      )
    case 'rows':
      return (
        <Button key="rows" look="main" onPress={() => onGo('apply')}>
          書くことを確かめる
        </Button>
      )
    case 'apply':
      return (
        <Button key="apply" look="main" onPress={onApply} busy={busy}>
          この内容で取り込む
        </Button>
      )
  }
}
