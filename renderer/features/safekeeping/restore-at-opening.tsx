import { useState } from 'react'
import type { BackupSummary, DataContents } from '#shared/contract/safekeeping-operations.ts'
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
import { LockedBackup } from './locked-backup.tsx'
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
  const [locked, setLocked] = useState<BackupSummary | null>(null)
  const backup = chosen ?? backups.find(({ contents }) => contents !== null)
  const others = backups.filter(({ file }) => file !== backup?.file)
  return (
    <>
      {backup?.contents == null ? (
        <Empty>
          {others.some((other) => other.locked)
            ? '控えは、いまとはちがうパスワードで守られています。下から選び、とったときのパスワードを入れてください。'
            : 'このフォルダーには、読める控えがありません。別の場所（USBメモリーなど）に控えがないか確かめてください。'}
        </Empty>
      ) : (
        <Chosen
          backup={backup}
          contents={backup.contents}
          note={chosen === null ? 'いちばん新しい、読める控えです' : '選んだ控えです'}
          onRestored={onRestored}
        />
      )}
      {others.length === 0 ? null : (
        <Block minor title="ほかの控え">
          <BackupTable
            backups={others}
            onChoose={(other) => (other.locked ? setLocked(other) : setChosen(other))}
          />
        </Block>
      )}
      {locked === null ? null : (
        <LockedBackup
          backup={locked}
          onClose={() => setLocked(null)}
          onOpened={(opened) => {
            setLocked(null)
            setChosen(opened)
          }}
        />
      )}
    </>
  )
}

interface ChosenProps {
  readonly backup: BackupSummary
  readonly contents: DataContents
  readonly note: string
  readonly onRestored: () => void
}

function Chosen({ backup, contents, note, onRestored }: ChosenProps) {
  const restore = useWrite('safekeeping.restore')
  return (
    <Block title="控えから戻す" note={note}>
      <p className={styles.words}>
        {momentWords(backup.at)}
        の控えに戻します。いまの読めないファイルは、捨てずに「backups」の中へ移します。
      </p>
      <ContentsCompared now={null} backup={contents} />
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
  )
}
