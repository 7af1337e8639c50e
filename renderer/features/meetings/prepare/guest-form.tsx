import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { MeetingId } from '#shared/domain/ids.ts'
import { councilRoleNames, type CouncilRole } from '#shared/domain/roles.ts'
import styles from './prepare.module.css'

const guestRoles: readonly CouncilRole[] = ['observer', 'secretariat', 'coordinator', 'member']
const roleChoices = guestRoles.map((value) => ({ value, label: councilRoleNames[value] }))

interface GuestFormProps {
  readonly meetingId: MeetingId
  readonly onDone: () => void
}

/** Somebody who comes without a seat in the council: from city hall, from the office, to watch. */
export function GuestForm({ meetingId, onDone }: GuestFormProps) {
  const [name, setName] = useState('')
  const [kana, setKana] = useState('')
  const [organizationName, setOrganizationName] = useState('')
  const [post, setPost] = useState('')
  const [role, setRole] = useState<CouncilRole>('observer')
  const add = useWrite('attendance.addPerson')
  const submit = async (): Promise<void> => {
    if (name.trim() === '') return
    const added = await add.run({ meetingId, name, kana, organizationName, post, role })
    if (added !== null) onDone()
  }
  return (
    <form
      className={styles.guest}
      aria-label="委員でない人を加える"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label="氏名"
        required
        autoFocus
        value={name}
        onChange={setName}
        onEnter={() => void submit()}
      />
      <TextField label="ふりがな" value={kana} onChange={setKana} onEnter={() => void submit()} />
      <TextField
        label="団体"
        value={organizationName}
        onChange={setOrganizationName}
        onEnter={() => void submit()}
      />
      <TextField label="職" value={post} onChange={setPost} onEnter={() => void submit()} />
      <Select label="役割" width="full" value={role} choices={roleChoices} onChange={setRole} />
      <div className={styles.guestWays}>
        <Button small submits disabled={name.trim() === ''} busy={add.busy}>
          加える
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={add.error} onClose={add.forget} />
    </form>
  )
}
