import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import {
  recurrenceNames,
  recurrences,
  type TemplateItem,
} from '#shared/contract/agenda-template-operations.ts'
import type { CouncilSummary } from '#shared/contract/council-operations.ts'
import { numberAgenda } from '#shared/domain/agenda-numbering.ts'
import { toHalfWidthDigits } from '#shared/domain/japanese-text.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { agendaKindNames, agendaKinds } from '#shared/domain/meeting.ts'
import { MeetingsTabs } from '../meetings-tabs.tsx'
import styles from './year.module.css'

const blank: TemplateItem = {
  recurs: 'always',
  kind: 'report',
  level: 1,
  title: '',
  plannedMinutes: null,
  presenter: '',
  internalNote: '',
}
const levels = [1, 2, 3] as const
const levelNames = { 1: '１', 2: '(1)', 3: 'ア' } as const

interface RowProps {
  readonly item: TemplateItem
  readonly number: string
  readonly onChange: (item: TemplateItem) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function Row({ item, number, onChange, onMove, onRemove }: RowProps) {
  const named = item.title === '' ? '新しい議題' : item.title
  const change = (part: Partial<TemplateItem>): void => onChange({ ...item, ...part })
  return (
    <div
      role="row"
      className={styles.usualRow}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        onMove(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <span role="cell">{number}</span>
      <span role="cell">
        <select
          aria-label={`${named}の種類`}
          value={item.kind}
          onChange={(event) => {
            const kind = agendaKinds.find((each) => each === event.target.value)
            if (kind !== undefined) change({ kind })
          }}
        >
          {agendaKinds.map((kind) => (
            <option key={kind} value={kind}>
              {agendaKindNames[kind]}
            </option>
          ))}
        </select>
      </span>
      <span role="cell">
        <select
          aria-label={`${named}の段`}
          value={item.level}
          onChange={(event) => {
            const level = levels.find((each) => String(each) === event.target.value)
            if (level !== undefined) change({ level })
          }}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {levelNames[level]}
            </option>
          ))}
        </select>
      </span>
      <span role="cell">
        <input
          aria-label={`議題　${named}`}
          value={item.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </span>
      <span role="cell">
        <input
          aria-label={`${named}の時間（分）`}
          inputMode="numeric"
          value={item.plannedMinutes ?? ''}
          onChange={(event) => {
            const plain = toHalfWidthDigits(event.target.value).trim()
            if (/^\d{0,3}$/.test(plain) && Number(plain) <= 600)
              change({ plannedMinutes: plain === '' ? null : Number(plain) })
          }}
        />
      </span>
      <span role="cell">
        <input
          aria-label={`${named}の担当`}
          value={item.presenter}
          onChange={(event) => change({ presenter: event.target.value })}
        />
      </span>
      <span role="cell">
        <select
          aria-label={`${named}はいつ`}
          value={item.recurs}
          onChange={(event) => {
            const recurs = recurrences.find((each) => each === event.target.value)
            if (recurs !== undefined) change({ recurs })
          }}
        >
          {recurrences.map((recurs) => (
            <option key={recurs} value={recurs}>
              {recurrenceNames[recurs]}
            </option>
          ))}
        </select>
      </span>
      <span role="cell">
        <Button look="quiet" label={`${named}を消す`} onPress={onRemove}>
          消す
        </Button>
      </span>
    </div>
  )
}

/** Takes another council's usual 次第 over into the form; nothing is written by that alone. */
function CopyFrom({
  council,
  onCopied,
}: {
  readonly council: CouncilSummary
  readonly onCopied: (items: readonly TemplateItem[]) => void
}) {
  const { councils } = usePlace()
  const [from, setFrom] = useState<CouncilId | null>(null)
  const others = councils.filter((each) => each.id !== council.id)
  const template = useRead('agendaTemplates.get', { councilId: from ?? council.id }, { when: from !== null })
  if (others.length === 0) return null
  return (
    <span className={styles.ways}>
      <Select
        label="ほかの協議体から写す"
        value={from}
        choices={others.map((each) => ({ value: each.id, label: each.name }))}
        onChange={setFrom}
      />
      <Button
        small
        disabled={from === null || (template.data ?? []).length === 0}
        onPress={() => onCopied(template.data ?? [])}
      >
        写す
      </Button>
    </span>
  )
}

function moved<Item>(items: readonly Item[], place: number, by: -1 | 1): readonly Item[] {
  const item = items[place]
  const to = place + by
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(place, 1).toSpliced(to, 0, item)
}

function Editor({
  council,
  stored,
}: {
  readonly council: CouncilSummary
  readonly stored: readonly TemplateItem[]
}) {
  const [items, setItems] = useState(stored)
  const save = useWrite('agendaTemplates.save')
  const tell = useTell()
  const numbers = numberAgenda(items)
  const keep = async (): Promise<void> => {
    const given = items.filter((item) => item.title.trim() !== '')
    if (!(await save.did({ councilId: council.id, items: [...given] }))) return
    setItems(given)
    tell({
      text: 'いつもの次第を直しました。次に作る会議から入ります。',
      undo: async () => {
        if (await save.did({ councilId: council.id, items: [...stored] })) setItems(stored)
      },
    })
  }
  return (
    <>
      <PageHead
        title="いつもの次第"
        beside={<MeetingsTabs />}
        line={`${council.name}の新しい会議は、この次第から始まります。作ったあとの会議は変わりません。`}
        actions={
          <Button look="main" busy={save.busy} onPress={() => void keep()}>
            この内容に直す
          </Button>
        }
      />
      <div className={styles.page}>
        <ErrorNotice error={save.error} onClose={save.forget} />
        <CopyFrom council={council} onCopied={setItems} />
        <Block title="議題" note="Alt＋↑↓で動かします">
          <div role="table" aria-label="いつもの次第">
            <div role="row" className={classNames(styles.usualRow, styles.usualHead)}>
              {['番号', '種類', '段', '議題', '分', '担当', 'いつ', ''].map((name) => (
                <span key={name} role="columnheader">
                  {name}
                </span>
              ))}
            </div>
            {items.map((item, place) => (
              <Row
                key={place}
                item={item}
                number={numbers[place] ?? ''}
                onChange={(next) => setItems(items.with(place, next))}
                onMove={(by) => setItems(moved(items, place, by))}
                onRemove={() => setItems(items.toSpliced(place, 1))}
              />
            ))}
          </div>
          <p className={styles.ways}>
            <Button small onPress={() => setItems([...items, { ...blank, level: items.at(-1)?.level ?? 1 }])}>
              議題を加える
            </Button>
            <span className="sub">
              できあがった会議の次第をそのまま「いつもの次第」にするには、その会議の準備の画面で選びます。
            </span>
          </p>
        </Block>
      </div>
    </>
  )
}

function OfCouncil({ council }: { readonly council: CouncilSummary }) {
  const template = useRead('agendaTemplates.get', { councilId: council.id })
  return <Loaded read={template}>{(items) => <Editor council={council} stored={items} />}</Loaded>
}

/** いつもの次第: what each new meeting of a council begins with. */
export function UsualAgendaPage() {
  const { council, councils } = usePlace()
  const chosen = council ?? councils[0] ?? null
  if (chosen === null) return <Empty>協議体を作ると、いつもの次第を書けます。</Empty>
  return <OfCouncil key={chosen.id} council={chosen} />
}
