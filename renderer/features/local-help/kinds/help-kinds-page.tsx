import { useId, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { HelpKindRow } from '#shared/domain/help-kinds.ts'
import { AreaParts } from '../area-parts.tsx'
import styles from '#renderer/ui/record-page.module.css'

/** 分類: the office's own list of kinds of help, in its own order. */
export function HelpKindsPage() {
  const kinds = useRead('helpKinds.list', {})
  const [writing, setWriting] = useState<string | null>(null)
  const retire = useWrite('helpKinds.retire')
  const move = useWrite('helpKinds.move')
  return (
    <>
      <PageHead
        title="助けの分類"
        beside={<AreaParts />}
        line="課題と資源を分ける一覧。過不足の表と、住民向けの一覧の順になります。"
        actions={
          <Button look="main" onPress={() => setWriting('new')}>
            分類を加える
          </Button>
        }
      />
      <ErrorNotice error={retire.error ?? move.error} />
      <Loaded read={kinds}>
        {(list) => (
          <div className={styles.page}>
            {writing === 'new' ? <KindForm kind={null} onDone={() => setWriting(null)} /> : null}
            <ul className={styles.lines} aria-label="分類の一覧">
              {list.map((kind, position) => (
                <li key={kind.code}>
                  {writing === kind.code ? (
                    <KindForm kind={kind} onDone={() => setWriting(null)} />
                  ) : (
                    <>
                      <span className={styles.wide}>{kind.name}</span>
                      {kind.retired ? <Chip mark="none">もう選ばない</Chip> : null}
                      <Button
                        look="quiet"
                        label={`${kind.name}を一つ上へ`}
                        disabled={position === 0}
                        onPress={() => void move.run({ code: kind.code, by: -1 })}
                      >
                        上へ
                      </Button>
                      <Button
                        look="quiet"
                        label={`${kind.name}を一つ下へ`}
                        disabled={position === list.length - 1}
                        onPress={() => void move.run({ code: kind.code, by: 1 })}
                      >
                        下へ
                      </Button>
                      <Button
                        look="quiet"
                        label={`${kind.name}の名前を直す`}
                        onPress={() => setWriting(kind.code)}
                      >
                        直す
                      </Button>
                      <Button
                        look="quiet"
                        label={kind.retired ? `${kind.name}：また選ぶ` : `${kind.name}：もう選ばない`}
                        onPress={() => void retire.run({ code: kind.code, retired: !kind.retired })}
                      >
                        {kind.retired ? 'また選ぶ' : 'もう選ばない'}
                      </Button>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </>
  )
}

function KindForm({ kind, onDone }: { readonly kind: HelpKindRow | null; readonly onDone: () => void }) {
  const id = useId()
  const [name, setName] = useState(kind?.name ?? '')
  const [asked, setAsked] = useState(false)
  const add = useWrite('helpKinds.add')
  const save = useWrite('helpKinds.save')
  const send = async (): Promise<void> => {
    setAsked(true)
    if (name.trim() === '') return
    if (kind === null) {
      if ((await add.run({ name })) !== null) onDone()
    } else if (await save.did({ code: kind.code, name })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <TextField
        label="分類の名前"
        required
        autoFocus
        value={name}
        onChange={setName}
        error={asked && name.trim() === '' ? '分類の名前を書いてください。' : null}
      />
      <Button submits id={`${id}-end`} busy={add.busy || save.busy}>
        {kind === null ? 'この分類を加える' : 'この名前に直す'}
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={add.error ?? save.error} />
    </EntryForm>
  )
}
