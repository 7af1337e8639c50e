import type { MembershipFields } from '#shared/contract/roster-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { councilRoleNames, councilRoles, reappointmentNames, reappointments } from '#shared/domain/roles.ts'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

export const emptySeat: MembershipFields = {
  role: 'member',
  category: '',
  termFrom: null,
  termTo: null,
  termNote: '',
  appointedOn: null,
  exOfficio: false,
  reappointment: null,
}

const untold = 'untold'

export interface SeatFieldsProps {
  readonly seat: MembershipFields
  readonly onChange: (seat: MembershipFields) => void
  /** 選出区分 in use, to choose from. */
  readonly categories: readonly string[]
  readonly near: CalendarDate
}

/** What belongs to a seat: role, 選出区分, term. */
export function SeatFields({ seat, onChange, categories, near }: SeatFieldsProps) {
  const set = <Key extends keyof MembershipFields>(key: Key, value: MembershipFields[Key]): void =>
    onChange({ ...seat, [key]: value })
  return (
    <>
      <Select
        label="役割"
        width="full"
        value={seat.role}
        onChange={(value) => set('role', value)}
        choices={councilRoles.map((role) => ({ value: role, label: councilRoleNames[role] }))}
      />
      <ComboBox
        label="選出区分"
        value={seat.category}
        onChange={(value) => set('category', value)}
        suggestions={categories.map((text) => ({ key: text, text }))}
      />
      <JapaneseDateField
        label="任期の始め"
        width="full"
        near={near}
        value={seat.termFrom}
        onChange={(value) => set('termFrom', value)}
      />
      <JapaneseDateField
        label="任期の終わり"
        width="full"
        near={near}
        value={seat.termTo}
        onChange={(value) => set('termTo', value)}
        error={
          seat.termFrom !== null && seat.termTo !== null && seat.termTo < seat.termFrom
            ? '終わりが始めより前の日です。どちらかを直してください。'
            : null
        }
      />
      <JapaneseDateField
        label="委嘱日"
        width="full"
        near={near}
        value={seat.appointedOn}
        onChange={(value) => set('appointedOn', value)}
      />
      <TextField
        label="任期の覚え書き"
        value={seat.termNote}
        onChange={(value) => set('termNote', value)}
        placeholder="在職期間 など"
      />
      <Select
        label="新任・再任"
        width="full"
        value={seat.reappointment ?? untold}
        onChange={(value) => set('reappointment', value === untold ? null : value)}
        choices={[
          { value: untold, label: '記さない' },
          ...reappointments.map((each) => ({ value: each, label: reappointmentNames[each] })),
        ]}
      />
      <Checkbox checked={seat.exOfficio} onChange={(value) => set('exOfficio', value)}>
        充て職（役職についている間の席）
      </Checkbox>
    </>
  )
}
