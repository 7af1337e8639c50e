import { useMemo, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { FilteredList } from '#renderer/ui/filtered-list.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { ProposalRow } from '#shared/contract/proposal-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import type { CouncilId, ProposalId } from '#shared/domain/ids.ts'
import { proposalKindNames, proposalStateNames } from '#shared/domain/proposal.ts'
import { AdvocacyParts } from '../advocacy-parts.tsx'
import styles from '#renderer/ui/record-page.module.css'
import { OfficePaperView } from '../office-paper-view.tsx'
import { ProposalForm, proposalFormEnd, proposalFormId } from './proposal-form.tsx'
import { ProposalPane } from './proposal-pane.tsx'
import { ProposalStateChip } from './proposal-state.tsx'

type Doing = 'looking' | 'adding' | 'editing' | 'paper' | 'list'
type Shown = 'going-on' | 'waiting' | 'all'

function isShown(proposal: ProposalRow, shown: Shown): boolean {
  if (shown === 'waiting') return proposal.state === 'waiting'
  return shown === 'all' || proposal.state !== 'closed'
}

function searched({ title, addressee, answer, state }: ProposalRow): string {
  return [title, addressee, answer, proposalStateNames[state]].join(' ')
}

interface EditorProps {
  /** Null: a new one. */
  readonly proposalId: ProposalId | null
  readonly councilId: CouncilId
  readonly onBusy: (busy: boolean) => void
  readonly onDone: (proposalId: ProposalId) => void
}

function Editor({ proposalId, ...rest }: EditorProps) {
  if (proposalId === null) return <ProposalForm proposal={null} {...rest} />
  return <KnownEditor proposalId={proposalId} {...rest} />
}

function KnownEditor({ proposalId, ...rest }: EditorProps & { readonly proposalId: ProposalId }) {
  const proposal = useRead('proposals.get', { proposalId })
  return <Loaded read={proposal}>{(data) => <ProposalForm proposal={data} {...rest} />}</Loaded>
}

interface ActionsProps {
  readonly doing: Doing
  readonly chosen: ProposalRow | null
  readonly empty: boolean
  readonly busy: boolean
  readonly onDo: (doing: Doing) => void
}

function Actions({ doing, chosen, empty, busy, onDo }: ActionsProps) {
  if (doing === 'adding' || doing === 'editing') {
    return (
      <>
        <Button key="stop" onPress={() => onDo('looking')}>
          やめる
        </Button>
        <Button key="send" look="main" submits form={proposalFormId} id={proposalFormEnd} busy={busy}>
          {doing === 'adding' ? 'この提案・要望を残す' : 'この内容に直す'}
        </Button>
      </>
    )
  }
  return (
    <>
      <Button key="list" disabled={empty} onPress={() => onDo('list')}>
        一覧を印刷する
      </Button>
      <Button key="paper" disabled={chosen === null} onPress={() => onDo('paper')}>
        {chosen === null ? '書面を印刷する' : `${proposalKindNames[chosen.kind]}を印刷する`}
      </Button>
      <Button key="add" look="main" onPress={() => onDo('adding')}>
        提案・要望を書く
      </Button>
    </>
  )
}

/** 提案・要望: what groups and the council ask of the municipality, followed to its answer and beyond. */
export function ProposalsPage() {
  const { councilId, councils, today } = usePlace()
  const proposals = useRead('proposals.list', { councilId }, { keepLast: true })
  const [picked, setPicked] = useState<ProposalId | null>(null)
  const [shown, setShown] = useState<Shown>('going-on')
  const [doing, setDoing] = useState<Doing>('looking')
  const [busy, setBusy] = useState(false)
  const [returned, setReturned] = useState(false)
  const all = useMemo(() => proposals.data ?? [], [proposals.data])
  const rows = useMemo(() => all.filter((each) => isShown(each, shown)), [all, shown])
  const chosen = all.find((each) => each.id === picked) ?? rows[0] ?? null
  const waiting = all.filter((each) => each.state === 'waiting').length
  const home = councilId ?? councils[0]?.id
  const choose = (proposalId: ProposalId | null, focus = false): void => {
    setPicked(proposalId)
    setReturned(focus)
    setDoing('looking')
  }
  if (home === undefined) return null
  const paper =
    doing === 'list'
      ? { title: '提案・要望一覧', wanted: { name: 'proposal-list', councilId } as const }
      : doing === 'paper' && chosen !== null
        ? {
            title: `${proposalKindNames[chosen.kind]}　${chosen.title}`,
            wanted: { name: 'proposal', proposalId: chosen.id } as const,
          }
        : null
  return (
    <>
      <PageHead
        title="提案・要望"
        beside={<AdvocacyParts />}
        line={`団体や協議体から市へ出すもの。答えと、その後までを追います。${waiting === 0 ? '' : `答え待ちが${String(waiting)}件あります。`}`}
        actions={
          <Actions
            doing={doing}
            chosen={chosen}
            empty={all.length === 0}
            busy={busy}
            onDo={(next) => {
              setReturned(next === 'looking')
              setDoing(next)
            }}
          />
        }
      />
      <Loaded read={proposals}>
        {() =>
          paper !== null ? (
            <OfficePaperView {...paper} onClose={() => setDoing('looking')} />
          ) : (
            <div className={styles.split}>
              <FilteredList
                label="提案・要望"
                rows={rows}
                rowKey={(row) => row.id}
                searched={searched}
                title={(row) => row.title}
                under={(row) => (
                  <>
                    <ProposalStateChip proposal={row} today={today} />
                    <span>{row.addressee}</span>
                    <span>{formatMonthDay(row.handedOn ?? row.writtenOn)}</span>
                  </>
                )}
                chosen={chosen?.id ?? null}
                onChoose={(row) => choose(row.id)}
                filter={
                  <Select
                    label="どれを見るか"
                    labelUnseen
                    value={shown}
                    onChange={setShown}
                    choices={[
                      { value: 'going-on', label: '終わっていないもの' },
                      { value: 'waiting', label: '答え待ち' },
                      { value: 'all', label: 'すべて' },
                    ]}
                  />
                }
              />
              {doing !== 'looking' ? (
                <Editor
                  key={doing}
                  proposalId={doing === 'adding' ? null : (chosen?.id ?? null)}
                  councilId={home}
                  onBusy={setBusy}
                  onDone={(proposalId) => choose(proposalId, true)}
                />
              ) : chosen === null ? (
                <section className={styles.pane} aria-label="選んだ提案・要望">
                  <Empty next="会議の決定や発言から準備したことを結びつけると、書面に経過として載ります。">
                    まだ提案・要望がありません。「提案・要望を書く」から始めてください。
                  </Empty>
                </section>
              ) : (
                <ProposalPane
                  key={chosen.id}
                  proposalId={chosen.id}
                  takesFocus={returned}
                  onEdit={() => setDoing('editing')}
                  onGone={() => choose(null)}
                />
              )}
            </div>
          )
        }
      </Loaded>
    </>
  )
}
