import { useEffect, useRef } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { ProposalDetail } from '#shared/contract/proposal-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { ProposalId } from '#shared/domain/ids.ts'
import { proposalKindNames } from '#shared/domain/proposal.ts'
import styles from '#renderer/ui/record-page.module.css'
import { ProposalLinks } from './proposal-links.tsx'
import { ProposalProgress } from './proposal-progress.tsx'
import { ProposalStateChip } from './proposal-state.tsx'
import { ProposalSteps } from './proposal-steps.tsx'

export interface ProposalPaneProps {
  readonly proposalId: ProposalId
  readonly takesFocus: boolean
  readonly onEdit: () => void
  readonly onGone: () => void
}

/** One proposal: what it asks, where it was prepared, what came of it. */
export function ProposalPane({ proposalId, ...rest }: ProposalPaneProps) {
  const proposal = useRead('proposals.get', { proposalId }, { keepLast: true })
  return (
    <section className={styles.pane} aria-label="選んだ提案・要望">
      <Loaded read={proposal}>{(data) => <Shown proposal={data} {...rest} />}</Loaded>
    </section>
  )
}

function factsOf(proposal: ProposalDetail) {
  const written: readonly (readonly [string, string])[] = [
    ['文書番号', proposal.documentNumber],
    ['趣旨', proposal.reason],
    ['求めること', proposal.asks],
  ]
  return [
    { name: '宛先', value: proposal.addressee === '' ? 'まだ決めていません' : proposal.addressee },
    { name: '日付', value: formatWareki(proposal.writtenOn) },
    ...written.flatMap(([name, value]) =>
      value === '' ? [] : [{ name, value: <span className={styles.words}>{value}</span> }],
    ),
    {
      name: '名をつらねる団体',
      value:
        proposal.signatories.length === 0 ? (
          'まだ入れていません'
        ) : (
          <span className={styles.words}>
            {proposal.signatories
              .map(({ name, post, person }) => [name, post, person].filter((each) => each !== '').join('　'))
              .join('\n')}
          </span>
        ),
    },
  ]
}

function Shown({
  proposal,
  takesFocus,
  onEdit,
  onGone,
}: Omit<ProposalPaneProps, 'proposalId'> & { readonly proposal: ProposalDetail }) {
  const { today } = usePlace()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const remove = useWrite('proposals.remove')
  const restore = useWrite('proposals.restore')
  const tell = useTell()
  const takeAway = async (): Promise<void> => {
    if (!(await remove.did({ proposalId: proposal.id }))) return
    tell({
      text: `「${proposal.title}」を一覧から外しました。`,
      undo: () => restore.run({ proposalId: proposal.id }),
    })
    onGone()
  }
  return (
    <>
      <p className="sub">
        {proposalKindNames[proposal.kind]}　{proposal.councilName}
      </p>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {proposal.title}
        </h2>
        <span className={styles.actions}>
          <ProposalStateChip proposal={proposal} today={today} />
          <Button look="quiet" label="この提案・要望を直す" onPress={onEdit}>
            直す
          </Button>
          <Button look="quiet" label="この提案・要望を外す" onPress={() => void takeAway()}>
            外す
          </Button>
        </span>
      </div>
      <ErrorNotice error={remove.error} />
      <Facts facts={factsOf(proposal)} />
      <ProposalProgress key={`${proposal.id}${proposal.state}`} proposal={proposal} />
      <ProposalSteps proposal={proposal} />
      <ProposalLinks proposal={proposal} />
    </>
  )
}
