import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { OfficePaper } from '#shared/contract/office-paper-operations.ts'
import { dateParts } from '#shared/domain/calendar-date.ts'
import { formatYen } from '#shared/domain/yen.ts'
import record from '#renderer/ui/record-page.module.css'
import styles from '../money.module.css'

/** 支払明細: what each was paid in a calendar year, and the statement for her, of the year or of a month. */
export function PaidPeople({ onPaper }: { readonly onPaper: (paper: OfficePaper) => void }) {
  const { today } = usePlace()
  const thisYear = dateParts(today).year
  const [year, setYear] = useState(thisYear)
  const [month, setMonth] = useState<number | null>(null)
  const people = useRead('payments.listPaid', { year }, { keepLast: true })
  return (
    <Block title="一人ずつの支払明細" note="1月から12月まで。支払日で数えます" className={record.block}>
      <div className={record.inlineForm}>
        <Select
          label="何年の分か"
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
          choices={[0, 1, 2, 3, 4].map((back) => ({
            value: String(thisYear - back),
            label: `${String(thisYear - back)}年（1月～12月）`,
          }))}
        />
        <Select
          label="何月の分か"
          value={String(month ?? 0)}
          onChange={(value) => setMonth(value === '0' ? null : Number(value))}
          choices={[
            { value: '0', label: '1年分' },
            ...Array.from({ length: 12 }, (_, at) => ({
              value: String(at + 1),
              label: `${String(at + 1)}月分`,
            })),
          ]}
        />
        <Button
          disabled={(people.data ?? []).length === 0}
          onPress={() => onPaper({ name: 'payment-statements', personId: null, year, month })}
        >
          全員の明細書
        </Button>
      </div>
      <Loaded read={people}>
        {(list) =>
          list.length === 0 ? (
            <Empty>締めた支払いが、この年にはまだありません。</Empty>
          ) : (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">氏名</th>
                  <th scope="col" className={styles.yen}>
                    回数
                  </th>
                  <th scope="col" className={styles.yen}>
                    支給額
                  </th>
                  <th scope="col" className={styles.yen}>
                    源泉徴収
                  </th>
                  <th scope="col" className={styles.yen}>
                    差引支給額
                  </th>
                  <th scope="col">明細書</th>
                </tr>
              </thead>
              <tbody>
                {list.map((person) => (
                  <tr key={person.personId}>
                    <th scope="row">
                      <Name>{person.name}</Name>
                    </th>
                    <td className={styles.yen}>{person.payments}</td>
                    <td className={styles.yen}>{formatYen(person.gross)}</td>
                    <td className={styles.yen}>{formatYen(person.tax)}</td>
                    <td className={styles.yen}>{formatYen(person.net)}</td>
                    <td>
                      <Button
                        look="quiet"
                        label={`${person.name}の支払明細書`}
                        onPress={() =>
                          onPaper({ name: 'payment-statements', personId: person.personId, year, month })
                        }
                      >
                        明細書
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Block>
  )
}
