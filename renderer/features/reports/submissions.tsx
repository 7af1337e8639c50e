import { Link } from '@tanstack/react-router'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { SubmissionSummary } from '#shared/contract/report-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import styles from './reports.module.css'

function changesText(submission: SubmissionSummary): string {
  if (submission.changes === null) return 'はじめて'
  return submission.changes.length === 0 ? '前と同じ' : `前から${String(submission.changes.length)}か所`
}

/** Everything handed in, the latest first; each gives back the very bytes. */
export function Submissions({ submissions }: { readonly submissions: readonly SubmissionSummary[] }) {
  const open = useWrite('submissions.open')
  const files = useFiles()
  const take = async (submission: SubmissionSummary): Promise<void> => {
    const file = await open.run({ submissionId: submission.id })
    if (file !== null) await files.save(file.token)
  }
  if (submissions.length === 0) {
    return (
      <Empty next="会議の「報告」で「提出として残す」と、ここに並びます。">
        まだ提出したものがありません。
      </Empty>
    )
  }
  return (
    <>
      <ErrorNotice
        error={open.error ?? files.error}
        onClose={() => {
          open.forget()
          files.forget()
        }}
      />
      <table className={styles.table} aria-label="提出したもの">
        <thead>
          <tr>
            <th scope="col">提出の日</th>
            <th scope="col">会議</th>
            <th scope="col">様式</th>
            <th scope="col">提出先</th>
            <th scope="col">かわったところ</th>
            <th scope="col">
              <span className="unseen">できること</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {submissions
            .toSorted((first, second) => (first.submittedOn < second.submittedOn ? 1 : -1))
            .map((each) => (
              <tr key={each.id}>
                <td>{formatWareki(each.submittedOn)}</td>
                <th scope="row">
                  {each.meetingId === null ? (
                    `${each.councilName}　${each.about}`
                  ) : (
                    <Link
                      to="/meetings/$meetingId/$step"
                      params={{ meetingId: each.meetingId, step: 'report' }}
                    >
                      {each.councilName}　{each.about}
                    </Link>
                  )}
                </th>
                <td>{each.formName}</td>
                <td>{each.addressee}</td>
                <td>{changesText(each)}</td>
                <td className={styles.end}>
                  <Button
                    small
                    label={`${each.councilName} ${each.about} ${formatWareki(each.submittedOn)}に出したファイルを取り出す`}
                    onPress={() => void take(each)}
                  >
                    取り出す
                  </Button>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  )
}
