import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { isOpenDevelopment } from '#shared/domain/development.ts'
import {
  type GapCell,
  type GapState,
  gapStateNames,
  type GapTable,
  helpGap,
} from '#shared/domain/help-gap.ts'
import { chosenHelpKinds } from '#shared/domain/help-kinds.ts'
import { openNeedStatuses } from '#shared/domain/need.ts'
import { type Sector, sectorNames, sectors } from '#shared/domain/sectors.ts'
import { AreaParts } from '../area-parts.tsx'
import localStyles from '#renderer/ui/record-page.module.css'
import { LocalPaperView } from '../local-paper-view.tsx'
import styles from './gap.module.css'

const marks: Readonly<Record<Exclude<GapState, 'none'>, MarkKind>> = {
  missing: 'lacking',
  growing: 'soon',
  there: 'done',
}

interface Named {
  readonly id: string
  readonly name: string
}

function useGap(sector: Sector | null) {
  const needs = useRead('needs.list', { councilId: null })
  const resources = useRead('resources.list', {})
  const developments = useRead('developments.list', { councilId: null })
  const { kinds } = useHelpKinds()
  return useMemo(() => {
    const openNeeds = (needs.data ?? []).filter(
      (each) => each.sameAsId === null && openNeedStatuses.includes(each.status),
    )
    const growing = (developments.data ?? []).filter((each) => isOpenDevelopment(each.state))
    const there = resources.data ?? []
    const table = helpGap(
      { needs: openNeeds, resources: there, developments: growing },
      sector,
      chosenHelpKinds(kinds).map((kind) => kind.code),
    )
    const named: readonly Named[] = [
      ...openNeeds.map((each) => ({ id: each.id, name: each.text })),
      ...there.map((each) => ({ id: each.id, name: each.name })),
      ...growing.map((each) => ({ id: each.id, name: each.title })),
    ]
    return { table, names: new Map(named.map((each) => [each.id, each.name])) }
  }, [needs.data, resources.data, developments.data, sector, kinds])
}

const all = 'all'

/** 過不足: kinds of help × areas; every cell opens what stands behind it, and what is missing says so. */
export function GapPage() {
  const [sector, setSector] = useState<Sector | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [printing, setPrinting] = useState(false)
  const { table, names } = useGap(sector)
  const cell = table.rows.flatMap((row) => row.cells).find((each) => keyOf(each) === chosen)
  const missing = table.rows.flatMap((row) => row.cells).filter((each) => each.state === 'missing').length
  return (
    <>
      <PageHead
        title="資源の過不足"
        beside={<AreaParts />}
        line={`終わっていない課題と、いまある資源をくらべます。${missing === 0 ? '' : `足りないところが${String(missing)}か所あります。`}`}
        actions={
          <>
            <Select<Sector | typeof all>
              label="分野"
              labelUnseen
              value={sector ?? all}
              onChange={(value) => setSector(value === all ? null : value)}
              choices={[
                { value: all, label: 'すべての分野' },
                ...sectors.map((value) => ({ value, label: sectorNames[value] })),
              ]}
            />
            <Button look="main" onPress={() => setPrinting(true)}>
              過不足表を印刷する
            </Button>
          </>
        }
      />
      {printing ? (
        <LocalPaperView
          title="資源の過不足表"
          wanted={{ name: 'gap-table', sector }}
          onClose={() => setPrinting(false)}
        />
      ) : (
        <div className={localStyles.page}>
          {table.unsorted === 0 ? null : (
            <p className="sub">分類をまだ決めていないものが{table.unsorted}件あり、表に入っていません。</p>
          )}
          <div className={styles.beside}>
            <Matrix table={table} chosen={chosen} onChoose={setChosen} />
            {cell === undefined ? null : <Behind cell={cell} names={names} />}
          </div>
        </div>
      )}
    </>
  )
}

function keyOf(cell: GapCell): string {
  return `${cell.kind} ${cell.areaName}`
}

interface MatrixProps {
  readonly table: GapTable
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
}

function Matrix({ table, chosen, onChoose }: MatrixProps) {
  const { nameOf } = useHelpKinds()
  return (
    <table className={styles.table} aria-label="資源の過不足">
      <thead>
        <tr>
          <th scope="col">分類</th>
          {table.areas.map((area) => (
            <th key={area} scope="col">
              {area === '' ? '全域' : area}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.kind}>
            <th scope="row">{nameOf(row.kind)}</th>
            {row.cells.map((cell) => (
              <td key={cell.areaName}>
                {cell.state === 'none' ? null : (
                  <button
                    type="button"
                    aria-pressed={keyOf(cell) === chosen}
                    className={classNames(
                      styles.cell,
                      cell.state === 'missing' && styles.missing,
                      keyOf(cell) === chosen && styles.chosen,
                    )}
                    onClick={() => onChoose(keyOf(cell))}
                  >
                    <Chip mark={marks[cell.state]}>{gapStateNames[cell.state]}</Chip>
                    <span>
                      課題{cell.needIds.length}・資源{cell.resourceIds.length}
                    </span>
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface BehindProps {
  readonly cell: GapCell
  readonly names: ReadonlyMap<string, string>
}

/** What stands behind a cell, by name. */
function Behind({ cell, names }: BehindProps) {
  const { nameOf } = useHelpKinds()
  const lists = [
    { title: '課題', to: '/area', ids: cell.needIds },
    { title: '進めている取り組み', to: '/area/developments', ids: cell.developmentIds },
    { title: '資源', to: '/area/resources', ids: cell.resourceIds },
  ] as const
  return (
    <Block title={`${nameOf(cell.kind)}　${cell.areaName === '' ? '全域' : cell.areaName}`}>
      {lists.map(({ title, to, ids }) => (
        <Block key={title} title={title} note={`${String(ids.length)}件`} minor>
          <ul className={localStyles.lines}>
            {ids.map((id) => (
              <li key={id}>
                <Link to={to} search={{ at: id }}>
                  {names.get(id) ?? ''}
                </Link>
              </li>
            ))}
          </ul>
        </Block>
      ))}
    </Block>
  )
}
