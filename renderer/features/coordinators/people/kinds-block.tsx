import { useId, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { ActivityKind } from '#shared/domain/activity-kinds.ts'
import { activityHeadingNames, activityHeadings, activityUnits } from '#shared/domain/activity.ts'
import type { ActivityKindId } from '#shared/domain/ids.ts'
import styles from '../coordinators.module.css'

/** 活動の区分: the office's own words under the three headings of the law. */
export function KindsBlock() {
  const kinds = useRead('activityKinds.list', {})
  const move = useWrite('activityKinds.move')
  const remove = useWrite('activityKinds.remove')
  const [writing, setWriting] = useState<ActivityKindId | 'new' | null>(null)
  const list = kinds.data ?? []
  return (
    <Block
      title="活動の区分"
      note="月報の行になります"
      more={
        <Button small onPress={() => setWriting('new')}>
          区分を加える
        </Button>
      }
    >
      <ErrorNotice error={kinds.error ?? move.error ?? remove.error} onClose={remove.forget} />
      {writing === 'new' ? <KindForm kind={null} onDone={() => setWriting(null)} /> : null}
      {activityHeadings.map((heading) => (
        <Block key={heading} title={activityHeadingNames[heading]} minor>
          <ul className={styles.lines}>
            {list
              .filter((kind) => kind.heading === heading)
              .map((kind, position, all) =>
                writing === kind.id ? (
                  <li key={kind.id}>
                    <KindForm kind={kind} onDone={() => setWriting(null)} />
                  </li>
                ) : (
                  <li key={kind.id}>
                    <span className={styles.grow}>{kind.name}</span>
                    <span className="sub">{kind.unit}</span>
                    <Button
                      look="quiet"
                      label={`${kind.name}を一つ上へ`}
                      disabled={position === 0}
                      onPress={() => void move.run({ kindId: kind.id, by: -1 })}
                    >
                      上へ
                    </Button>
                    <Button
                      look="quiet"
                      label={`${kind.name}を一つ下へ`}
                      disabled={position === all.length - 1}
                      onPress={() => void move.run({ kindId: kind.id, by: 1 })}
                    >
                      下へ
                    </Button>
                    <Button look="quiet" label={`${kind.name}を直す`} onPress={() => setWriting(kind.id)}>
                      直す
                    </Button>
                    <Button
                      look="quiet"
                      label={`${kind.name}を消す`}
                      onPress={() => void remove.run({ kindId: kind.id })}
                    >
                      消す
                    </Button>
                  </li>
                ),
              )}
          </ul>
        </Block>
      ))}
    </Block>
  )
}

function KindForm({ kind, onDone }: { readonly kind: ActivityKind | null; readonly onDone: () => void }) {
  const id = useId()
  const [name, setName] = useState(kind?.name ?? '')
  const [heading, setHeading] = useState(kind?.heading ?? 'network')
  const [unit, setUnit] = useState(kind?.unit ?? '件')
  const [asked, setAsked] = useState(false)
  const add = useWrite('activityKinds.add')
  const save = useWrite('activityKinds.save')
  const send = async (): Promise<void> => {
    setAsked(true)
    if (name.trim() === '') return
    const given = { name, heading, unit }
    if (kind === null) {
      if ((await add.run({ kind: given })) !== null) onDone()
    } else if (await save.did({ kindId: kind.id, kind: given })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <TextField
        label="区分の名前"
        required
        autoFocus
        value={name}
        onChange={setName}
        error={asked && name.trim() === '' ? '区分の名前を書いてください。' : null}
      />
      <Select
        label="大きな区分"
        width="full"
        value={heading}
        onChange={setHeading}
        choices={activityHeadings.map((value) => ({ value, label: activityHeadingNames[value] }))}
      />
      <Select
        label="数えかた"
        width="full"
        value={unit}
        onChange={setUnit}
        choices={activityUnits.map((value) => ({ value, label: value }))}
      />
      <div className={styles.end}>
        <Button submits id={`${id}-end`} busy={add.busy || save.busy}>
          {kind === null ? 'この区分を加える' : 'この区分に直す'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={add.error ?? save.error} />
    </EntryForm>
  )
}
