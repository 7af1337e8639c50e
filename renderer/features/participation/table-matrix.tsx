import type { Participation } from '#shared/contract/participation-operations.ts'
import { type Kind, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import {
  columnName,
  columnsOf,
  crossingMembers,
  type GroupColumn,
  isInColumn,
  membersIn,
  type SectorRow,
  sectorRows,
} from '#shared/domain/participation.ts'
import { sectorNames } from '#shared/domain/sectors.ts'
import { useKinds } from '#renderer/api/use-kinds.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import type { ChosenCell } from './chosen-cell.ts'
import styles from './matrix.module.css'

export interface TableMatrixProps {
  readonly data: Participation
  readonly cell: ChosenCell
  readonly onChoose: (cell: ChosenCell) => void
}

interface Column {
  readonly column: GroupColumn
  /** The first of a family: a stronger line stands before it. */
  readonly edge: boolean
  readonly name: string
}

const rowName = (row: SectorRow): string => (row === 'none' ? '分野の入っていない人' : sectorNames[row])

function columnList(data: Participation, list: readonly Kind[]): readonly Column[] {
  const families = columnsOf(data.members, data.needs, list).flatMap(
    ({ family, kinds }): readonly Column[] => [
      { column: family, edge: true, name: '合わせて' },
      ...kinds.map((kind) => ({ column: kind, edge: false, name: columnName(kind, list) })),
    ],
  )
  const unknown = data.members.some((member) => member.family === null)
  return unknown ? [...families, { column: 'unknown', edge: true, name: '分からない' }] : families
}

/** Sectors × kinds of group: each cell a count that opens its names; where somebody is missing it says so. */
export function TableMatrix({ data, cell, onChoose }: TableMatrixProps) {
  const list = useKinds()
  const columns = columnList(data, list)
  const families = columnsOf(data.members, data.needs, list)
  const hasUnknown = columns.some(({ column }) => column === 'unknown')
  const rows = sectorRows.filter(
    (row) => row !== 'none' || data.members.some((member) => member.sectors.length === 0),
  )
  return (
    <div className={styles.scroll} role="region" aria-label="分野と団体の表" tabIndex={0}>
      <table className={styles.matrix}>
        <thead>
          <tr className={styles.families}>
            <th scope="col" rowSpan={2}>
              分野
            </th>
            {families.map(({ family, kinds }) => (
              <th key={family} scope="colgroup" colSpan={kinds.length + 1} className={styles.edge}>
                {kindFamilyNames[family]}
              </th>
            ))}
            {hasUnknown ? (
              <th scope="col" className={styles.edge}>
                種別
              </th>
            ) : null}
            <th scope="col" rowSpan={2} className={styles.edge}>
              計
            </th>
          </tr>
          <tr className={styles.kinds}>
            {columns.map(({ column, edge, name }) => (
              <th key={column} scope="col" className={classNames(edge && styles.edge)}>
                <span className={styles.down}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{rowName(row)}</th>
              {columns.map((column) => (
                <MatrixCell
                  key={column.column}
                  data={data}
                  row={row}
                  column={column}
                  chosen={cell.row === row && cell.column === column.column}
                  onChoose={onChoose}
                />
              ))}
              <td className={classNames(styles.edge, styles.sum)}>
                {
                  data.members.filter((member) =>
                    row === 'none' ? member.sectors.length === 0 : member.sectors.includes(row),
                  ).length
                }
              </td>
            </tr>
          ))}
          <tr className={styles.people}>
            <th scope="row">委員（実数）</th>
            {columns.map(({ column, edge }) => (
              <td key={column} className={classNames(edge && styles.edge)}>
                {data.members.filter((member) => isInColumn(member, column)).length}
              </td>
            ))}
            <td className={styles.edge}>
              <b>{data.members.length}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <p className={styles.note}>
        一人が二つ以上の分野に入ることがあるので、計を足しても委員の数にはなりません。分野をまたぐ人は
        {crossingMembers(data.members).length}名です。
      </p>
    </div>
  )
}

interface MatrixCellProps {
  readonly data: Participation
  readonly row: SectorRow
  readonly column: Column
  readonly chosen: boolean
  readonly onChoose: (cell: ChosenCell) => void
}

function MatrixCell({ data, row, column: { column, edge, name }, chosen, onChoose }: MatrixCellProps) {
  const list = useKinds()
  const count = membersIn(data.members, row, column).length
  const lacks = data.gaps.some((gap) => gap.sector === row && gap.column === column)
  const full = name === '合わせて' ? columnName(column, list) : name
  return (
    <td className={classNames(edge && styles.edge)}>
      <button
        type="button"
        className={classNames(
          styles.cell,
          lacks && styles.lack,
          count === 0 && !lacks && styles.none,
          chosen && styles.chosen,
        )}
        aria-pressed={chosen}
        aria-label={`${rowName(row)} × ${full}　${lacks ? '足りない' : `${count}名`}`}
        onClick={() => onChoose({ row, column })}
      >
        {lacks ? '足りない' : count === 0 ? '・' : count}
      </button>
    </td>
  )
}
