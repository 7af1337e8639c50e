import { useMemo, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ComboBox, type Suggestion } from '#renderer/ui/combo-box.tsx'
import type { OrganizationId, PersonId } from '#shared/domain/ids.ts'
import styles from '../coordinators.module.css'
import type { EntryDraft } from './entry-fields.ts'

export interface WithWhomProps {
  readonly entry: EntryDraft
  readonly onChange: (part: Partial<EntryDraft>) => void
}

/** 相手先: people and groups of the roster by a few kana, or any words. */
export function WithWhom({ entry, onChange }: WithWhomProps) {
  const people = useRead('roster.listPeople', {})
  const groups = useRead('organizations.list', {})
  const [fresh, setFresh] = useState(0)
  const suggestions = useMemo<readonly Suggestion[]>(
    () => [
      ...(people.data ?? []).map((each) => ({
        key: each.id,
        text: each.name,
        also: each.kana,
        note: [each.organizationName, each.post].filter((word) => word !== '').join('　'),
      })),
      ...(groups.data ?? []).map((each) => ({
        key: each.id,
        text: each.name,
        also: each.kana,
        note: '団体',
      })),
    ],
    [people.data, groups.data],
  )
  const nameOf = (id: string): string => suggestions.find((each) => each.key === id)?.text ?? ''
  const take = (id: string): void => {
    // A suggestion's key is the id of the record that it was made from.
    const isPerson = (people.data ?? []).some((each) => each.id === id)
    if (isPerson) {
      onChange({ partner: '', personIds: [...new Set([...entry.personIds, id as PersonId])] })
    } else {
      onChange({
        partner: '',
        organizationIds: [...new Set([...entry.organizationIds, id as OrganizationId])],
      })
    }
    // The box keeps the text of what was taken; a new one is empty.
    setFresh((before) => before + 1)
  }
  const drop = (id: string): void =>
    onChange({
      personIds: entry.personIds.filter((each) => each !== id),
      organizationIds: entry.organizationIds.filter((each) => each !== id),
    })
  const chosen = [...entry.personIds, ...entry.organizationIds]
  return (
    <>
      <ComboBox
        key={fresh}
        label="相手先"
        placeholder="名前やかなの一部"
        autoFocus={fresh > 0}
        value={entry.partner}
        onChange={(partner) => onChange({ partner })}
        onTake={(taken) => take(taken.key)}
        suggestions={suggestions}
      />
      {chosen.length === 0 ? null : (
        <div className={styles.chosen}>
          {chosen.map((id) => (
            <Button key={id} look="quiet" label={`${nameOf(id)}を相手先から外す`} onPress={() => drop(id)}>
              {nameOf(id)} ×
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
