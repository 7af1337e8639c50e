import { useFiles } from '#renderer/api/use-files.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { SubmissionSummary } from '#shared/contract/report-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import styles from './report.module.css'

function Changes({ submission }: { readonly submission: SubmissionSummary }) {
  const { changes } = submission
  if (changes === null) return <span className="sub">はじめての提出</span>
  if (changes.length === 0) return <span className="sub">前の提出と同じ内容</span>
  return (
    <details className={styles.changes}>
      <summary>前の提出から {changes.length}か所かわっています</summary>
      <ul>
        {changes.map((change) => (
          <li key={change.field}>
            {change.field}　<del>{change.before === '' ? '（空）' : change.before}</del>　→{' '}
            <ins>{change.after === '' ? '（空）' : change.after}</ins>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What was handed in for this meeting in this form, each with the very file. */
export function SubmissionList({
  meetingId,
  formName,
}: {
  readonly meetingId: MeetingId
  readonly formName: string
}) {
  const submissions = useRead('submissions.list', { meetingId })
  const open = useWrite('submissions.open')
  const files = useFiles()
  const own = (submissions.data ?? []).filter((each) => each.formName === formName)
  if (own.length === 0) return null
  const take = async (submission: SubmissionSummary): Promise<void> => {
    const file = await open.run({ submissionId: submission.id })
    if (file !== null) await files.save(file.token)
  }
  return (
    <Block title="提出" note={`${String(own.length)}回`}>
      <ErrorNotice error={submissions.error ?? open.error ?? files.error} />
      <Lines>
        {own.map((submission) => (
          <li key={submission.id} className={styles.submission}>
            <Chip mark="done">{formatWareki(submission.submittedOn)}</Chip>
            <span>{submission.addressee}</span>
            <span className="sub">{submission.fileName}</span>
            <Changes submission={submission} />
            <Button
              small
              label={`${formatWareki(submission.submittedOn)}に出したファイルを取り出す`}
              onPress={() => void take(submission)}
            >
              出したファイルを取り出す
            </Button>
          </li>
        ))}
      </Lines>
    </Block>
  )
}
