import { useState } from 'react'
import type { KindRow } from '#shared/contract/kind-operations.ts'
import { type KindFamily, kindFamilies, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './kinds.module.css'
import { RosterTabs } from './roster-tabs.tsx'

interface Written {
  readonly code: string | null
  readonly name: string
  readonly family: KindFamily
  readonly retired: boolean
  readonly groups: number
}

const formId = 'kinds-form'
const formEnd = 'kinds-form-end'

const toSend = (kinds: readonly Written[]) =>
  kinds
    .filter((kind) => kind.code !== null || kind.name.trim() !== '')
    .map(({ code, name, family, retired }) => ({ code, name: name.trim(), family, retired }))

/** 種別の一覧: the kinds of group, in the three families, as this office names them. */
export function KindsPage() {
  const kinds = useRead('kinds.list', {})
  const [busy, setBusy] = useState(false)
  return (
    <>
      <PageHead
        title="団体の種別"
        beside={<RosterTabs />}
        line="名簿・参画・取り込みで使う種別です。使わなくしても、いまその種別の団体の名前はそのまま残ります。"
        actions={
          <Button look="main" submits form={formId} id={formEnd} busy={busy}>
            この一覧にする
          </Button>
        }
      />
      <Loaded read={kinds}>{(rows) => <Fields key={rows.length} first={rows} onBusy={setBusy} />}</Loaded>
    </>
  )
}

interface FieldsProps {
  readonly first: readonly KindRow[]
  readonly onBusy: (busy: boolean) => void
}

function Fields({ first, onBusy }: FieldsProps) {
  const [kinds, setKinds] = useState<readonly Written[]>(first)
  const save = useWrite('kinds.save')
  const tell = useTell()
  const change = (at: number, part: Partial<Written>): void =>
    setKinds(kinds.map((kind, position) => (position === at ? { ...kind, ...part } : kind)))
  const move = (at: number, by: number): void => {
    const next = [...kinds]
    const [moved] = next.splice(at, 1)
    if (moved !== undefined) next.splice(at + by, 0, moved)
    setKinds(next)
  }
  const send = async (): Promise<void> => {
    onBusy(true)
    const done = await save.did({ kinds: toSend(kinds) })
    onBusy(false)
    if (done) tell({ text: '団体の種別の一覧を直しました。' })
  }
  return (
    <EntryForm id={formId} endsAt={formEnd} className={styles.form} onSubmit={() => void send()}>
      <ErrorNotice error={save.error} />
      <ol className={styles.kinds}>
        {kinds.map((kind, at) => (
          // A kind that is being written has no name of its own yet.
          <li key={kind.code ?? `new-${at}`} className={styles.kind}>
            <TextField
              label={`${at + 1}番目の種別`}
              labelUnseen
              value={kind.name}
              autoFocus={kind.code === null && kind.name === ''}
              onChange={(name) => change(at, { name })}
            />
            <Select
              label={`${kind.name}の類型`}
              labelUnseen
              width="full"
              value={kind.family}
              onChange={(family) => change(at, { family })}
              choices={kindFamilies.map((family) => ({ value: family, label: kindFamilyNames[family] }))}
            />
            <span className="sub">{kind.groups === 0 ? '' : `${kind.groups}団体`}</span>
            <span className={styles.moves}>
              <Button
                look="quiet"
                label={`${kind.name}を上へ`}
                disabled={at === 0}
                onPress={() => move(at, -1)}
              >
                上へ
              </Button>
              <Button
                look="quiet"
                label={`${kind.name}を下へ`}
                disabled={at === kinds.length - 1}
                onPress={() => move(at, 1)}
              >
                下へ
              </Button>
              <Button
                look="quiet"
                label={`${kind.name}を${kind.retired ? 'また使う' : '使わなくする'}`}
                onPress={() => change(at, { retired: !kind.retired })}
              >
                {kind.retired ? 'また使う' : '使わなくする'}
              </Button>
            </span>
            {kind.retired ? <Chip mark="none">使わない</Chip> : <span />}
          </li>
        ))}
      </ol>
      <p>
        <Button
          onPress={() =>
            setKinds([...kinds, { code: null, name: '', family: 'thematic', retired: false, groups: 0 }])
          }
        >
          種別を足す
        </Button>
      </p>
    </EntryForm>
  )
}
