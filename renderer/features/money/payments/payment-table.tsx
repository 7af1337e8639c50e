import { Button } from '#renderer/ui/button.tsx'
import { Name } from '#renderer/ui/name.tsx'
import type { Payment, PaymentLine, RunDetail } from '#shared/contract/allowance-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { formatTaxRate } from '#shared/domain/withholding.ts'
import { formatYen } from '#shared/domain/yen.ts'
import styles from '../money.module.css'

export interface PaymentTableProps {
  readonly run: RunDetail
  readonly onChange: (payment: Payment, line: PaymentLine) => void
}

function whereTo({ way, refused, maskedAccount, paidToName }: Payment): string {
  if (refused) return '―'
  if (way === 'cash') return '現金'
  return `${way === 'organization' ? `${paidToName}　` : ''}${maskedAccount ?? '口座がまだありません'}`
}

/** 支払調書 on the screen: a line a payment, each day with what it comes to. */
export function PaymentTable({ run, onChange }: PaymentTableProps) {
  const { totals } = run
  return (
    <div className={styles.wideTable} tabIndex={0} role="region" aria-label="支払いの表">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">出席日</th>
            <th scope="col" className={styles.yen}>
              支給額
            </th>
            <th scope="col" className={styles.yen}>
              源泉徴収
            </th>
            <th scope="col" className={styles.yen}>
              差引支給額
            </th>
            <th scope="col">振込先・備考</th>
          </tr>
        </thead>
        <tbody>
          {run.payments.map((payment) => (
            <tr key={payment.key}>
              <th scope="row">
                <Name>{payment.name}</Name>
                <br />
                <span className="sub">{payment.organizationName}</span>
              </th>
              <td>
                {payment.lines.map((line) => (
                  <div key={line.attendanceId} className={styles.day}>
                    {formatWareki(line.heldOn, 'short')}　{payment.refused ? '' : formatYen(line.base)}
                    {line.travel === 0 ? '' : ` ＋旅費${formatYen(line.travel)}`}
                    {'　'}
                    {run.state !== 'draft' || payment.refused ? null : (
                      <Button
                        look="quiet"
                        label={`${payment.name}の${formatWareki(line.heldOn)}の額を直す`}
                        onPress={() => onChange(payment, line)}
                      >
                        直す
                      </Button>
                    )}
                  </div>
                ))}
              </td>
              <td className={styles.yen}>{formatYen(payment.gross)}</td>
              <td className={styles.yen}>
                {formatYen(payment.tax)}
                {payment.tax === 0 ? null : (
                  <>
                    <br />
                    <span className="sub">
                      {payment.taxName} {formatTaxRate(payment.taxRate)}
                    </span>
                  </>
                )}
              </td>
              <td className={styles.yen}>
                <b>{formatYen(payment.net)}</b>
              </td>
              <td>
                {whereTo(payment)}
                {payment.note === '' ? null : (
                  <>
                    <br />
                    <span className="sub">{payment.note}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合計　{totals.people}名</th>
            <td />
            <td className={styles.yen}>{formatYen(totals.gross)}</td>
            <td className={styles.yen}>{formatYen(totals.tax)}</td>
            <td className={styles.yen}>{formatYen(totals.net)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
