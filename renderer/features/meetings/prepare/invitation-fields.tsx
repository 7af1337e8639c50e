import { usePlace } from '#renderer/api/use-place.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { Attendance, Invitee } from '#shared/contract/meeting-operations.ts'
import {
  type InvitationWay,
  invitationWayNames,
  invitationWays,
  placeOfWay,
} from '#shared/domain/invitation.ts'
import { type Invited, invitedOf } from './use-invitations.ts'

const notYet = 'not-yet'
const choices: readonly { readonly value: InvitationWay | typeof notYet; readonly label: string }[] = [
  { value: notYet, label: 'まだ案内していない' },
  ...invitationWays.map((value) => ({ value, label: invitationWayNames[value] })),
]

/** Where the letter goes by the way chosen, or that the roster does not know it. */
function placeText(invitee: Invitee | undefined, way: InvitationWay): string {
  if (invitee === undefined) return ''
  const place = placeOfWay(invitee.reached, way)
  if (place === null) return ''
  return place.trim() === '' ? '名簿に送り先がありません' : place
}

export interface InvitationFieldsProps {
  readonly line: Attendance
  readonly invitee: Invitee | undefined
  readonly onChange: (invited: Invited | null) => void
}

/** How and when one member was told of the meeting. */
export function InvitationFields({ line, invitee, onChange }: InvitationFieldsProps) {
  const { today } = usePlace()
  const invited = invitedOf(line)
  const hint = placeText(invitee, invited?.by ?? invitee?.usual ?? 'paper')
  return (
    <>
      <Select
        label={`${line.name}への案内`}
        hint={hint}
        value={invited?.by ?? notYet}
        choices={choices}
        onChange={(way) => onChange(way === notYet ? null : { by: way, on: invited?.on ?? today })}
      />
      {invited === null ? null : (
        <JapaneseDateField
          label="案内した日"
          value={invited.on}
          near={invited.on}
          onChange={(on) => {
            if (on !== null && on !== invited.on) onChange({ by: invited.by, on })
          }}
        />
      )}
    </>
  )
}
