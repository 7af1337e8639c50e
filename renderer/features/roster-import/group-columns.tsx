import type { OfferedGroupImport } from '#shared/contract/organization-operations.ts'
import {
  type GroupColumnChoice,
  type GroupColumnUse,
  groupImportFieldNames,
  groupImportFields,
} from '#shared/domain/group-import-plan.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { HeaderRow } from './header-row.tsx'
import { KeepMapping } from './keep-mapping.tsx'
import styles from './roster-import.module.css'

const uses: readonly { readonly value: GroupColumnUse; readonly label: string }[] = [
  ...groupImportFields.map((field) => ({ value: field, label: groupImportFieldNames[field] })),
  { value: 'beside', label: '備考に書き添える' },
  { value: 'leave', label: '取り込まない' },
]
const isField = (use: GroupColumnUse): boolean => use !== 'beside' && use !== 'leave'

/** What is said of the table; `mapping` null: each column as its heading says. */
export interface GroupWish {
  readonly headerRow: number | null
  readonly mapping: readonly GroupColumnChoice[] | null
}

export interface GroupColumnsProps {
  readonly plan: OfferedGroupImport
  readonly busy: boolean
  /** Reads the list anew with what was said of it. */
  readonly onWish: (wish: GroupWish) => void
}

/** How each column of a list of groups was understood, to be put right and kept under a name. */
export function GroupColumns({ plan, busy, onWish }: GroupColumnsProps) {
  const setUse = (column: string, use: GroupColumnUse): void =>
    onWish({
      headerRow: plan.headerRow,
      mapping: plan.columns.map((each) => ({
        column: each.column,
        // A field stands in one column only: it goes over from the one that had it.
        use: each.column === column ? use : each.use === use && isField(use) ? 'beside' : each.use,
      })),
    })
  return (
    <Block
      title="列と団体の欄"
      note={`見出しは${plan.headerRows.join('・')}行目`}
      className={styles.columnsBlock}
    >
      <HeaderRow plan={plan} busy={busy} onRow={(headerRow) => onWish({ headerRow, mapping: null })} />
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="列と団体の欄">
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">列</th>
              <th scope="col">見出し</th>
              <th scope="col">団体の欄</th>
              <th scope="col">わけ</th>
            </tr>
          </thead>
          <tbody>
            {plan.columns.map((column) => (
              <tr key={column.column} className={column.field === null ? styles.dim : undefined}>
                <td>{column.column}</td>
                <td>{column.header === '' ? '（見出しなし）' : column.header}</td>
                <td>
                  <Select<GroupColumnUse>
                    label={`${column.column}列（${column.header}）の欄`}
                    labelUnseen
                    width="full"
                    value={column.use}
                    onChange={(use) => setUse(column.column, use)}
                    choices={uses}
                  />
                </td>
                <td className={styles.why}>{column.reason ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <KeepGroupMapping key={plan.mappingName} plan={plan} />
    </Block>
  )
}

/** The next list with these headings is read so by itself. */
function KeepGroupMapping({ plan }: { readonly plan: OfferedGroupImport }) {
  const { busy, error, run } = useWrite('organizations.keepMapping')
  const fields = plan.columns.map(({ header, use }) => ({ header, use }))
  return (
    <KeepMapping
      what="一覧"
      example="市の団体一覧"
      keptAs={plan.mappingName}
      save={{ busy, error, run: (name) => run({ name, fields }) }}
    />
  )
}
