import { useFormIntake } from '#renderer/api/use-form-intake.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import type { FormSummary } from '#shared/contract/report-operations.ts'

/** Taking in the city's form from within a meeting; once in, it serves every meeting. */
export function AddForm({ onAdded }: { readonly onAdded: (form: FormSummary) => void }) {
  const intake = useFormIntake()
  const then = (added: FormSummary | null): void => {
    if (added !== null) onAdded(added)
  }
  return (
    <Block title="市の様式を加える">
      <p>
        市から渡された開催報告書などのExcelを、そのまま選んでください。書きこむのは決まったセルだけで、ほかは何も変えません。
      </p>
      <p className="sub">一度加えると、どの会議でも使えます。</p>
      <br />
      <ErrorNotice error={intake.error} onClose={intake.forget} />
      {intake.unknown === null ? null : (
        <Notice
          mark="lacking"
          actions={
            <>
              <ButtonLink small to="/reports/new-form">
                欄をつないで加える
              </ButtonLink>
              <Button small busy={intake.busy} onPress={() => void intake.chooseMapping().then(then)}>
                対応表のファイルを選ぶ
              </Button>
            </>
          }
        >
          <p>
            <b>{intake.unknown.name}</b>{' '}
            は、まだ知らない様式です。「帳票」で欄をつないで加えるか、対応表（.json）があれば選んでください。
          </p>
        </Notice>
      )}
      <Button busy={intake.busy} onPress={() => void intake.choose().then(then)}>
        様式のExcelを選ぶ
      </Button>
    </Block>
  )
}
