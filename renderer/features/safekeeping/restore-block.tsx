import { useState } from 'react'
import type { BackupList, BackupSummary } from '#shared/contract/safekeeping-operations.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Block } from '#renderer/ui/block.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import { BackupTable } from './backup-table.tsx'
import { momentWords } from './backup-words.ts'
import { ContentsCompared } from './contents-compared.tsx'
import { LockedBackup } from './locked-backup.tsx'

/** 控えに戻す: each backup with what is in it; what would be replaced is shown, kept, and can be brought back. */
export function RestoreBlock() {
  const list = useRead('safekeeping.listBackups', {})
  return (
    <Block title="控え" note="選ぶと、いまのデータとくらべてから戻せます">
      <Loaded read={list}>{(data) => <Restorable list={data} />}</Loaded>
    </Block>
  )
}

function Restorable({ list }: { readonly list: BackupList }) {
  const [chosen, setChosen] = useState<BackupSummary | null>(null)
  const restore = useWrite('safekeeping.restore')
  const tell = useTell()
  const bringBack = async (backup: BackupSummary): Promise<void> => {
    const done = await restore.attempt({ file: backup.file })
    if (!done.ok) return
    setChosen(null)
    const { kept } = done.value
    tell({
      text: `${momentWords(backup.at)}の控えに戻しました。戻す前のデータも、控えとして残してあります。`,
      ...(kept === null ? {} : { undo: () => restore.run({ file: kept }) }),
    })
  }
  if (list.backups.length === 0) {
    return <Empty>控えはまだありません。終えるときと、次に始めるときに、つどいがとります。</Empty>
  }
  return (
    <>
      <BackupTable backups={list.backups} onChoose={setChosen} />
      {chosen?.locked === true ? (
        <LockedBackup backup={chosen} onOpened={setChosen} onClose={() => setChosen(null)} />
      ) : null}
      {chosen?.contents == null ? null : (
        <AskDialog
          open
          title={`${momentWords(chosen.at)}の控えに戻しますか`}
          yes="この控えに戻す"
          busy={restore.busy}
          onClose={() => {
            setChosen(null)
            restore.forget()
          }}
          onYes={() => void bringBack(chosen)}
        >
          <p>
            いまのデータは、この控えの中身に置きかわります。いまのデータも控えとして残すので、あとで元に戻せます。
          </p>
          <ContentsCompared now={list.now} backup={chosen.contents} />
          <ErrorNotice error={restore.error} />
        </AskDialog>
      )}
    </>
  )
}
