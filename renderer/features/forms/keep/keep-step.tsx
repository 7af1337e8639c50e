import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { FormKind } from '#shared/contract/form-mapping.ts'
import { formKindNames, type MappingDesk } from '#shared/contract/mapping-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import styles from '../forms.module.css'
import type { MappingInWork } from '../map/use-mapping.ts'
import { NewEdition } from './new-edition.tsx'

/** 読み込む: what the form is called and filled for, its file names, its editions, and the file for the next office. */
export function KeepStep({ desk, work }: { readonly desk: MappingDesk; readonly work: MappingInWork }) {
  const { mapping, change } = work
  const [name, setName] = useState(mapping.name)
  const [pattern, setPattern] = useState(mapping.fileName ?? '')
  const take = useWrite('forms.export')
  const files = useFiles()
  const tell = useTell()
  const send = async (): Promise<void> => {
    const file = await take.run({ formId: desk.form.id })
    if (file !== null && (await files.save(file.token)) === 'saved') {
      tell({ text: `「${file.name}」に、様式とつなぎ方をまとめました。` })
    }
  }
  const saveNames = (): void => {
    const { fileName: _before, ...rest } = mapping
    const wanted = pattern.trim() === '' ? {} : { fileName: pattern.trim() }
    if (name.trim() !== '') change({ ...rest, name: name.trim(), ...wanted })
  }
  return (
    <div className={styles.parts}>
      <ErrorNotice
        error={work.error ?? take.error ?? files.error}
        onClose={() => {
          work.forget()
          take.forget()
          files.forget()
        }}
      />
      <Block title="この様式">
        <div className={styles.submitFields}>
          <TextField label="様式の名前" width="long" value={name} onChange={setName} onLeave={saveNames} />
          <TextField
            label="できあがりのファイル名"
            hint={
              mapping.kind === 'meeting'
                ? '空のときは、日付・回・協議体・様式の名前。例　{会議.開催日|和暦短}_第{会議.回}回_報告'
                : '空のときは、月や年度・協議体・様式の名前。'
            }
            width="full"
            value={pattern}
            onChange={setPattern}
            onLeave={saveNames}
          />
          <RadioGroup<FormKind>
            label="何の分を書くか"
            value={mapping.kind}
            onChange={(kind) => change({ ...mapping, kind })}
            choices={(Object.keys(formKindNames) as FormKind[]).map((kind) => ({
              value: kind,
              label: formKindNames[kind],
            }))}
          />
        </div>
        <Facts
          facts={[
            { name: 'もとのファイル', value: desk.form.fileName },
            { name: '加えた日', value: formatWareki(desk.form.addedOn) },
            { name: 'シート', value: desk.sheets.map((sheet) => sheet.name).join('、') },
            {
              name: 'いまの版',
              value: `第${String(desk.version)}版${desk.versions.map(({ version, endedOn }) => `　（第${String(version)}版 ${formatWareki(endedOn)}まで）`).join('')}`,
            },
          ]}
        />
      </Block>
      <NewEdition formId={desk.form.id} />
      <Block title="次の事務局へ渡す">
        <p>
          様式のExcelと、どの欄に何を書くかを、ひとつのファイルにまとめます。受け取った事務局は「市の様式を加える」で選ぶだけです。会議の記録は入りません。
        </p>
        <Button busy={take.busy} onPress={() => void send()}>
          ひとつのファイルにする
        </Button>
      </Block>
    </div>
  )
}
