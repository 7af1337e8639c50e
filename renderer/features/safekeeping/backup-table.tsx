import type { BackupSummary } from '#shared/contract/safekeeping-operations.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { lastMeetingWords, momentWords, occasionWords, sizeWords } from './backup-words.ts'
import styles from './safekeeping.module.css'

interface BackupTableProps {
  readonly backups: readonly BackupSummary[]
  readonly onChoose: (backup: BackupSummary) => void
}

/** The backups, newest first, each with what is in it. One that cannot be read says so and offers nothing. */
export function BackupTable({ backups, onChoose }: BackupTableProps) {
  return (
    <table className={styles.table} aria-label="控え">
      <thead>
        <tr>
          <th scope="col">とった時</th>
          <th scope="col">きっかけ</th>
          <th scope="col" className={styles.number}>
            人
          </th>
          <th scope="col" className={styles.number}>
            会議
          </th>
          <th scope="col" className={styles.number}>
            発言
          </th>
          <th scope="col">最後の会議</th>
          <th scope="col" className={styles.number}>
            大きさ
          </th>
          <th scope="col">
            <span className="unseen">できること</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <BackupRow key={backup.file} backup={backup} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  )
}

interface BackupRowProps {
  readonly backup: BackupSummary
  readonly onChoose: (backup: BackupSummary) => void
}

function BackupRow({ backup, onChoose }: BackupRowProps) {
  const { contents, locked } = backup
  return (
    <tr>
      <th scope="row">{momentWords(backup.at)}</th>
      <td>{occasionWords[backup.occasion]}</td>
      {contents === null ? (
        <td colSpan={4}>
          {locked ? (
            <Chip mark="waiting">いまとはちがうパスワードで守られています。</Chip>
          ) : (
            <Chip mark="lacking">読めません。この控えには戻せません。</Chip>
          )}
        </td>
      ) : (
        <>
          <td className={styles.number}>{contents.people.toLocaleString('ja-JP')}</td>
          <td className={styles.number}>{contents.meetings.toLocaleString('ja-JP')}</td>
          <td className={styles.number}>{contents.statements.toLocaleString('ja-JP')}</td>
          <td>{lastMeetingWords(contents)}</td>
        </>
      )}
      <td className={styles.number}>{sizeWords(backup.bytes)}</td>
      <td className={styles.end}>
        {contents === null && !locked ? null : (
          <Button
            small
            label={`${momentWords(backup.at)}の控え（${occasionWords[backup.occasion]}）にもどす`}
            onPress={() => onChoose(backup)}
          >
            {locked ? 'パスワードを入れて見る' : '中身を見て戻す'}
          </Button>
        )}
      </td>
    </tr>
  )
}
