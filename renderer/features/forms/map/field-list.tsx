import { type Ref, useId, useMemo, useState } from 'react'
import { belongsToIme } from '#renderer/ui/ime.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Mark } from '#renderer/ui/mark.tsx'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import styles from './map.module.css'

export interface FieldListProps {
  readonly fields: readonly OfferedField[]
  /** Path → the cell that it goes into. */
  readonly places: ReadonlyMap<string, string>
  /** Paths of what is in the chosen cell. */
  readonly chosen: ReadonlySet<string>
  readonly searchRef: Ref<HTMLInputElement>
  readonly onChoose: (field: OfferedField) => void
  readonly onLeave: () => void
}

/** Fields in which all the words stand, in their names, lists or examples. */
function found(fields: readonly OfferedField[], words: string): readonly OfferedField[] {
  const sought = words
    .split(/\s+/u)
    .map(foldForSearch)
    .filter((word) => word !== '')
  return fields.filter((field) => {
    const told = foldForSearch(`${field.group}${field.name}${field.example}`)
    return sought.every((word) => told.includes(word))
  })
}

/** The fields of the program, searched by words; Enter puts the marked one into the chosen cell. */
export function FieldList({ fields, places, chosen, searchRef, onChoose, onLeave }: FieldListProps) {
  const [words, setWords] = useState('')
  const [marked, setMarked] = useState(0)
  const id = useId()
  const shown = useMemo(() => found(fields, words), [fields, words])
  const groups = useMemo(() => [...Map.groupBy(shown, ({ group }) => group)], [shown])
  const now = shown[Math.min(marked, shown.length - 1)]
  const mark = (position: number): void => {
    setMarked(position)
    document.getElementById(`${id}-${shown[position]?.path ?? ''}`)?.scrollIntoView({ block: 'nearest' })
  }
  const choose = (field: OfferedField): void => {
    setWords('')
    setMarked(0)
    onChoose(field)
  }
  return (
    <section className={styles.fields} aria-label="項目">
      <input
        ref={searchRef}
        type="text"
        role="combobox"
        aria-label="項目をさがす"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={now === undefined ? undefined : `${id}-${now.path}`}
        autoComplete="off"
        placeholder="項目をさがす"
        className={styles.search}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setMarked(0)
        }}
        onKeyDown={(event) => {
          if (belongsToIme(event)) return
          if (event.key === 'ArrowDown') mark(Math.min(shown.length - 1, marked + 1))
          else if (event.key === 'ArrowUp') mark(Math.max(0, marked - 1))
          else if (event.key === 'Enter' && now !== undefined) choose(now)
          else if (event.key === 'Escape') onLeave()
          else return
          event.preventDefault()
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label="項目の一覧" tabIndex={-1} className={styles.list}>
        {groups.map(([group, members]) => (
          <div key={group} role="group" aria-label={group}>
            <div className={styles.group} aria-hidden="true">
              <b>{group}</b>
              <span className="sub">
                {members.filter(({ path }) => places.has(path)).length}／{members.length}
              </span>
            </div>
            {members.map((field) => (
              <div
                key={field.path}
                id={`${id}-${field.path}`}
                role="option"
                aria-selected={field === now}
                tabIndex={-1}
                className={classNames(
                  styles.field,
                  field === now && styles.marked,
                  chosen.has(field.path) && styles.here,
                )}
                onClick={() => choose(field)}
              >
                {places.has(field.path) ? <Mark kind="done" /> : <span className={styles.noMark} />}
                <span className={styles.fieldName}>{field.name}</span>
                <span className={styles.at}>{places.get(field.path) ?? 'まだ'}</span>
              </div>
            ))}
          </div>
        ))}
        {shown.length === 0 ? <p className="sub">「{words}」に合う項目はありません。</p> : null}
      </div>
    </section>
  )
}
