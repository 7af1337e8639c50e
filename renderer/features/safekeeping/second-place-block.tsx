import { useState } from 'react'
import { folderChooser } from '#renderer/api/choose-folder.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { FolderField, folderFrom } from '#renderer/ui/folder-field.tsx'
import { momentWords } from './backup-words.ts'
import styles from './safekeeping.module.css'

/** 二つめの場所: where backups go besides, so that one broken disk does not take them all. */
export function SecondPlaceBlock() {
  const status = useRead('system.getStatus', {})
  const set = useWrite('system.setSecondPlace')
  const [path, setPath] = useState('')
  const place = status.data?.secondPlace ?? null
  const given = folderFrom(path)
  const use = (): void => {
    if (given !== '') void set.run({ path: given })
  }
  return (
    <Block title="控えの二つめの場所" note="このPCのディスクがこわれても、控えが残るように">
      <ErrorNotice error={set.error} onClose={set.forget} />
      {place === null ? (
        <>
          <p className={styles.words}>
            USBメモリーや共有フォルダーの中のフォルダーを書くと、控えをとるたびに、同じものをそこにも置きます。一週間届かないときは、画面の下で知らせます。
          </p>
          <div className={styles.handover}>
            <FolderField
              label="二つめの場所"
              value={path}
              onChange={setPath}
              onEnter={use}
              choose={folderChooser('second-place')}
              placeholder="E:\控え"
            />
            <Button busy={set.busy} onPress={use}>
              ここにも控える
            </Button>
          </div>
        </>
      ) : (
        <>
          <Facts
            facts={[
              { name: '場所', value: place.path },
              {
                name: '最後に届いた',
                value:
                  place.reachedAt === null ? (
                    <Chip mark="lacking">まだ届いていません</Chip>
                  ) : (
                    <Chip mark={place.overdue ? 'lacking' : 'done'}>
                      {momentWords(place.reachedAt)}
                      {place.overdue ? '。一週間届いていません' : ''}
                    </Chip>
                  ),
              },
            ]}
          />
          <p className={styles.act}>
            <Button busy={set.busy} onPress={() => void set.run({ path: null })}>
              二つめの場所をやめる
            </Button>
          </p>
        </>
      )}
    </Block>
  )
}
