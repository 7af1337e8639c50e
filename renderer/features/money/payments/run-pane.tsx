import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type {
  Payment,
  PaymentLine,
  RunDetail,
  RunState,
  UnpaidLine,
} from '#shared/contract/allowance-operations.ts'
import type { OfficePaper } from '#shared/contract/office-paper-operations.ts'
import { unpaidReasonNames } from '#shared/domain/allowance.ts'
import { formatMonthDay, formatWareki } from '#shared/domain/calendar-date.ts'
import type { PaymentRunId } from '#shared/domain/ids.ts'
import { yenWords } from '#shared/domain/yen.ts'
import record from '#renderer/ui/record-page.module.css'
import { LineForm } from './line-form.tsx'
import { PaymentTable } from './payment-table.tsx'

const states: Readonly<Record<RunState, readonly [MarkKind, string]>> = {
  draft: ['soon', 'まだ締めていません'],
  closed: ['done', '締めました'],
  replaced: ['none', '作りなおしました'],
}

export function RunStateChip({ state }: { readonly state: RunState }) {
  const [mark, words] = states[state]
  return <Chip mark={mark}>{words}</Chip>
}

export interface RunPaneProps {
  readonly runId: PaymentRunId
  readonly onPaper: (paper: OfficePaper) => void
  readonly onChoose: (runId: PaymentRunId | null) => void
}

export function RunPane({ runId, ...rest }: RunPaneProps) {
  const run = useRead('payments.getRun', { runId }, { keepLast: true })
  return <Loaded read={run}>{(data) => <Shown run={data} {...rest} />}</Loaded>
}

function reasonWords({ reason }: UnpaidLine): string {
  return reason === 'already-paid' ? 'ほかの支払いで済み' : unpaidReasonNames[reason]
}

/** Who gets nothing, and why: nobody is left out without a word. */
function UnpaidLines({ unpaid }: { readonly unpaid: readonly UnpaidLine[] }) {
  if (unpaid.length === 0) return null
  const unmarked = unpaid.filter(({ reason }) => reason === 'unmarked' || reason === 'no-rule')
  return (
    <Block title="支給のない方" note={`${String(unpaid.length)}件`} minor className={record.block}>
      {unmarked.length === 0 ? null : (
        <Notice mark="lacking">
          <p>出欠が未記入の方、きまりのない役割の方がいます。締める前に確かめてください。</p>
        </Notice>
      )}
      <ul className={record.lines}>
        {unpaid.map((line) => (
          <li key={line.attendanceId}>
            <span className={record.wide}>
              {line.name}　{formatMonthDay(line.heldOn)}
            </span>
            <Chip mark={line.reason === 'unmarked' || line.reason === 'no-rule' ? 'lacking' : 'none'}>
              {reasonWords(line)}
            </Chip>
          </li>
        ))}
      </ul>
    </Block>
  )
}

function KeptFiles({ run }: { readonly run: RunDetail }) {
  const get = useWrite('payments.getFile')
  const files = useFiles()
  if (run.files.length === 0) return null
  return (
    <Block title="残してあるファイル" minor className={record.block}>
      <ErrorNotice error={get.error ?? files.error} />
      <ul className={record.lines}>
        {run.files.map((file) => (
          <li key={file.id}>
            <span className={record.wide}>
              {file.kind === 'list' ? '締めたときの支払調書' : '銀行に出す振込のファイル'}　{file.name}
            </span>
            <span>{formatWareki(file.madeOn)}</span>
            <Button
              small
              busy={get.busy}
              label={`${file.name}を取り出す`}
              onPress={() =>
                void get.run({ fileId: file.id }).then((found) => {
                  if (found !== null) void files.save(found.token)
                })
              }
            >
              取り出す
            </Button>
          </li>
        ))}
      </ul>
    </Block>
  )
}

function CloseButton({ run }: { readonly run: RunDetail }) {
  const [asking, setAsking] = useState(false)
  const close = useWrite('payments.closeRun')
  return (
    <>
      <Button small disabled={run.payments.length === 0} onPress={() => setAsking(true)}>
        この支払いを締める
      </Button>
      <AskDialog
        open={asking}
        title="この支払いを締めますか"
        yes="締める"
        busy={close.busy}
        onClose={() => setAsking(false)}
        onYes={() =>
          void close.attempt({ runId: run.id }).then((done) => {
            if (done.ok) setAsking(false)
          })
        }
      >
        <p>
          {run.totals.people}名、差引支給額の合計 {yenWords(run.totals.net)}
          を、支払調書といっしょに固めます。
        </p>
        <p>締めたあとは、出席簿やきまりを直しても、この数字は変わりません。</p>
        <ErrorNotice error={close.error} />
      </AskDialog>
    </>
  )
}

function ReopenButton({
  run,
  onChoose,
}: {
  readonly run: RunDetail
  readonly onChoose: RunPaneProps['onChoose']
}) {
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState('')
  const reopen = useWrite('payments.reopenRun')
  return (
    <>
      <Button look="quiet" onPress={() => setAsking(true)}>
        開きなおす
      </Button>
      <AskDialog
        open={asking}
        title="この支払いを作りなおしますか"
        yes="作りなおす"
        busy={reopen.busy}
        onClose={() => setAsking(false)}
        onYes={() => {
          if (because.trim() === '') return
          void reopen.run({ runId: run.id, because }).then((opened) => {
            if (opened === null) return
            setAsking(false)
            onChoose(opened.runId)
          })
        }}
      >
        <p>締めたものはそのまま残り、新しい支払いとして作りなおします。</p>
        <TextField label="作りなおすわけ" autoFocus value={because} onChange={setBecause} />
        <ErrorNotice error={reopen.error} />
      </AskDialog>
    </>
  )
}

function TransferButton({ run }: { readonly run: RunDetail }) {
  const make = useWrite('payments.makeTransfer')
  const files = useFiles()
  const tell = useTell()
  const take = async (): Promise<void> => {
    const file = await make.run({ runId: run.id })
    if (file !== null && (await files.save(file.token)) === 'saved')
      tell({ text: '銀行に出す振込のファイル（全銀 総合振込）を作りました。' })
  }
  return (
    <>
      <Button small busy={make.busy} onPress={() => void take()}>
        振込のファイルを作る
      </Button>
      <ErrorNotice error={make.error ?? files.error} />
    </>
  )
}

function RemoveButton({
  run,
  onChoose,
}: {
  readonly run: RunDetail
  readonly onChoose: RunPaneProps['onChoose']
}) {
  const remove = useWrite('payments.removeRun')
  const tell = useTell()
  const takeAway = async (): Promise<void> => {
    if (!(await remove.did({ runId: run.id }))) return
    tell({
      text:
        run.replacesId === null
          ? `「${run.title}」をやめました。`
          : '作りなおすのをやめました。前に締めた支払いが、そのまま有効です。',
    })
    onChoose(run.replacesId)
  }
  return (
    <>
      <Button look="quiet" busy={remove.busy} onPress={() => void takeAway()}>
        {run.replacesId === null ? 'この支払いをやめる' : '作りなおすのをやめる'}
      </Button>
      <ErrorNotice error={remove.error} />
    </>
  )
}

/** One run: what each is paid, who is not, its papers and its files. */
function Shown({ run, onPaper, onChoose }: Omit<RunPaneProps, 'runId'> & { readonly run: RunDetail }) {
  const [changing, setChanging] = useState<readonly [Payment, PaymentLine] | null>(null)
  return (
    <section className={record.pane} aria-label="選んだ支払い">
      <p className="sub">
        {run.councilName}　支払日 {formatWareki(run.payOn)}
        {run.closedOn === null ? '' : `　${formatWareki(run.closedOn)}に${run.closedBy}が締めました`}
      </p>
      <div className={record.head}>
        <h2>{run.title}</h2>
        <span className={record.actions}>
          <RunStateChip state={run.state} />
          {run.state === 'draft' ? <CloseButton run={run} /> : null}
          {run.state === 'closed' ? <TransferButton run={run} /> : null}
          <Button
            small
            disabled={run.payments.length === 0}
            onPress={() => onPaper({ name: 'payment-list', runId: run.id })}
          >
            支払調書
          </Button>
          <Button
            small
            disabled={run.totals.net === 0}
            onPress={() => onPaper({ name: 'receipts', runId: run.id })}
          >
            領収書
          </Button>
          {run.state === 'closed' ? <ReopenButton run={run} onChoose={onChoose} /> : null}
          {run.state === 'draft' ? <RemoveButton run={run} onChoose={onChoose} /> : null}
        </span>
      </div>
      {run.reopenedBecause === '' ? null : (
        <p className="sub">前に締めたものを作りなおしています。わけ：{run.reopenedBecause}</p>
      )}
      {run.replacedById === null ? null : (
        <Notice
          mark="changed"
          actions={
            <Button small onPress={() => onChoose(run.replacedById)}>
              新しいほうを見る
            </Button>
          }
        >
          <p>この支払いは作りなおされました。ここにあるのは、前に締めたときのままの数字です。</p>
        </Notice>
      )}
      {changing === null ? null : (
        <LineForm
          key={changing[1].attendanceId}
          runId={run.id}
          payment={changing[0]}
          line={changing[1]}
          onDone={() => setChanging(null)}
        />
      )}
      <PaymentTable run={run} onChange={(payment, line) => setChanging([payment, line])} />
      <UnpaidLines unpaid={run.unpaid} />
      <KeptFiles run={run} />
    </section>
  )
}
