import { type ImportPlan, type ImportSheet, importFieldNames } from '#shared/domain/import-plan.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Mark } from '#renderer/ui/mark.tsx'
import { FindingList } from './finding-list.tsx'
import styles from './roster-import.module.css'

const visibilities: Readonly<Record<ImportSheet['visibility'], string>> = {
  visible: '',
  hidden: '隠れている',
  'very-hidden': '深く隠れている',
}

function sheetNote(sheet: ImportSheet): string {
  return [`${sheet.rows}行`, visibilities[sheet.visibility], sheet.suggested ? 'ことしの名簿らしい' : '']
    .filter((text) => text !== '')
    .join('・')
}

export interface TableStepProps {
  readonly plan: ImportPlan
  readonly busy: boolean
  readonly onSheet: (sheet: string) => void
  readonly onOtherFile: () => void
}

/** Which sheet, and how each of its columns was understood. */
export function TableStep({ plan, busy, onSheet, onOtherFile }: TableStepProps) {
  return (
    <div className={styles.tableStep}>
      <div className={styles.side}>
        <Block
          title="シート"
          more={
            <Button look="quiet" onPress={onOtherFile}>
              ほかのファイル
            </Button>
          }
        >
          <div className={styles.sheets}>
            <RadioGroup
              label={plan.fileName}
              value={plan.sheet}
              onChange={onSheet}
              disabled={busy}
              choices={plan.sheets.map((sheet) => ({
                value: sheet.name,
                label: sheet.name,
                note: sheetNote(sheet),
              }))}
            />
          </div>
        </Block>
        <FindingList title="この表について" findings={plan.findings} none="気になることはありません。" />
      </div>
      <Block
        title={plan.title ?? plan.sheet}
        note={`見出しは${plan.headerRows.join('・')}行目、人の行は${plan.rows.length}行`}
        className={styles.columnsBlock}
      >
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="列と名簿の欄">
          <table className={styles.grid}>
            <thead>
              <tr>
                <th scope="col">列</th>
                <th scope="col">見出し</th>
                <th scope="col">名簿の欄</th>
                <th scope="col">わけ</th>
              </tr>
            </thead>
            <tbody>
              {plan.columns.map((column) => (
                <tr key={column.column} className={column.field === null ? styles.dim : undefined}>
                  <td>{column.column}</td>
                  <td>{column.header === '' ? '（見出しなし）' : column.header}</td>
                  <td>
                    {column.field === null ? (
                      <span className={styles.withMark}>
                        <Mark kind="none" />
                        取り込みません
                      </span>
                    ) : (
                      <span className={styles.withMark}>
                        <Mark kind="done" className={styles.ok} />
                        {importFieldNames[column.field]}
                      </span>
                    )}
                  </td>
                  <td className={styles.why}>
                    {[column.hidden ? '隠れている列' : '', column.reason ?? '']
                      .filter((text) => text !== '')
                      .join('。')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Block>
    </div>
  )
}
