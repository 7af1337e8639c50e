import { useId, useState } from 'react'
import type { CouncilMakeUp } from '#shared/contract/council-board-operations.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './settings.module.css'

/** What the council rests on, what it grew from, and whether it has members at all. */
export function MakeUpForm({ councilId }: { readonly councilId: CouncilId }) {
  const makeUp = useRead('councilBoard.makeUp', { councilId })
  return <Loaded read={makeUp}>{(first) => <Fields councilId={councilId} first={first} />}</Loaded>
}

const nobody = 'none'

function Fields({ councilId, first }: { readonly councilId: CouncilId; readonly first: CouncilMakeUp }) {
  const id = useId()
  const groups = useRead('organizations.list', {})
  const [makeUp, setMakeUp] = useState(first)
  const save = useWrite('councilBoard.saveMakeUp')
  const tell = useTell()
  const send = async (): Promise<void> => {
    if (!(await save.did({ councilId, makeUp }))) return
    tell({
      text: '協議体のなりたちを直しました。',
      undo: () => save.run({ councilId, makeUp: first }),
    })
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} onSubmit={() => void send()}>
      <Block title="なりたち" note="要綱と、もとになった連絡会">
        <div className={styles.fields}>
          <RadioGroup
            label="委員"
            value={makeUp.hasMembers ? 'members' : 'hearing'}
            onChange={(value) => setMakeUp({ ...makeUp, hasMembers: value === 'members' })}
            choices={[
              { value: 'members', label: '委員を置く' },
              { value: 'hearing', label: '委員を置かない（意見を聴く方だけ）' },
            ]}
          />
          <TextField
            label="設置の根拠"
            value={makeUp.basis}
            onChange={(basis) => setMakeUp({ ...makeUp, basis })}
            placeholder="○○市協議体設置要綱"
          />
          <TextField
            label="もとになった集まり"
            value={makeUp.origin}
            onChange={(origin) => setMakeUp({ ...makeUp, origin })}
            placeholder="東部地区連絡会"
          />
          <Select
            label="名簿の団体では"
            value={makeUp.originOrganizationId ?? nobody}
            onChange={(value) =>
              setMakeUp({
                ...makeUp,
                originOrganizationId: value === nobody ? null : value,
              })
            }
            choices={[
              { value: nobody, label: '名簿の団体ではない' },
              ...(groups.data ?? []).map((group) => ({ value: group.id, label: group.name })),
            ]}
          />
          <div className={styles.formEnd}>
            <ErrorNotice error={save.error} />
            <Button submits id={`${id}-end`} busy={save.busy}>
              なりたちをこれにする
            </Button>
          </div>
        </div>
      </Block>
    </EntryForm>
  )
}
