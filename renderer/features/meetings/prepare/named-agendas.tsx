import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { AgendaTemplate } from '#shared/contract/agenda-template-operations.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { NamedAgendaId } from '#shared/domain/ids.ts'
import styles from './prepare.module.css'

export interface NamedAgendasProps {
  readonly meeting: MeetingDetail
  /** Those with a name, of the meeting's council. */
  readonly templates: readonly AgendaTemplate[]
  readonly onDone: () => void
}

/** Puts one of the council's named 次第 into the meeting, behind what it has. */
export function PutInTemplate({ meeting, templates, onDone }: NamedAgendasProps) {
  const [chosen, setChosen] = useState<NamedAgendaId | null>(templates[0]?.namedAgendaId ?? null)
  const apply = useWrite('agendaTemplates.apply')
  const tell = useTell()
  const run = async (): Promise<void> => {
    const done = await apply.run({ meetingId: meeting.id, namedAgendaId: chosen })
    if (done === null) return
    tell({ text: `議題を${String(done.added)}件入れました。` })
    onDone()
  }
  return (
    <div className={styles.copyAgenda} role="group" aria-label="名前の付いた次第を入れる">
      <Select<NamedAgendaId>
        label="入れる次第"
        width="full"
        autoFocus
        value={chosen}
        choices={templates.flatMap(({ namedAgendaId, name }) =>
          namedAgendaId === null ? [] : [{ value: namedAgendaId, label: name }],
        )}
        onChange={setChosen}
      />
      <Button small disabled={chosen === null} busy={apply.busy} onPress={() => void run()}>
        この次第を入れる
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={apply.error} onClose={apply.forget} />
    </div>
  )
}

/** Keeps the meeting's 次第 under a name; one of that name is written over, which can be taken back. */
export function KeepAsTemplate({ meeting, templates, onDone }: NamedAgendasProps) {
  const [name, setName] = useState('')
  const { councilId } = meeting
  const present = templates.find((each) => each.name === name.trim())
  const before = useRead(
    'agendaTemplates.get',
    { councilId, namedAgendaId: present?.namedAgendaId ?? null },
    { when: present !== undefined },
  )
  const take = useWrite('agendaTemplates.takeFromMeeting')
  const save = useWrite('agendaTemplates.save')
  const remove = useWrite('agendaTemplates.remove')
  const tell = useTell()
  const run = async (): Promise<void> => {
    if (name.trim() === '' || (present !== undefined && before.data === undefined)) return
    const stood = before.data
    const done = await take.run({ meetingId: meeting.id, name })
    if (done === null) return
    const { namedAgendaId } = done
    tell({
      text: `この次第（${String(done.items)}件）を「${name.trim()}」として残しました。`,
      undo: async () => {
        if (present !== undefined && stood !== undefined)
          await save.run({ councilId, namedAgendaId, items: [...stood] })
        else if (namedAgendaId !== null) await remove.run({ namedAgendaId })
      },
    })
    onDone()
  }
  return (
    <form
      className={styles.copyAgenda}
      aria-label="この次第に名前を付けて残す"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <ComboBox
        label="次第の名前"
        autoFocus
        placeholder="臨時の会議、年度末の会議 など"
        value={name}
        suggestions={templates.map((each) => ({ key: each.name, text: each.name }))}
        onChange={setName}
      />
      <Button small submits disabled={name.trim() === ''} busy={take.busy}>
        {present === undefined ? 'この名前で残す' : `「${present.name}」と入れかえる`}
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={take.error} onClose={take.forget} />
    </form>
  )
}
