import type { SharingState } from '#shared/contract/sharing-operations.ts'
import { useSharing } from '#renderer/api/use-sharing.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { JoinBlock } from './join-block.tsx'
import { KeptWorkBlock } from './kept-work-block.tsx'
import { LeaveBlock } from './leave-block.tsx'
import { PenAction } from './pen-action.tsx'
import { PenBlock } from './pen-block.tsx'
import styles from './sharing.module.css'

/** 共有フォルダー: several PCs, one office, one at a time with the pen. */
export function SharingPage() {
  const state = useSharing()
  return (
    <>
      <PageHead
        title="共有フォルダー"
        line="何台かのPCで一つの記録を使います。書くのは一度に一台、ほかは見るだけです。控えもとってお使いください。"
        actions={state?.share == null ? undefined : <PenAction state={state} />}
      />
      {state === undefined ? null : <Parts state={state} />}
    </>
  )
}

function Parts({ state }: { readonly state: SharingState }) {
  return (
    <div className={styles.parts}>
      {state.share === null ? (
        <JoinBlock />
      ) : (
        <>
          <PenBlock state={state} share={state.share} />
          {state.keptWork === 0 ? null : <KeptWorkBlock mayEdit={state.mayEdit} />}
          <LeaveBlock />
        </>
      )}
    </div>
  )
}
