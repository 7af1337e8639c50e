import { useState } from 'react'
import { folderChooser } from '#renderer/api/choose-folder.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { FolderField, folderFrom } from '#renderer/ui/folder-field.tsx'
import styles from './sharing.module.css'

/** Names the folder that all PCs see: an empty one gets this PC's records, another gives its own. */
export function JoinBlock() {
  const join = useWrite('sharing.join')
  const [path, setPath] = useState('')
  const [asked, setAsked] = useState(false)
  const given = folderFrom(path)
  const hasData = join.error?.code === 'share-has-data'
  const begin = (): void => {
    setAsked(true)
    if (given !== '') void join.run({ path: given, replace: false })
  }
  return (
    <Block title="共有フォルダーを使う" note="まだ使っていません。記録はこのPCだけにあります">
      <p className={styles.words}>
        共有の場所に空のフォルダーを一つ作り、その名前をここに入れます。二台めからは、同じフォルダーを入れると、その記録が届きます。
        つどいは共有フォルダーのデータベースを直接は開かず、確かめた写しをやりとりするので、途中で切れてもこわれません。
      </p>
      <ErrorNotice error={hasData ? null : join.error} onClose={join.forget} />
      <div className={styles.row}>
        <FolderField
          label="共有フォルダー"
          value={path}
          onChange={setPath}
          onEnter={begin}
          choose={folderChooser('share')}
          placeholder="\\server\share\tsudoi"
          error={asked && given === '' ? 'フォルダーの名前を入れてください。' : null}
        />
        <Button look="main" busy={join.busy} onPress={begin}>
          このフォルダーを使う
        </Button>
      </div>
      <AskDialog
        open={hasData}
        title="共有フォルダーの記録を使いますか"
        yes="共有フォルダーの記録を使う"
        busy={join.busy}
        onClose={join.forget}
        onYes={() => void join.run({ path: given, replace: true })}
      >
        <p>このフォルダーには、{String(join.error?.details?.['name'] ?? '')}さんの記録がもうあります。</p>
        <p>このPCの記録は、それに置きかわります。いまの記録も控えに残すので、あとで戻せます。</p>
      </AskDialog>
    </Block>
  )
}
