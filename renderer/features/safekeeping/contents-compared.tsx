import type { DataContents } from '#shared/contract/safekeeping-operations.ts'
import { lastChangeWords, lastMeetingWords } from './backup-words.ts'
import styles from './safekeeping.module.css'

const counted: readonly (readonly [keyof DataContents & CountKey, string, string])[] = [
  ['people', '名簿の人', '人'],
  ['meetings', '会議', '回'],
  ['statements', '発言と要点', '件'],
  ['decisions', '決定事項', '件'],
  ['tasks', '宿題', '件'],
  ['submissions', '提出', '件'],
]
type CountKey = 'people' | 'meetings' | 'statements' | 'decisions' | 'tasks' | 'submissions'

interface ContentsComparedProps {
  /** Null where today's data cannot be opened. */
  readonly now: DataContents | null
  readonly backup: DataContents
}

/** What is in a backup beside what there is today, so that a person sees what she would lose. */
export function ContentsCompared({ now, backup }: ContentsComparedProps) {
  const row = (name: string, today: string | null, then: string) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {today === null ? null : <td>{today}</td>}
      <td className={today !== null && today !== then ? styles.differs : undefined}>{then}</td>
    </tr>
  )
  const of = (contents: DataContents | null, words: (of: DataContents) => string): string | null =>
    contents === null ? null : words(contents)
  return (
    <table className={styles.compared}>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">くらべるもの</span>
          </th>
          {now === null ? null : <th scope="col">いま</th>}
          <th scope="col">この控え</th>
        </tr>
      </thead>
      <tbody>
        {counted.map(([key, name, unit]) =>
          row(
            name,
            of(now, (contents) => `${contents[key].toLocaleString('ja-JP')}${unit}`),
            `${backup[key].toLocaleString('ja-JP')}${unit}`,
          ),
        )}
        {row('最後の会議', of(now, lastMeetingWords), lastMeetingWords(backup))}
        {row('最後の変更', of(now, lastChangeWords), lastChangeWords(backup))}
      </tbody>
    </table>
  )
}
