import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Attachment } from '#shared/contract/attachment-operations.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import { citedTitle } from '../meeting-words.ts'
import styles from './prepare.module.css'

/** 12KB, 3.4MB */
function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)}バイト`
  if (bytes < 1024 * 1024) return `${String(Math.ceil(bytes / 1024))}KB`
  return `${(bytes / 1024 / 1024).toFixed(1)}MB`
}

const whole = 'whole'

function AddAttachment({ meeting }: { readonly meeting: MeetingDetail }) {
  const [place, setPlace] = useState<AgendaItemId | typeof whole>(whole)
  const files = useFiles()
  const add = useWrite('attachments.add')
  const tell = useTell()
  const choose = async (): Promise<void> => {
    add.forget()
    const file = await files.choose('attachment')
    if (file === null) return
    const given = { meetingId: meeting.id, agendaItemId: place === whole ? null : place, file: file.token }
    if ((await add.run(given)) !== null) tell({ text: `「${file.name}」を預かりました。` })
  }
  return (
    <div className={styles.addFile}>
      <Select<AgendaItemId | typeof whole>
        label="どの議題の資料か"
        width="full"
        value={place}
        choices={[
          { value: whole, label: '会議全体' },
          ...meeting.agenda.map((item) => ({ value: item.id, label: citedTitle(item) })),
        ]}
        onChange={setPlace}
      />
      <Button small busy={files.busy || add.busy} onPress={() => void choose()}>
        ファイルを添える
      </Button>
      <ErrorNotice
        error={files.error ?? add.error}
        onClose={() => (files.error === null ? add.forget() : files.forget())}
      />
    </div>
  )
}

function Line({ file, meeting }: { readonly file: Attachment; readonly meeting: MeetingDetail }) {
  const open = useWrite('attachments.open')
  const remove = useWrite('attachments.remove')
  const restore = useWrite('attachments.restore')
  const files = useFiles()
  const tell = useTell()
  const item = meeting.agenda.find((each) => each.id === file.agendaItemId)
  const take = async (): Promise<void> => {
    const made = await open.run({ attachmentId: file.id })
    if (made !== null) await files.save(made.token)
  }
  const takeAway = async (): Promise<void> => {
    if (!(await remove.did({ attachmentId: file.id }))) return
    tell({ text: `「${file.name}」を外しました。`, undo: () => restore.run({ attachmentId: file.id }) })
  }
  return (
    <li className={styles.file}>
      <span>{file.name}</span>
      <span className="sub">
        {item === undefined ? '会議全体' : citedTitle(item)}　{sizeWords(file.size)}
      </span>
      <span className={styles.trayWays}>
        <Button small label={`${file.name}を取り出す`} busy={open.busy} onPress={() => void take()}>
          取り出す
        </Button>
        {meeting.locked ? null : (
          <Button
            look="quiet"
            label={`${file.name}を外す`}
            busy={remove.busy}
            onPress={() => void takeAway()}
          >
            外す
          </Button>
        )}
      </span>
      <ErrorNotice error={open.error ?? remove.error ?? files.error} />
    </li>
  )
}

/** 添付: papers kept with the meeting, in the data themselves. The program never opens one: it hands it out to be saved. */
export function Attachments({ meeting }: { readonly meeting: MeetingDetail }) {
  return (
    <Block
      title="資料のファイル"
      note={
        meeting.attachments.length === 0
          ? 'PDF・Word・Excel・写真など。データといっしょに控えられ、引きつがれます。'
          : `${String(meeting.attachments.length)}件`
      }
    >
      <Lines>
        {meeting.attachments.map((file) => (
          <Line key={file.id} file={file} meeting={meeting} />
        ))}
      </Lines>
      {meeting.locked ? null : <AddAttachment meeting={meeting} />}
    </Block>
  )
}
