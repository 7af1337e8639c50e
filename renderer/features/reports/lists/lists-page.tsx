import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { SubstituteTable } from '#renderer/ui/substitute-table.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import {
  type List,
  listFacts,
  type ListFormat,
  listFormatNames,
  listFormats,
  type ListLook,
  lists,
  type MissingCharacter,
  type Substitute,
} from '#shared/contract/list-operations.ts'
import { fiscalYearName } from '#shared/domain/calendar-date.ts'
import styles from './lists.module.css'

/** What stands for each character: chosen now, else chosen before, else the nearest. */
function substitutesOf(
  missing: readonly MissingCharacter[],
  before: readonly Substitute[],
  now: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const remembered = new Map(before.map(({ character, instead }) => [character, instead]))
  return new Map(
    missing.map(({ character, candidates }) => [
      character,
      now.get(character) ?? remembered.get(character) ?? candidates[0] ?? '',
    ]),
  )
}

/** 一覧を取り出す: what is kept here as plain rows, for Excel and for other systems. */
export function ListsPage() {
  const { council, councilId, fiscalYear } = usePlace()
  const [list, setList] = useState<List>('members')
  const [format, setFormat] = useState<ListFormat>('xlsx')
  const [now, setNow] = useState<ReadonlyMap<string, string>>(new Map())
  const wanted = { list, councilId, fiscalYear }
  const look = useRead('lists.look', wanted, { keepLast: true })
  const before = useRead('lists.substitutes', {})
  const make = useWrite('lists.make')
  const remember = useWrite('lists.saveSubstitutes')
  const files = useFiles()
  const tell = useTell()
  const missing = format === 'csv-cp932' ? (look.data?.missing ?? []) : []
  const chosen = substitutesOf(missing, before.data ?? [], now)
  const unchosen = [...chosen.values()].filter((instead) => instead === '').length
  const take = async (): Promise<void> => {
    const substitutes = [...chosen].map(([character, instead]) => ({ character, instead }))
    const file = await make.run({ ...wanted, format, substitutes })
    if (file !== null && substitutes.length > 0) await remember.did({ substitutes })
    if (file !== null && (await files.save(file.token)) === 'saved')
      tell({ text: `「${file.name}」を取り出しました。` })
  }
  const { of } = listFacts[list]
  const whose = of === 'office' ? 'すべての記録' : (council?.name ?? 'すべての協議体')
  return (
    <>
      <PageHead
        title="一覧を取り出す"
        line="記録を一行ずつの表にして、ExcelかCSVで取り出します。ほかのシステムへ渡すときに使います。"
        actions={
          <Button
            look="main"
            busy={make.busy}
            disabled={look.data === undefined || unchosen > 0}
            onPress={() => void take()}
          >
            {make.busy ? '作っています…' : '取り出す'}
          </Button>
        }
      />
      <div className={styles.page}>
        <ErrorNotice error={make.error ?? files.error} onClose={make.forget} />
        <div className={styles.choices}>
          <Select
            label="どの一覧"
            value={list}
            onChange={setList}
            choices={lists.map((each) => ({ value: each, label: listFacts[each].name }))}
          />
          <RadioGroup
            label="ファイルの種類"
            value={format}
            onChange={setFormat}
            choices={listFormats.map((each) => ({ value: each, label: listFormatNames[each] }))}
          />
        </div>
        {missing.length === 0 ? null : (
          <Block title="Shift_JISで書けない字" note={`${String(missing.length)}字`}>
            <Notice mark="lacking">
              <p>
                受け取る側の字に、次の字はありません。代わりに書く字を確かめてください。記録の字はそのままです。
              </p>
            </Notice>
            <SubstituteTable missing={missing} chosen={chosen} onChange={setNow} />
          </Block>
        )}
        <Loaded read={look}>
          {(data) => (
            <Block
              title="はじめの数行"
              note={`${whose}${of === 'year' ? `　${fiscalYearName(fiscalYear)}` : ''}　${String(data.rows)}行`}
            >
              <Sample look={data} />
            </Block>
          )}
        </Loaded>
      </div>
    </>
  )
}

function Sample({ look }: { readonly look: ListLook }) {
  return (
    <div className={styles.scroll} role="region" aria-label="一覧のようす" tabIndex={0}>
      <table className={styles.sample}>
        <thead>
          <tr>
            {look.headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.sample.map((row, position) => (
            <tr key={`${String(position)} ${row.join(' ')}`}>
              {row.map((text, column) => (
                <td key={look.headings[column]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
