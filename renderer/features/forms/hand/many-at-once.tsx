import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import { type SubjectChoice, useSubject } from '../subject-field.tsx'
import styles from '../forms.module.css'
import type { HandInWork } from './use-hand-in.ts'

/** The same form for several meetings at once, in one folder (zip). */
export function ManyAtOnce({ hand }: { readonly hand: HandInWork }) {
  const { choices } = useSubject('meeting')
  const [wanted, setWanted] = useState<readonly string[]>([])
  const make = useWrite('handIns.fillMany')
  const files = useFiles()
  const tell = useTell()
  const chosen: readonly SubjectChoice[] = choices.filter(({ value }) => wanted.includes(value))
  const take = async (): Promise<void> => {
    const file = await make.run({
      formId: hand.formId,
      subjects: chosen.map(({ subject }) => subject),
      submittedOn: hand.submittedOn,
    })
    if (file !== null && (await files.save(file.token)) === 'saved') {
      tell({ text: `${String(chosen.length)}回分を、ひとつのフォルダー（zip）にまとめました。` })
    }
  }
  if (choices.length < 2) return null
  return (
    <Block title="何回分かをまとめて作る">
      <ErrorNotice
        error={make.error ?? files.error}
        onClose={() => {
          make.forget()
          files.forget()
        }}
      />
      <ul className={styles.many} aria-label="まとめて作る会議">
        {choices.map(({ value, label }) => (
          <li key={value}>
            <Checkbox
              checked={wanted.includes(value)}
              onChange={(on) => setWanted(on ? [...wanted, value] : wanted.filter((each) => each !== value))}
            >
              {label}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button disabled={chosen.length === 0} busy={make.busy} onPress={() => void take()}>
        {make.busy ? '作っています…' : `${String(chosen.length)}回分を作る`}
      </Button>
    </Block>
  )
}
