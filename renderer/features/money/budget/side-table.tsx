import { Fragment, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { BudgetItem, BudgetYear } from '#shared/contract/budget-operations.ts'
import type { BudgetItemId } from '#shared/domain/ids.ts'
import { type LedgerSide, ledgerSideNames } from '#shared/domain/ledger.ts'
import { formatYen } from '#shared/domain/yen.ts'
import record from '#renderer/ui/record-page.module.css'
import styles from '../money.module.css'
import { ItemForm } from './item-form.tsx'
import { Vouchers } from './vouchers.tsx'

export function Yen({ amount }: { readonly amount: number }) {
  return <span className={classNames(amount < 0 && styles.minus)}>{formatYen(amount)}</span>
}

type Open =
  { readonly what: 'new' } | { readonly what: 'item' | 'vouchers'; readonly itemId: BudgetItemId } | null

interface SideTableProps {
  readonly budget: BudgetYear
  readonly side: LedgerSide
}

/** One side of the year: items, their vouchers, and the sum. */
export function SideTable({ budget, side }: SideTableProps) {
  const [open, setOpen] = useState<Open>(null)
  const move = useWrite('budget.moveItem')
  const remove = useWrite('budget.removeItem')
  const restore = useWrite('budget.restoreItem')
  const tell = useTell()
  const items = budget.items.filter((item) => item.side === side)
  const sum = budget.totals[side]
  const done = (): void => setOpen(null)
  const takeAway = async (item: BudgetItem): Promise<void> => {
    if (!(await remove.did({ itemId: item.id }))) return
    tell({
      text: `科目「${item.name}」を外しました。`,
      undo: () => restore.run({ itemId: item.id }),
    })
  }
  return (
    <Block
      title={ledgerSideNames[side]}
      more={
        <Button
          small
          label={`${ledgerSideNames[side]}の科目を加える`}
          onPress={() => setOpen({ what: 'new' })}
        >
          科目を加える
        </Button>
      }
    >
      <ErrorNotice error={move.error ?? remove.error} />
      {open?.what === 'new' ? (
        <ItemForm item={null} fiscalYear={budget.fiscalYear} side={side} onDone={done} />
      ) : null}
      <table className={styles.table} aria-label={`${ledgerSideNames[side]}の表`}>
        <thead>
          <tr>
            <th scope="col">科目</th>
            <th scope="col" className={styles.yen}>
              予算額
            </th>
            <th scope="col" className={styles.yen}>
              決算額
            </th>
            <th scope="col" className={styles.yen}>
              増減（△）
            </th>
            <th scope="col">すること</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Fragment key={item.id}>
              <tr>
                <th scope="row">
                  {item.name}
                  {item.note === '' ? null : <span className="sub">　{item.note}</span>}
                </th>
                <td className={styles.yen}>{formatYen(item.amount)}</td>
                <td className={styles.yen}>{formatYen(item.actual)}</td>
                <td className={styles.yen}>
                  <Yen amount={item.difference} />
                </td>
                <td>
                  <span className={record.actions}>
                    <Button
                      look="quiet"
                      label={`${item.name}の伝票 ${String(item.vouchers.length)}`}
                      onPress={() => setOpen({ what: 'vouchers', itemId: item.id })}
                    >
                      伝票 {item.vouchers.length}
                    </Button>
                    <Button
                      look="quiet"
                      label={`科目「${item.name}」を直す`}
                      onPress={() => setOpen({ what: 'item', itemId: item.id })}
                    >
                      直す
                    </Button>
                    <Button
                      look="quiet"
                      label={`科目「${item.name}」を上へ`}
                      onPress={() => void move.run({ itemId: item.id, by: -1 })}
                    >
                      上へ
                    </Button>
                    <Button
                      look="quiet"
                      label={`科目「${item.name}」を外す`}
                      onPress={() => void takeAway(item)}
                    >
                      外す
                    </Button>
                  </span>
                </td>
              </tr>
              {open === null || open.what === 'new' || open.itemId !== item.id ? null : (
                <tr>
                  <td colSpan={5}>
                    {open.what === 'item' ? (
                      <ItemForm item={item} fiscalYear={budget.fiscalYear} side={side} onDone={done} />
                    ) : (
                      <Vouchers item={item} onDone={done} />
                    )}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{ledgerSideNames[side]}　合計</th>
            <td className={styles.yen}>{formatYen(sum.budget)}</td>
            <td className={styles.yen}>{formatYen(sum.actual)}</td>
            <td className={styles.yen}>
              <Yen amount={sum.difference} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </Block>
  )
}
