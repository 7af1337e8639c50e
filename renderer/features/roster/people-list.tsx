import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { PersonRow } from '#shared/contract/roster-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { KanaRow } from '#shared/domain/japanese-text.ts'
import { createFinder, findKey } from '#shared/domain/roster-search.ts'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { RowList, type RowListHandle } from '#renderer/ui/row-list.tsx'
import { FilterField } from '#renderer/ui/filter-field.tsx'
import { KanaIndex } from './kana-index.tsx'
import { doublesAmong, type ListRow, placedByKana, rowsByKana } from './people-rows.ts'
import styles from './people-list.module.css'

export interface PeopleListProps {
  readonly people: readonly PersonRow[]
  readonly chosen: PersonId | null
  readonly onChoose: (personId: PersonId) => void
}

export function PeopleList({ people, chosen, onChoose }: PeopleListProps) {
  const [wanted, setWanted] = useState('')
  const [seen, setSeen] = useState<KanaRow | null>(null)
  // A jump scrolls the list; that scrolling must not move the mark off the row that was asked for.
  const jumpedAt = useRef(0)
  const mark = (kana: KanaRow): void => {
    jumpedAt.current = performance.now()
    setSeen(kana)
  }
  const list = useRef<RowListHandle>(null)
  const keys = useMemo(
    () =>
      placedByKana(people).map((row) => {
        const { name, kana, organizationName, post, address, email, phone } = row.person
        return {
          row,
          key: findKey({ texts: [name, kana, organizationName, post, address, email], phones: [phone] }),
        }
      }),
    [people],
  )
  const doubles = useMemo(() => doublesAmong(people), [people])
  // The key that was typed shows at once; of very many people the list follows it.
  const sought = useDeferredValue(wanted)
  const rows = useMemo(() => {
    const isFound = createFinder(sought)
    return rowsByKana(keys.filter(({ key }) => isFound(key)).map(({ row }) => row))
  }, [keys, sought])
  const chosenRow = rows.find((row) => row.kind === 'person' && row.person.id === chosen)
  const here = seen ?? chosenRow?.kana ?? rows[0]?.kana ?? null
  return (
    <section className={styles.people} aria-label="人の一覧">
      <div className={styles.filter}>
        <FilterField
          label="氏名・かな・団体でしぼる"
          value={wanted}
          onChange={setWanted}
          list={list}
          narrowedBy={sought}
        />
        <p className="unseen" role="status">
          {wanted === '' ? '' : `${rows.filter((row) => row.kind === 'person').length}人`}
        </p>
      </div>
      {rows.length === 0 ? (
        <p className={styles.nobody}>「{sought}」に当たる人はいません。</p>
      ) : (
        <RowList<ListRow>
          label="名簿の人"
          handle={list}
          rows={rows}
          rowKey={(row) => (row.kind === 'person' ? row.person.id : `kana-${row.kana}`)}
          rowHeight={(row) => (row.kind === 'person' ? 2.4375 : 1.6875)}
          isHeading={(row) => row.kind === 'heading'}
          selectedKey={chosen}
          onSelect={(row) => {
            if (row.kind !== 'person') return
            mark(row.kana)
            onChoose(row.person.id)
          }}
          onFirstSeen={(row) => {
            if (performance.now() - jumpedAt.current > 300) setSeen(row.kana)
          }}
        >
          {(row) => (row.kind === 'person' ? personLine(row.person, doubles) : row.kana)}
        </RowList>
      )}
      <KanaIndex
        present={rows}
        here={here}
        onChoose={(kana, position) => {
          mark(kana)
          list.current?.showAtTop(position)
        }}
      />
    </section>
  )
}

function personLine(person: PersonRow, doubles: ReadonlySet<PersonId>): ReactNode {
  return (
    <>
      <span className={styles.name}>
        <Name>{person.name}</Name>
      </span>
      <span className={styles.group}>{person.organizationName}</span>
      {doubles.has(person.id) ? <Chip mark="double">同じ人かも</Chip> : null}
    </>
  )
}
