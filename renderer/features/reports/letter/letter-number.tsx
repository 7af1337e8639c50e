import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { type CalendarDate, fiscalYearName, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import styles from './letter.module.css'

export interface LetterNumberProps {
  readonly issuedOn: CalendarDate
  /** What the number is noted for. */
  readonly subject: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** 文書番号: written by hand, or the next of the 年度, which is then taken for good. */
export function LetterNumber({ issuedOn, subject, value, onChange }: LetterNumberProps) {
  const fiscalYear = fiscalYearOf(issuedOn)
  const numbers = useRead('letters.numbers', { fiscalYear }, { keepLast: true })
  const take = useWrite('letters.takeNumber')
  const takeNext = async (): Promise<void> => {
    const taken = await take.run({ subject, issuedOn })
    if (taken !== null) onChange(taken.text)
  }
  const next = numbers.data?.next ?? ''
  return (
    <div className={styles.number}>
      <TextField
        label="文書番号"
        width="medium"
        placeholder="付けないときは空ける"
        value={value}
        onChange={onChange}
      />
      <Button small busy={take.busy} disabled={next === ''} onPress={() => void takeNext()}>
        {fiscalYearName(fiscalYear)}の{next}を取る
      </Button>
      <ErrorNotice error={take.error} onClose={take.forget} />
    </div>
  )
}
