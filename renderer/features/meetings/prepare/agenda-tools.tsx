import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { meetingTitle } from '../meeting-words.ts'
import styles from './prepare.module.css'
import { KeepAsTemplate, PutInTemplate } from './named-agendas.tsx'

/** The items of another meeting of this 年度 or the last, of whatever council. */
function CopyAgenda({ meeting, onDone }: { readonly meeting: MeetingDetail; readonly onDone: () => void }) {
  const { councils } = usePlace()
  const [from, setFrom] = useState<MeetingId | null>(null)
  const thisYear = useRead('meetings.list', { councilId: null, fiscalYear: meeting.fiscalYear })
  const lastYear = useRead('meetings.list', { councilId: null, fiscalYear: meeting.fiscalYear - 1 })
  const copy = useWrite('meetings.copyAgenda')
  const tell = useTell()
  const others = [...(thisYear.data ?? []), ...(lastYear.data ?? [])]
    .filter((each) => each.id !== meeting.id)
    .sort(
      (first, second) =>
        Number(second.councilId === meeting.councilId) - Number(first.councilId === meeting.councilId),
    )
  const run = async (): Promise<void> => {
    if (from === null) return
    const done = await copy.run({ meetingId: meeting.id, fromMeetingId: from })
    if (done === null) return
    tell({ text: `議題を${String(done.added)}件写しました。` })
    onDone()
  }
  return (
    <div className={styles.copyAgenda} role="group" aria-label="別の会議の次第を写す">
      <Select
        label="写す会議"
        width="full"
        value={from}
        choices={others.map((each) => ({
          value: each.id,
          label: `${meetingTitle(each)}${councils.length > 1 ? `　${each.councilName}` : ''}`,
        }))}
        onChange={setFrom}
      />
      <Button small disabled={from === null} busy={copy.busy} onPress={() => void run()}>
        この次第を写す
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={copy.error} onClose={copy.forget} />
    </div>
  )
}

/** What can be done with the agenda as a whole. */
export function AgendaTools({ meeting }: { readonly meeting: MeetingDetail }) {
  const [open, setOpen] = useState<'none' | 'copy' | 'other' | 'name'>('none')
  const renumber = useWrite('meetings.renumberPapers')
  const apply = useWrite('agendaTemplates.apply')
  const take = useWrite('agendaTemplates.takeFromMeeting')
  const template = useRead('agendaTemplates.get', { councilId: meeting.councilId })
  const templates = useRead('agendaTemplates.list', { councilId: meeting.councilId })
  const save = useWrite('agendaTemplates.save')
  const tell = useTell()
  if (meeting.locked) return null
  const before = template.data ?? []
  const others = (templates.data ?? []).filter((each) => each.namedAgendaId !== null)
  const takeAsUsual = async (): Promise<void> => {
    const done = await take.run({ meetingId: meeting.id })
    if (done === null) return
    tell({
      text: `この次第（${String(done.items)}件）を「いつもの次第」にしました。`,
      undo: () => save.run({ councilId: meeting.councilId, items: [...before] }),
    })
  }
  const number = async (): Promise<void> => {
    const done = await renumber.run({ meetingId: meeting.id })
    if (done !== null) tell({ text: `資料番号を付けなおしました（${String(done.changed)}件）。` })
  }
  const close = (): void => setOpen('none')
  return (
    <>
      <div className={styles.agendaTools}>
        <Button
          small
          busy={renumber.busy}
          disabled={meeting.agenda.length === 0}
          onPress={() => void number()}
        >
          資料番号を順に付けなおす
        </Button>
        <Button small onPress={() => setOpen('copy')}>
          別の会議の次第を写す
        </Button>
        {before.length === 0 ? null : (
          <Button small busy={apply.busy} onPress={() => void apply.run({ meetingId: meeting.id })}>
            いつもの次第を入れる
          </Button>
        )}
        {others.length === 0 ? null : (
          <Button small onPress={() => setOpen('other')}>
            名前の付いた次第を入れる
          </Button>
        )}
        {meeting.agenda.length === 0 ? null : (
          <>
            <Button small busy={take.busy} onPress={() => void takeAsUsual()}>
              この次第を「いつもの次第」にする
            </Button>
            <Button small onPress={() => setOpen('name')}>
              この次第に名前を付けて残す
            </Button>
          </>
        )}
      </div>
      {open === 'copy' ? <CopyAgenda meeting={meeting} onDone={close} /> : null}
      {open === 'other' ? <PutInTemplate meeting={meeting} templates={others} onDone={close} /> : null}
      {open === 'name' ? <KeepAsTemplate meeting={meeting} templates={others} onDone={close} /> : null}
      <ErrorNotice
        error={renumber.error ?? apply.error ?? take.error}
        onClose={() => {
          renumber.forget()
          apply.forget()
          take.forget()
        }}
      />
    </>
  )
}
