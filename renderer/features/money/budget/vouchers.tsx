import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { BudgetItem, Voucher } from '#shared/contract/budget-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { formatYen, yenWords } from '#shared/domain/yen.ts'
import record from '#renderer/ui/record-page.module.css'
import styles from '../money.module.css'
import { YenField } from '../yen-field.tsx'

/** 伝票 of one item: what was spent or taken in beside the payments, typed one after another. */
export function Vouchers({ item, onDone }: { readonly item: BudgetItem; readonly onDone: () => void }) {
  const id = useId()
  const { today } = usePlace()
  const [datedOn, setDatedOn] = useState(today)
  const [text, setText] = useState('')
  const [partner, setPartner] = useState('')
  const [amount, setAmount] = useState<number | null>(null)
  const [readable, setReadable] = useState(true)
  const [asked, setAsked] = useState(false)
  const add = useWrite('budget.addVoucher')
  const remove = useWrite('budget.removeVoucher')
  const restore = useWrite('budget.restoreVoucher')
  const tell = useTell()
  const send = async (): Promise<void> => {
    setAsked(true)
    if (text.trim() === '' || amount === null || !readable) return
    const voucher = { itemId: item.id, datedOn, text, partner, amount }
    if ((await add.run({ voucher })) === null) return
    setText('')
    setPartner('')
    setAmount(null)
    setAsked(false)
  }
  const takeAway = async (voucher: Voucher): Promise<void> => {
    if (!(await remove.did({ voucherId: voucher.id }))) return
    tell({
      text: `伝票「${voucher.text}」を外しました。`,
      undo: () => restore.run({ voucherId: voucher.id }),
    })
  }
  return (
    <div className={record.inlineForm}>
      <div className={record.wide}>
        {item.paid === 0 ? null : <p>締めた支払いから　{yenWords(item.paid)}</p>}
        <ul className={record.lines} aria-label={`${item.name}の伝票`}>
          {item.vouchers.map((voucher) => (
            <li key={voucher.id}>
              <span>{formatWareki(voucher.datedOn, 'short')}</span>
              <span className={record.wide}>
                {voucher.text}　<span className="sub">{voucher.partner}</span>
              </span>
              <span className={styles.yen}>{formatYen(voucher.amount)}円</span>
              <Button
                look="quiet"
                label={`伝票「${voucher.text}」を外す`}
                onPress={() => void takeAway(voucher)}
              >
                外す
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <EntryForm id={id} endsAt={`${id}-end`} className={styles.voucher} onSubmit={() => void send()}>
        <JapaneseDateField
          label="伝票の日付"
          autoFocus
          value={datedOn}
          near={today}
          onChange={(day) => setDatedOn(day ?? today)}
          onReadable={setReadable}
        />
        <TextField
          label="摘要"
          value={text}
          onChange={setText}
          error={asked && text.trim() === '' ? '摘要を書いてください。' : null}
        />
        <TextField label="相手" value={partner} onChange={setPartner} />
        <YenField
          label="金額（円。返金は －）"
          least={-1_000_000_000}
          most={1_000_000_000_000}
          value={amount}
          onChange={setAmount}
          error={asked && amount === null ? '金額を書いてください。' : null}
        />
        <span className={record.actions}>
          <Button submits id={`${id}-end`} busy={add.busy}>
            伝票を加える
          </Button>
          <Button look="quiet" onPress={onDone}>
            とじる
          </Button>
        </span>
      </EntryForm>
      <ErrorNotice error={add.error ?? remove.error} />
    </div>
  )
}
