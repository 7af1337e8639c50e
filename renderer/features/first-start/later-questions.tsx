import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { Answers } from './answers.ts'
import styles from './first-start.module.css'

export interface LaterQuestionsProps {
  readonly answers: Answers
  readonly set: <Key extends keyof Answers>(key: Key, value: Answers[Key]) => void
  readonly today: CalendarDate
}

/** What a letter or a report will want one day, folded away until somebody has it at hand. */
export function LaterQuestions({ answers, set, today }: LaterQuestionsProps) {
  return (
    <details className={styles.later}>
      <summary>あとでもよいこと（住所、電話、代表者、設置の根拠）</summary>
      <div className={styles.fields}>
        <TextField
          label="代表者の職・氏名"
          width="medium"
          value={answers.representative}
          onChange={(value) => set('representative', value)}
          placeholder="会長　山田　太郎"
        />
        <TextField
          label="市長などの氏名"
          width="medium"
          value={answers.addresseeName}
          onChange={(value) => set('addresseeName', value)}
        />
        <TextField
          label="郵便番号"
          width="short"
          value={answers.postalCode}
          onChange={(value) => set('postalCode', value)}
        />
        <TextField
          label="住所"
          width="long"
          value={answers.address}
          onChange={(value) => set('address', value)}
        />
        <TextField
          label="電話"
          kind="tel"
          width="medium"
          value={answers.phone}
          onChange={(value) => set('phone', value)}
        />
        <TextField
          label="ＦＡＸ"
          kind="tel"
          width="medium"
          value={answers.fax}
          onChange={(value) => set('fax', value)}
        />
        <TextField
          label="メール"
          width="medium"
          value={answers.email}
          onChange={(value) => set('email', value)}
        />
        <JapaneseDateField
          label="いまの段階になった日"
          near={today}
          value={answers.stageSince}
          onChange={(value) => set('stageSince', value)}
        />
        <TextField
          label="設置の根拠"
          width="long"
          value={answers.basis}
          onChange={(value) => set('basis', value)}
          placeholder="青羽市生活支援体制整備事業実施要綱"
        />
        <TextArea
          label="もとになった連絡会など"
          lines={2}
          value={answers.origin}
          onChange={(value) => set('origin', value)}
        />
      </div>
    </details>
  )
}
