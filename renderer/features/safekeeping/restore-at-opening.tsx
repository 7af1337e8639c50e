import { useState } from 'react'
import type { BackupSummary } from '#shared/contract/safekeeping-operations.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { BackupTable } from './backup-table.tsx'
import { momentWords } from './backup-words.ts'
import { ContentsCompared } from './contents-compared.tsx'
import styles from './safekeeping.module.css'

/** Where the data are damaged: the newest backup that can be read, offered at once; the others below it. */
export function RestoreAtOpening({ onRestored }: { readonly onRestored: () => void }) {
  const list = useRead('safekeeping.listBackups', {})
  return <Loaded read={list}>{({ backups }) => <Offer backups={backups} onRestored={onRestored} />}</Loaded>
}

interface OfferProps {
  readonly backups: readonly BackupSummary[]
  readonly onRestored: () => void
}

function Offer({ backups, onRestored }: OfferProps) {
  const [chosen, setChosen] = useState<BackupSummary | null>(null)
  const restore = useWrite('safekeeping.restore')
  const backup = chosen ?? backups.find(({ contents }) => contents !== null)
  if (backup?.contents == null) {
    return (
      <Empty>
        このフォルダーには、読める控えがありません。別の場所（USBメモリーなど）に控えがないか確かめてください。
      </Empty>
    )
  }
  return (
    <>
      <Block
        title="控えから戻す"
        note={chosen === null ? 'いちばん新しい、読める控えです' : '選んだ控えです'}
      >
        <p className={styles.words}>
          {momentWords(backup.at)}
          の控えに戻します。いまの読めないファイルは、捨てずに「backups」の中へ移します。
        </p>
        <ContentsCompared now={null} backup={backup.contents} />
        <ErrorNotice error={restore.error} onClose={restore.forget} />
        <p className={styles.act}>
          <Button
            look="main"
            busy={restore.busy}
            onPress={() =>
              void restore.did({ file: backup.file }).then((done) => {
                if (done) onRestored()
              })
            }
          >
            この控えから戻して開く
          </Button>
        </p>
      </Block>
      {backups.length === 1 ? null : (
        <Block minor title="ほかの控え">
          <BackupTable backups={backups.filter(({ file }) => file !== backup.file)} onChoose={setChosen} />
        </Block>
      )}
    </>
  )
}
