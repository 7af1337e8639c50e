import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { AgendaTemplate, TemplateItem } from '#shared/contract/agenda-template-operations.ts'
import type { CouncilId, NamedAgendaId } from '#shared/domain/ids.ts'
import styles from './year.module.css'

const usual = 'usual'

export interface TemplateChoiceProps {
  readonly councilId: CouncilId
  readonly template: AgendaTemplate
  readonly templates: readonly AgendaTemplate[]
  /** As they stand in the form: a further one begins with these. */
  readonly items: readonly TemplateItem[]
  readonly onChoose: (id: NamedAgendaId | null) => void
}

type Naming = 'none' | 'add' | 'rename'

/** A name being written: of a further 次第, or of the one that is shown. */
function NameForm({
  councilId,
  template,
  items,
  naming,
  onDone,
}: Pick<TemplateChoiceProps, 'councilId' | 'template' | 'items'> & {
  readonly naming: 'add' | 'rename'
  readonly onDone: (added: NamedAgendaId | null) => void
}) {
  const [name, setName] = useState(naming === 'rename' ? template.name : '')
  const add = useWrite('agendaTemplates.add')
  const rename = useWrite('agendaTemplates.rename')
  const keep = async (): Promise<void> => {
    if (name.trim() === '') return
    if (naming === 'rename' && template.namedAgendaId !== null) {
      if (await rename.did({ namedAgendaId: template.namedAgendaId, name })) onDone(null)
      return
    }
    const given = items.filter((item) => item.title.trim() !== '')
    const added = await add.run({ councilId, name, items: [...given] })
    if (added !== null) onDone(added.namedAgendaId)
  }
  return (
    <form
      className={styles.ways}
      aria-label={naming === 'add' ? '次第を加える' : '次第の名前を変える'}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone(null)
      }}
    >
      <TextField
        label="次第の名前"
        autoFocus
        placeholder="臨時の会議、年度末の会議 など"
        value={name}
        onChange={setName}
      />
      <Button small submits busy={add.busy || rename.busy}>
        {naming === 'add' ? 'いまの議題を写して加える' : 'この名前にする'}
      </Button>
      <Button look="quiet" onPress={() => onDone(null)}>
        やめる
      </Button>
      <ErrorNotice error={add.error ?? rename.error} />
    </form>
  )
}

/** Which 次第 of the council is shown; a further one, another name, and taking one away. */
export function TemplateChoice({ councilId, template, templates, items, onChoose }: TemplateChoiceProps) {
  const [naming, setNaming] = useState<Naming>('none')
  const remove = useWrite('agendaTemplates.remove')
  const restore = useWrite('agendaTemplates.restore')
  const tell = useTell()
  const { namedAgendaId, name } = template
  const takeAway = async (id: NamedAgendaId): Promise<void> => {
    if (!(await remove.did({ namedAgendaId: id }))) return
    tell({ text: `次第「${name}」を消しました。`, undo: () => restore.run({ namedAgendaId: id }) })
  }
  return (
    <>
      <span className={styles.ways}>
        <Select<NamedAgendaId | typeof usual>
          label="見る次第"
          value={namedAgendaId ?? usual}
          choices={templates.map((each) => ({
            value: each.namedAgendaId ?? usual,
            label: each.name,
          }))}
          onChange={(value) => onChoose(value === usual ? null : value)}
        />
        <Button small onPress={() => setNaming('add')}>
          別の次第を加える
        </Button>
        {namedAgendaId === null ? null : (
          <>
            <Button small label={`次第「${name}」の名前を変える`} onPress={() => setNaming('rename')}>
              名前を変える
            </Button>
            <Button look="quiet" label={`次第「${name}」を消す`} onPress={() => void takeAway(namedAgendaId)}>
              この次第を消す
            </Button>
          </>
        )}
      </span>
      {naming === 'none' ? null : (
        <NameForm
          key={naming}
          councilId={councilId}
          template={template}
          items={items}
          naming={naming}
          onDone={(added) => {
            setNaming('none')
            if (added !== null) onChoose(added)
          }}
        />
      )}
      <ErrorNotice error={remove.error} onClose={remove.forget} />
    </>
  )
}
