import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { FormSummary } from '#shared/contract/report-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import styles from './reports.module.css'

/** The city's workbooks kept here, to be filled for any meeting. */
export function KeptForms({ forms }: { readonly forms: readonly FormSummary[] }) {
  const [asked, setAsked] = useState<FormSummary | null>(null)
  const remove = useWrite('forms.remove')
  const takeAway = async (form: FormSummary): Promise<void> => {
    if (await remove.did({ formId: form.id })) setAsked(null)
  }
  return (
    <Block title="市の様式" note={`${String(forms.length)}つ`}>
      <ErrorNotice error={remove.error} onClose={remove.forget} />
      {forms.length === 0 ? (
        <Empty next="「市の様式を加える」で、渡されたExcelをそのまま選んでください。">
          まだ様式がありません。
        </Empty>
      ) : (
        <table className={styles.table} aria-label="市の様式">
          <thead>
            <tr>
              <th scope="col">様式</th>
              <th scope="col">ファイル</th>
              <th scope="col">加えた日</th>
              <th scope="col">
                <span className="unseen">できること</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {forms.map((form) => (
              <tr key={form.id}>
                <th scope="row">
                  <Link to="/reports/forms/$formId/$step" params={{ formId: form.id, step: 'map' }}>
                    {form.name}
                  </Link>
                </th>
                <td className="sub">{form.fileName}</td>
                <td>{formatWareki(form.addedOn)}</td>
                <td className={styles.end}>
                  <Button look="quiet" label={`${form.name}を外す`} onPress={() => setAsked(form)}>
                    外す
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AskDialog
        open={asked !== null}
        title={`「${asked?.name ?? ''}」を外しますか`}
        yes="外す"
        busy={remove.busy}
        onYes={() => {
          if (asked !== null) void takeAway(asked)
        }}
        onClose={() => setAsked(null)}
      >
        <p>この様式は使えなくなります。これまでに出したファイルは、そのまま残ります。</p>
      </AskDialog>
    </Block>
  )
}
