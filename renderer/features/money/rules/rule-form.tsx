import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { AllowanceRuleFields, AllowanceRuleRow } from '#shared/contract/allowance-operations.ts'
import { fiscalYearOf, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { councilRoleNames, councilRoles } from '#shared/domain/roles.ts'
import record from '#renderer/ui/record-page.module.css'
import { TaxFields } from '../tax-fields.tsx'
import { YenField } from '../yen-field.tsx'

export interface RuleFormProps {
  /** Null: a new one. */
  readonly rule: AllowanceRuleRow | null
  readonly councilId: CouncilId
  readonly onDone: () => void
}

const choices = [
  ['paysOnline', 'オンラインの出席にも払う'],
  ['paysProxy', '代理の方にも払う'],
  ['paysWritten', '書面の意見にも払う'],
  ['taxesTravel', '費用弁償にも税をかける'],
] as const

/** What one attendance of a role is paid from a day on. */
export function RuleForm({ rule, councilId, onDone }: RuleFormProps) {
  const id = useId()
  const { today } = usePlace()
  const april = makeCalendarDate(fiscalYearOf(today), 4, 1) ?? today
  const [fields, setFields] = useState<AllowanceRuleFields>(() => {
    if (rule !== null) {
      const { id: _id, ...known } = rule
      return known
    }
    return {
      councilId,
      role: 'member',
      validFrom: april,
      validTo: null,
      amount: 0,
      halfAmount: null,
      halfMinutes: null,
      travel: 0,
      paysOnline: true,
      paysProxy: false,
      paysWritten: false,
      taxName: '',
      taxRate: 0,
      taxesTravel: false,
      note: '',
    }
  })
  const [readable, setReadable] = useState({ from: true, to: true, tax: true })
  const add = useWrite('allowanceRules.add')
  const save = useWrite('allowanceRules.save')
  const set = (part: Partial<AllowanceRuleFields>): void => setFields((before) => ({ ...before, ...part }))
  const send = async (): Promise<void> => {
    if (!readable.from || !readable.to || !readable.tax) return
    // A half needs both its amount and its minutes.
    const half = fields.halfAmount !== null && fields.halfMinutes !== null
    const given = half ? fields : { ...fields, halfAmount: null, halfMinutes: null }
    if (rule === null) {
      if ((await add.run({ rule: given })) !== null) onDone()
    } else if (await save.did({ ruleId: rule.id, rule: given })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={record.inlineForm} onSubmit={() => void send()}>
      <Select
        label="役割"
        autoFocus
        value={fields.role}
        onChange={(role) => set({ role })}
        choices={councilRoles.map((value) => ({ value, label: councilRoleNames[value] }))}
      />
      <JapaneseDateField
        label="いつから"
        value={fields.validFrom}
        near={today}
        onChange={(day) => set({ validFrom: day ?? april })}
        onReadable={(from) => setReadable((before) => ({ ...before, from }))}
      />
      <JapaneseDateField
        label="いつまで（あれば）"
        value={fields.validTo}
        near={today}
        onChange={(validTo) => set({ validTo })}
        onReadable={(to) => setReadable((before) => ({ ...before, to }))}
      />
      <YenField
        label="1回の額（円）"
        value={fields.amount}
        onChange={(amount) => set({ amount: amount ?? 0 })}
      />
      <YenField
        label="費用弁償（円）"
        value={fields.travel}
        onChange={(travel) => set({ travel: travel ?? 0 })}
      />
      <YenField
        label="半日の額（円）"
        value={fields.halfAmount}
        onChange={(halfAmount) => set({ halfAmount })}
      />
      <NumberField
        label="半日とする時間（分まで）"
        unit="分"
        least={1}
        most={1440}
        value={fields.halfMinutes}
        onChange={(halfMinutes) => set({ halfMinutes })}
      />
      <TaxFields
        tax={fields}
        onChange={({ taxName, taxRate }) => set({ taxName, taxRate })}
        onReadable={(tax) => setReadable((before) => ({ ...before, tax }))}
      />
      <div className={record.wide}>
        {choices.map(([key, label]) => (
          <Checkbox key={key} checked={fields[key]} onChange={(checked) => set({ [key]: checked })}>
            {label}
          </Checkbox>
        ))}
      </div>
      <Button submits id={`${id}-end`} busy={add.busy || save.busy}>
        {rule === null ? 'このきまりを加える' : 'この内容に直す'}
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={add.error ?? save.error} />
    </EntryForm>
  )
}
