import { useState } from 'react'
import { folderChooser } from '#renderer/api/choose-folder.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { FolderField, folderFrom } from '#renderer/ui/folder-field.tsx'

/** 共有フォルダーの記録で始める: the second PC of an office has its records already. */
export function ShareOffer() {
  const join = useWrite('sharing.join')
  const [open, setOpen] = useState(false)
  const [path, setPath] = useState('')
  const given = folderFrom(path)
  const begin = (): void => {
    if (given !== '') void join.run({ path: given, replace: false })
  }
  return (
    <>
      <h2>二台めのパソコンの方</h2>
      <p>共有フォルダーに事務局の記録があれば、それを見て、交代で書けます。</p>
      {open ? (
        <>
          <FolderField
            label="共有フォルダー"
            value={path}
            onChange={setPath}
            onEnter={begin}
            choose={folderChooser('share')}
            autoFocus
            hint="一台めと同じフォルダー"
          />
          <Button look="main" onPress={begin} busy={join.busy} disabled={given === ''}>
            この記録で始める
          </Button>
        </>
      ) : (
        <Button onPress={() => setOpen(true)}>共有フォルダーの記録で始める</Button>
      )}
      <ErrorNotice error={join.error} onClose={join.forget} />
    </>
  )
}
