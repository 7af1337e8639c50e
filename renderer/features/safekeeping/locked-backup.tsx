import { useState } from 'react'
import type { BackupSummary } from '#shared/contract/safekeeping-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { noProof, ProofField } from '#renderer/ui/proof-field.tsx'
import { momentWords } from './backup-words.ts'

interface LockedBackupProps {
  readonly backup: BackupSummary
  readonly onClose: () => void
  /** With what is in it, now that it can be read. */
  readonly onOpened: (backup: BackupSummary) => void
}

/** A backup under another password than today's: that password first, then what is in it, and only then the question whether to restore. */
export function LockedBackup({ backup, onClose, onOpened }: LockedBackupProps) {
  const [proof, setProof] = useState(noProof)
  const unlock = useWrite('safekeeping.unlockBackup')
  const open = async (): Promise<void> => {
    if (proof.secret === '') return
    const done = await unlock.attempt({ file: backup.file, proof })
    if (done.ok) onOpened(done.value)
  }
  return (
    <AskDialog
      open
      title={`${momentWords(backup.at)}の控えのパスワード`}
      yes="中身を見る"
      busy={unlock.busy}
      onClose={onClose}
      onYes={() => void open()}
    >
      <p>
        この控えは、いまとはちがうパスワードで暗号になっています。とったときのパスワードか、そのときの回復キーを入れてください。戻したあとは、いまの守りかた（いまのパスワード、またはパスワードなし）になります。
      </p>
      <ProofField
        value={proof}
        onChange={setProof}
        onEnter={() => void open()}
        label="控えをとったときのパスワード"
        autoFocus
      />
      <ErrorNotice error={unlock.error} />
    </AskDialog>
  )
}
