import { Button } from '#renderer/ui/button.tsx'
import type { FormMapping, MappingBlock, MappingEntry } from '#shared/contract/form-mapping.ts'
import type { MappingDesk } from '#shared/contract/mapping-operations.ts'
import { pathsOf } from './mapping-edits.ts'
import styles from './map.module.css'

export interface SuggestionListProps {
  readonly mapping: FormMapping
  readonly open: Pick<FormMapping, 'entries' | 'blocks'>
  readonly desk: MappingDesk
  readonly onAccept: (part: Pick<FormMapping, 'entries' | 'blocks'>) => void
  readonly onShow: (sheet: string, cell: string) => void
}

const columnNames = (block: MappingBlock): string =>
  Object.values(block.columns)
    .map((column) => ('field' in column ? column.field : column.template))
    .join('・')

function entryWords(entry: MappingEntry, mapping: FormMapping, desk: MappingDesk): string {
  const names = pathsOf({ kind: 'entry', index: -1, entry }, mapping).map(
    (path) => desk.fields.find((field) => field.path === path)?.name ?? path,
  )
  return 'format' in entry && entry.format !== undefined
    ? `${names.join('、')}（${entry.format}）`
    : names.join('、')
}

/** What the labels of the form speak of: taken one by one or all together. */
export function SuggestionList({ mapping, open, desk, onAccept, onShow }: SuggestionListProps) {
  const count = open.entries.length + open.blocks.length
  return (
    <>
      {desk.missingSheets.length === 0 ? null : (
        <p className={styles.missing} role="alert">
          「{desk.missingSheets.join('」「')}
          」というシートが、いまのExcelにはありません。そこにつないだ欄は書きこまれません。
        </p>
      )}
      {desk.placeholderTroubles.map(({ sheet, cell, typed, nearest }) => (
        <p key={sheet + cell + typed} className={styles.missing} role="alert">
          {cell === '' ? `図形（シート「${sheet}」）` : cell}の「{`{{${typed}}}`}」という項目はありません。
          {nearest === null ? '' : `「${nearest}」のことかもしれません。`}
        </p>
      ))}
      {count === 0 ? null : (
        <details className={styles.suggestions} open>
          <summary>見出しから{count}か所の見当がつきました</summary>
          <Button small label="見当のついた欄をすべてつなぐ" onPress={() => onAccept(open)}>
            すべてつなぐ
          </Button>
          <ul>
            {open.blocks.map((block) => (
              <li key={`${block.sheet}${String(block.firstRow)}`}>
                <button
                  type="button"
                  className={styles.suggestion}
                  onClick={() =>
                    onShow(block.sheet, `${Object.keys(block.columns)[0] ?? 'A'}${String(block.firstRow)}`)
                  }
                >
                  {block.firstRow}〜{block.lastRow}行　{block.each}の表（{columnNames(block)}）
                </button>
                <Button
                  small
                  label={`${block.each}の表をつなぐ`}
                  onPress={() => onAccept({ entries: [], blocks: [block] })}
                >
                  つなぐ
                </Button>
              </li>
            ))}
            {open.entries.map((entry, position) => (
              <li key={`${entry.sheet}${entry.cell}${String(position)}`}>
                <button
                  type="button"
                  className={styles.suggestion}
                  onClick={() => onShow(entry.sheet, entry.cell)}
                >
                  {entry.cell}　{entry.label ?? ''} → {entryWords(entry, mapping, desk)}
                </button>
                <Button
                  small
                  label={`${entry.label ?? entry.cell}をつなぐ`}
                  onPress={() => onAccept({ entries: [entry], blocks: [] })}
                >
                  つなぐ
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
