import { useFiles } from '#renderer/api/use-files.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import styles from './about.module.css'

/** ログと問い合わせ: what would be handed to somebody who helps, seen before it is saved. */
export function SupportPage() {
  const report = useRead('support.describe', {})
  const save = useWrite('support.save')
  const files = useFiles()
  const text = report.data?.text ?? ''
  return (
    <>
      <PageHead
        title="ログと問い合わせ"
        line="こまったときに、情報担当の方などに渡すためのものです。下に見えるものが、そのまま入ります。どこにも送りません。"
        actions={
          <Button
            look="main"
            busy={save.busy || files.busy}
            disabled={text === ''}
            onPress={() => {
              void save.attempt({ text }).then((done) => (done.ok ? files.save(done.value.token) : undefined))
            }}
          >
            この内容を保存する
          </Button>
        }
      />
      <ErrorNotice error={save.error ?? files.error} onClose={save.forget} />
      <Loaded read={report}>
        {(data) => (
          // A region that scrolls must be reached by the keyboard.
          <pre className={styles.report} tabIndex={0} aria-label="渡す内容">
            {data.text}
          </pre>
        )}
      </Loaded>
    </>
  )
}
