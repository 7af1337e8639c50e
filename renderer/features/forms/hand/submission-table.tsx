import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { SubmissionSummary } from '#shared/contract/report-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import styles from '../forms.module.css'

function Changes({ changes }: Pick<SubmissionSummary, 'changes'>) {
  if (changes === null) return <>はじめて</>
  if (changes.length === 0) return <>前と同じ</>
  return (
    <details>
      <summary>前から{changes.length}か所</summary>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={`${change.field}${change.before}${change.after}`}>
            {change.field}　<del>{change.before === '' ? '（空）' : change.before}</del> →{' '}
            <ins>{change.after === '' ? '（空）' : change.after}</ins>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Everything handed in by this form, each with the very file. */
export function SubmissionTable({ submissions }: { readonly submissions: readonly SubmissionSummary[] }) {
  const open = useWrite('submissions.open')
  const files = useFiles()
  const take = async (submission: SubmissionSummary): Promise<void> => {
    const file = await open.run({ submissionId: submission.id })
    if (file !== null) await files.save(file.token)
  }
  return (
    <Block title="この様式で出したもの" note={`${String(submissions.length)}件`}>
      <ErrorNotice
        error={open.error ?? files.error}
        onClose={() => {
          open.forget()
          files.forget()
        }}
      />
      {submissions.length === 0 ? (
        <Empty next="「提出として残す」と、ここに並びます。">まだ出したものがありません。</Empty>
      ) : (
        <table className={styles.table} aria-label="この様式で出したもの">
          <thead>
            <tr>
              <th scope="col">提出の日</th>
              <th scope="col">何の分</th>
              <th scope="col">提出先</th>
              <th scope="col">様式の版</th>
              <th scope="col">かわったところ</th>
              <th scope="col">
                <span className="unseen">できること</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {submissions.map((each) => (
              <tr key={each.id}>
                <td>{formatWareki(each.submittedOn)}</td>
                <th scope="row">
                  {each.councilName}　{each.about}
                </th>
                <td>{each.addressee}</td>
                <td>
                  第{each.formVersion}版{each.hasPassword ? '　パスワードあり' : ''}
                </td>
                <td>
                  <Changes changes={each.changes} />
                </td>
                <td className={styles.end}>
                  <Button
                    small
                    label={`${each.about} ${formatWareki(each.submittedOn)}に出したファイルを取り出す`}
                    onPress={() => void take(each)}
                  >
                    取り出す
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  )
}
