import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { FormKind } from '#shared/contract/form-mapping.ts'
import type { ManyCheck } from '#shared/contract/mapping-operations.ts'
import type { SubjectChoice } from '../subject-field.tsx'
import styles from '../forms.module.css'
import type { HandInWork } from './use-hand-in.ts'

const titles: Readonly<
  Record<FormKind, { readonly title: string; readonly of: string; readonly unit: string }>
> = {
  meeting: { title: '何回分かをまとめて作る', of: 'まとめて作る会議', unit: '回分' },
  month: { title: '何か月分かをまとめて作る', of: 'まとめて作る月', unit: 'か月分' },
  year: { title: '何年度分かをまとめて作る', of: 'まとめて作る年度', unit: '年度分' },
}

export interface ManyAtOnceProps {
  readonly hand: HandInWork
  readonly kind: FormKind
  readonly choices: readonly SubjectChoice[]
  /** '' for none. */
  readonly password: string
}

/** The same form for several meetings, months or years at once, in one folder (zip); what will not come out right is told before. */
export function ManyAtOnce({ hand, kind, choices, password }: ManyAtOnceProps) {
  const [wanted, setWanted] = useState<readonly string[]>([])
  const make = useWrite('handIns.fillMany')
  const files = useFiles()
  const tell = useTell()
  const words = titles[kind]
  const chosen = choices.filter(({ value }) => wanted.includes(value))
  const given = {
    formId: hand.formId,
    subjects: chosen.map(({ subject }) => subject),
    submittedOn: hand.submittedOn,
    remedies: [...hand.remedies],
    audience: hand.isPublic ? ('public' as const) : ('office' as const),
  }
  const check = useRead('handIns.checkMany', given, { keepLast: true, when: chosen.length > 0 })
  const count = `${String(chosen.length)}${words.unit}`
  const take = async (): Promise<void> => {
    const file = await make.run({ ...given, password })
    if (file !== null && (await files.save(file.token)) === 'saved') {
      tell({ text: `${count}を、ひとつのフォルダー（zip）にまとめました。` })
    }
  }
  if (choices.length < 2) return null
  return (
    <Block title={words.title}>
      <ErrorNotice
        error={make.error ?? check.error ?? files.error}
        onClose={() => {
          make.forget()
          files.forget()
        }}
      />
      <ul className={styles.many} aria-label={words.of}>
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
      {chosen.length === 0 || check.data === undefined ? null : <BeforeMaking checks={check.data} />}
      <Button disabled={chosen.length === 0} busy={make.busy} onPress={() => void take()}>
        {make.busy ? '作っています…' : `${count}を作る`}
      </Button>
    </Block>
  )
}

/** What each of the files lacks or cannot hold; what the workbook itself gives away is the same in all, and told in the check. */
function BeforeMaking({ checks }: { readonly checks: readonly ManyCheck[] }) {
  const troubled = checks
    .map(({ fileName, problems }) => ({
      fileName,
      problems: problems.filter(({ kind }) => kind !== 'gives-away'),
    }))
    .filter(({ problems }) => problems.length > 0)
  if (troubled.length === 0) {
    return <Notice mark="done">どれも、すべての欄に入りきります。</Notice>
  }
  return (
    <ul className={styles.problems} aria-label="作る前に見てほしいところ">
      {troubled.flatMap(({ fileName, problems }) =>
        problems.map((problem) => (
          <li key={`${fileName}${problem.kind}${problem.sheet}!${problem.cell}${problem.field}`}>
            <Chip mark={problem.kind === 'empty' ? 'lacking' : 'late'}>{problem.field}</Chip>
            <span>
              <b>{fileName}</b>　{problem.message}
            </span>
          </li>
        )),
      )}
    </ul>
  )
}
