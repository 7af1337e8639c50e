import { useMemo, useRef, useState } from 'react'
import type { OrganizationRow } from '#shared/contract/organization-operations.ts'
import { describeKind, type Kind } from '#shared/domain/constituent-kinds.ts'
import type { OrganizationId } from '#shared/domain/ids.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'
import { useKinds } from '#renderer/api/use-kinds.ts'
import { Name } from '#renderer/ui/name.tsx'
import { RowList, type RowListHandle } from '#renderer/ui/row-list.tsx'
import { FilterField } from '#renderer/ui/filter-field.tsx'
import styles from './groups.module.css'

const kindName = (group: OrganizationRow, kinds: readonly Kind[]): string =>
  group.kind === null ? '' : describeKind(group.kind, kinds).name

export interface GroupsListProps {
  readonly groups: readonly OrganizationRow[]
  readonly chosen: OrganizationId | null
  readonly onChoose: (organizationId: OrganizationId) => void
}

/** Every group, found by any part of name, kana, code, kind, sector or area. */
export function GroupsList({ groups, chosen, onChoose }: GroupsListProps) {
  const kinds = useKinds()
  const [wanted, setWanted] = useState('')
  const list = useRef<RowListHandle>(null)
  const keys = useMemo(
    () =>
      groups.map((group) => ({
        group,
        key: foldForSearch(
          [
            group.name,
            group.kana,
            group.code,
            kindName(group, kinds),
            group.areaName,
            group.contactName,
            group.address,
            group.phone,
            ...group.sectors.map((sector) => sectorShortNames[sector]),
          ].join(' '),
        ),
      })),
    [groups, kinds],
  )
  const rows = useMemo(() => {
    const folded = foldForSearch(wanted)
    return keys.filter(({ key }) => key.includes(folded)).map(({ group }) => group)
  }, [keys, wanted])
  return (
    <section className={styles.list} aria-label="団体の一覧">
      <FilterField label="団体・種別・分野・圏域でしぼる" value={wanted} onChange={setWanted} list={list} />
      <p className="unseen" role="status">
        {wanted === '' ? '' : `${rows.length}団体`}
      </p>
      {rows.length === 0 ? (
        <p className={styles.nobody}>「{wanted}」に当たる団体はありません。</p>
      ) : (
        <RowList<OrganizationRow>
          label="名簿の団体"
          handle={list}
          rows={rows}
          rowKey={(row) => row.id}
          rowHeight={() => 2.4375}
          selectedKey={chosen}
          onSelect={(row) => onChoose(row.id)}
        >
          {(row) => (
            <span className={styles.row}>
              <span className={styles.cut}>
                <Name>{row.name}</Name>
              </span>
              <span className={styles.second}>{kindName(row, kinds)}</span>
              <span className={styles.second}>{row.areaName}</span>
            </span>
          )}
        </RowList>
      )}
    </section>
  )
}
