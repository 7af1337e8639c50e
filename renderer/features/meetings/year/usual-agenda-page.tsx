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
import type { AgendaTemplate, TemplateItem } from '#shared/contract/agenda-template-operations.ts'
import type { CouncilSummary } from '#shared/contract/council-operations.ts'
import { numberAgenda } from '#shared/domain/agenda-numbering.ts'
import type { CouncilId, NamedAgendaId } from '#shared/domain/ids.ts'
import { MeetingsTabs } from '../meetings-tabs.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { TemplateRow } from './template-row.tsx'
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

interface EditorProps {
  readonly council: CouncilSummary
  readonly template: AgendaTemplate
  readonly templates: readonly AgendaTemplate[]
  readonly stored: readonly TemplateItem[]
  readonly onChoose: (id: NamedAgendaId | null) => void
}

function Editor({ council, template, templates, stored, onChoose }: EditorProps) {
  const [items, setItems] = useState(stored)
  const save = useWrite('agendaTemplates.save')
  const tell = useTell()
  const numbers = numberAgenda(items)
  const owner = { councilId: council.id, namedAgendaId: template.namedAgendaId }
  const keep = async (): Promise<boolean> => {
    const given = items.filter((item) => item.title.trim() !== '')
    if (!(await save.did({ ...owner, items: [...given] }))) return false
    setItems(given)
    tell({
      text:
        template.namedAgendaId === null
          ? 'いつもの次第を直しました。次に作る会議から入ります。'
          : `次第「${template.name}」を直しました。`,
      undo: async () => {
        if (await save.did({ ...owner, items: [...stored] })) setItems(stored)
      },
    })
    return true
  }
  // What was written is kept before another is shown: nothing is lost by looking.
  const choose = async (id: NamedAgendaId | null): Promise<void> => {
    if (items === stored || (await keep())) onChoose(id)
  }
  return (
    <>
      <PageHead
        title="いつもの次第"
        beside={<MeetingsTabs />}
        line={`${council.name}の新しい会議は、いつもの次第から始まります。ほかの次第も、名前を付けていくつでも持てます。`}
        actions={
          <Button look="main" busy={save.busy} onPress={() => void keep()}>
            この内容に直す
          </Button>
        }
      />
      <div className={styles.page}>
        <ErrorNotice error={save.error} onClose={save.forget} />
        <TemplateChoice
          councilId={council.id}
          template={template}
          templates={templates}
          items={items}
          onChoose={(id) => void choose(id)}
        />
        <CopyFrom council={council} onCopied={setItems} />
        <Block title={template.name} note="Alt＋↑↓で動かします">
          <div role="table" aria-label={template.name}>
            <div role="row" className={classNames(styles.usualRow, styles.usualHead)}>
              {['番号', '種類', '段', '議題', '分', '担当', 'いつ'].map((name) => (
                <span key={name} role="columnheader">
                  {name}
                </span>
              ))}
              <span role="columnheader">
                <span className="unseen">消す</span>
              </span>
            </div>
            {items.map((item, place) => (
              <TemplateRow
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
            <span className="sub">できあがった会議の次第を残すには、その会議の準備の画面で選びます。</span>
          </p>
        </Block>
      </div>
    </>
  )
}

function OfTemplate(props: Omit<EditorProps, 'stored'>) {
  const { council, template } = props
  const read = useRead('agendaTemplates.get', {
    councilId: council.id,
    namedAgendaId: template.namedAgendaId,
  })
  return <Loaded read={read}>{(items) => <Editor {...props} stored={items} />}</Loaded>
}

function OfCouncil({ council }: { readonly council: CouncilSummary }) {
  const [chosen, setChosen] = useState<NamedAgendaId | null>(null)
  const list = useRead('agendaTemplates.list', { councilId: council.id })
  return (
    <Loaded read={list}>
      {(templates) => {
        // One that was taken away meanwhile gives way to the usual one.
        const template = templates.find((each) => each.namedAgendaId === chosen) ?? templates[0]
        return template === undefined ? null : (
          <OfTemplate
            key={template.namedAgendaId ?? 'usual'}
            council={council}
            template={template}
            templates={templates}
            onChoose={setChosen}
          />
        )
      }}
    </Loaded>
  )
}

/** いつもの次第: what each new meeting of a council begins with, and the others that it can begin with. */
export function UsualAgendaPage() {
  const { council, councils } = usePlace()
  const chosen = council ?? councils[0] ?? null
  if (chosen === null) return <Empty>協議体を作ると、いつもの次第を書けます。</Empty>
  return <OfCouncil key={chosen.id} council={chosen} />
}
