import type { OfferedImport } from '#shared/contract/roster-operations.ts'
import {
  type ColumnChoice,
  type ColumnUse,
  importFieldNames,
  importFields,
  type ImportSheet,
} from '#shared/domain/import-plan.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { FindingList } from './finding-list.tsx'
import { HeaderRow } from './header-row.tsx'
import { KeepMapping } from './keep-mapping.tsx'
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
  readonly plan: OfferedImport
  readonly busy: boolean
  /** Reads the table anew with what was said of it. */
  readonly onWish: (wish: { headerRow: number | null; mapping: readonly ColumnChoice[] | null }) => void
  readonly onSheet: (sheet: string) => void
  readonly onOtherFile: () => void
}

/** Which sheet, and how each of its columns was understood. */
export function TableStep({ plan, busy, onWish, onSheet, onOtherFile }: TableStepProps) {
  const setUse = (column: string, use: ColumnUse): void =>
    onWish({
      headerRow: plan.headerRow,
      mapping: plan.columns.map((each) => ({
        column: each.column,
        // A field stands in one column only: it goes over from the one that had it.
        use: each.column === column ? use : each.use === use && isField(use) ? 'beside' : each.use,
      })),
    })
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
        <HeaderRow plan={plan} busy={busy} onRow={(headerRow) => onWish({ headerRow, mapping: null })} />
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
                    <Select<ColumnUse>
                      label={`${column.column}列（${column.header}）の欄`}
                      labelUnseen
                      width="full"
                      value={column.use}
                      onChange={(use) => setUse(column.column, use)}
                      choices={uses}
                    />
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
        <KeepRosterMapping key={plan.fingerprint} plan={plan} />
      </Block>
    </div>
  )
}

const isField = (use: ColumnUse): boolean => use !== 'beside' && use !== 'leave'

const uses: readonly { readonly value: ColumnUse; readonly label: string }[] = [
  ...importFields.map((field) => ({ value: field, label: importFieldNames[field] })),
  { value: 'beside', label: '備考に書き添える' },
  { value: 'leave', label: '取り込まない' },
]

/** The next roster with these headings is read so by itself. */
function KeepRosterMapping({ plan }: { readonly plan: OfferedImport }) {
  const { busy, error, run } = useWrite('importMappings.save')
  const fields = plan.columns.map(({ header, use }) => ({ header, use }))
  return (
    <KeepMapping
      what="名簿"
      example="市の委員名簿"
      keptAs={plan.mappingName}
      save={{ busy, error, run: (name) => run({ name, fields }) }}
    />
  )
}
