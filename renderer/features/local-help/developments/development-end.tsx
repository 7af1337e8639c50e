import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { Development } from '#shared/contract/development-operations.ts'
import type { ResourceId } from '#shared/domain/ids.ts'
import styles from '#renderer/ui/record-page.module.css'

export interface DevelopmentEndProps {
  readonly development: Development
  readonly onDone: () => void
}

/** 資源になった: one that is on the list already, or a new one with what is known of it. */
export function GrowForm({ development, onDone }: DevelopmentEndProps) {
  const id = useId()
  const { today } = usePlace()
  const resources = useRead('resources.list', {})
  const [chosen, setChosen] = useState<ResourceId | 'new'>('new')
  const [name, setName] = useState(development.title)
  const [on, setOn] = useState(today)
  const add = useWrite('resources.add')
  const grow = useWrite('developments.grow')
  const resourceOf = async (): Promise<ResourceId | null> => {
    if (chosen !== 'new') return chosen
    const { kind, areaName, sectors, partners, helpers, aim } = development
    const blank = { kana: '', contact: '', place: '', schedule: '', audience: '', fee: '', capacity: '' }
    const added = await add.run({
      resource: {
        ...blank,
        ...{ name, kind, areaName, helpers, transport: '', application: '', visibility: 'related' },
        operator: partners,
        organizationId: null,
        content: aim,
        sectors: [...sectors],
        source: '資源開発',
      },
    })
    return added?.resourceId ?? null
  }
  const send = async (): Promise<void> => {
    if (chosen === 'new' && name.trim() === '') return
    const resourceId = await resourceOf()
    if (resourceId === null) return
    if (await grow.did({ developmentId: development.id, resourceId, endedOn: on })) onDone()
    // It is on the list now: a second try must not add it twice.
    else setChosen(resourceId)
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <Select
        label="できた資源"
        width="long"
        autoFocus
        value={chosen}
        onChange={setChosen}
        choices={[
          { value: 'new' as const, label: '新しく一覧に加える' },
          ...(resources.data ?? []).map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
      {chosen === 'new' ? (
        <TextField label="資源の名称" width="long" value={name} onChange={setName} />
      ) : null}
      <JapaneseDateField label="始まった日" value={on} near={today} onChange={(day) => setOn(day ?? today)} />
      <Button submits id={`${id}-end`} busy={add.busy || grow.busy}>
        資源になったと残す
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={add.error ?? grow.error} />
    </EntryForm>
  )
}

/** とりやめ, with its reason. */
export function StopForm({ development, onDone }: DevelopmentEndProps) {
  const id = useId()
  const { today } = usePlace()
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const stop = useWrite('developments.stop')
  const send = async (): Promise<void> => {
    setTried(true)
    if (because.trim() === '') return
    if (await stop.did({ developmentId: development.id, endedOn: today, because })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <TextField
        label="とりやめるわけ"
        width="long"
        autoFocus
        value={because}
        onChange={setBecause}
        error={tried && because.trim() === '' ? 'わけを書いてください。' : null}
      />
      <Button submits id={`${id}-end`} busy={stop.busy}>
        とりやめにする
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={stop.error} />
    </EntryForm>
  )
}
