import { useMemo } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import type { ResourceFields } from '#shared/contract/resource-operations.ts'

export interface OperatorFieldProps {
  readonly fields: ResourceFields
  readonly onChange: (part: Partial<ResourceFields>) => void
}

/** 運営している団体: one of the roster, to which the resource is then tied, or any words. */
export function OperatorField({ fields, onChange }: OperatorFieldProps) {
  const groups = useRead('organizations.list', {})
  const suggestions = useMemo(
    () => (groups.data ?? []).map((each) => ({ key: each.id, text: each.name, also: each.kana })),
    [groups.data],
  )
  const tied = groups.data?.find((each) => each.id === fields.organizationId)
  return (
    <ComboBox
      label="運営している団体"
      hint={
        tied === undefined ? '名簿の団体を選ぶと、結びつきます' : `名簿の「${tied.name}」と結びついています`
      }
      value={fields.operator}
      onChange={(operator) => onChange({ operator, organizationId: null })}
      onTake={(taken) => {
        const group = groups.data?.find((each) => each.id === taken.key)
        if (group !== undefined) onChange({ operator: group.name, organizationId: group.id })
      }}
      suggestions={suggestions}
    />
  )
}
