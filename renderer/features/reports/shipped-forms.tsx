import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { type ShippedForm, shippedFormFacts, shippedForms } from '#shared/contract/shipped-form-operations.ts'
import styles from './reports.module.css'

/** 様式を取り出す: the program's own forms, to be changed in Excel and taken in like a city's. */
export function ShippedForms() {
  const take = useWrite('shippedForms.take')
  const files = useFiles()
  const takeOut = async (form: ShippedForm): Promise<void> => {
    const file = await take.run({ form })
    if (file !== null) await files.save(file.token)
  }
  return (
    <Block title="様式を取り出す" note={`${String(shippedForms.length)}つ`}>
      <p className="sub">
        市の様式がないときのExcelの様式です。取り出して直し、「市の様式を加える」で加えると、会議の「報告」で使えます。
      </p>
      <ErrorNotice error={take.error ?? files.error} onClose={take.forget} />
      <table className={styles.table} aria-label="取り出せる様式">
        <tbody>
          {shippedForms.map((form) => (
            <tr key={form}>
              <th scope="row">{shippedFormFacts[form].name}</th>
              <td className="sub">{shippedFormFacts[form].use}</td>
              <td className={styles.end}>
                <Button
                  small
                  busy={take.busy}
                  label={`${shippedFormFacts[form].name}の様式を取り出す`}
                  onPress={() => void takeOut(form)}
                >
                  取り出す
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  )
}
