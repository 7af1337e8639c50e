import { useMemo, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { ComboBox, type Suggestion } from '#renderer/ui/combo-box.tsx'
import type { PersonId } from '#shared/domain/ids.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'

export interface PersonFieldProps {
  readonly label: string
  readonly value: PersonId | null
  readonly onChange: (personId: PersonId | null) => void
  readonly error?: string | null
  readonly autoFocus?: boolean
}

/** One person of the roster, by part of the name or kana. */
export function PersonField({ label, value, onChange, error = null, autoFocus = false }: PersonFieldProps) {
  const people = useRead('roster.listPeople', {})
  const [typed, setTyped] = useState<string | null>(null)
  const all = useMemo(() => people.data ?? [], [people.data])
  const suggestions = useMemo<readonly Suggestion[]>(
    () =>
      all.map((each) => ({
        key: each.id,
        text: each.name,
        also: each.kana,
        note: [each.organizationName, each.post].filter((word) => word !== '').join('　'),
      })),
    [all],
  )
  const shown = typed ?? all.find((each) => each.id === value)?.name ?? ''
  return (
    <ComboBox
      label={label}
      required
      autoFocus={autoFocus}
      placeholder="名前やかなの一部"
      value={shown}
      error={error}
      onChange={(text) => {
        setTyped(text)
        // Written out in full, where there is only one of that name.
        const same = all.filter((each) => text !== '' && foldForSearch(each.name) === foldForSearch(text))
        onChange(same.length === 1 ? (same[0]?.id ?? null) : null)
      }}
      onTake={(taken) => {
        setTyped(taken.text)
        onChange(all.find((each) => each.id === taken.key)?.id ?? null)
      }}
      suggestions={suggestions}
    />
  )
}
