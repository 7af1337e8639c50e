import type { Difference } from '#shared/contract/sharing-operations.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { momentWords } from './sharing-words.ts'
import styles from './sharing.module.css'

const actionWords = {
  added: '加えていました',
  changed: '直していました',
  removed: '取り消していました',
  'brought-back': '元に戻していました',
} as const

/** 取り残された変更: what this PC had not published when another went on, to be taken over one by one. */
export function KeptWorkBlock({ mayEdit }: { readonly mayEdit: boolean }) {
  const list = useRead('sharing.listKeptWork', {})
  const settle = useWrite('sharing.settleKeptWork')
  return (
    <Block title="取り残された変更" note="このPCで書いたもののうち、ほかの人の記録に入っていないもの">
      <p className={styles.words}>
        このPCが共有フォルダーに届かないあいだに、ほかのPCが編集を引きつぎました。このPCの変更は、別に残してあります。一件ずつ見て、いまの記録に取り入れられます。
        {mayEdit ? '' : '取り入れるには、先に「編集を始める」を選びます。'}
      </p>
      <ErrorNotice error={list.error ?? settle.error} onClose={settle.forget} />
      {(list.data ?? []).map((work) => (
        <section key={work.name} aria-label={`${momentWords(work.at)}に残したもの`}>
          <h3 className={styles.keptTitle}>{momentWords(work.at)}に残したもの</h3>
          <ul className={styles.differences}>
            {work.differences.map((difference) => (
              <DifferenceLine
                key={`${difference.table}/${difference.recordId}`}
                name={work.name}
                difference={difference}
                mayEdit={mayEdit}
              />
            ))}
          </ul>
          <Button
            busy={settle.busy}
            onPress={() => {
              void settle.run({ name: work.name })
            }}
          >
            見おわりました。一覧からはずす
          </Button>
        </section>
      ))}
    </Block>
  )
}

interface DifferenceLineProps {
  readonly name: string
  readonly difference: Difference
  readonly mayEdit: boolean
}

function DifferenceLine({ name, difference, mayEdit }: DifferenceLineProps) {
  const take = useWrite('sharing.takeDifference')
  const { record, title, action, fields, state, theirs, table, recordId } = difference
  const what = `${record}${title === '' ? '' : `「${title}」`}`
  return (
    <li>
      <div>
        <p>
          <b>{what}</b>を{actionWords[action]}
        </p>
        {action === 'added' ? null : (
          <dl className={styles.fields}>
            {fields.map((field) => (
              <div key={field.name}>
                <dt>{field.name}</dt>
                <dd>
                  このPC：{shown(field.after)}
                  <br />
                  もと：{shown(field.before)}
                </dd>
              </div>
            ))}
            {theirs.map((field) => (
              <div key={`theirs ${field.name}`}>
                <dt>{field.name}</dt>
                <dd>いまの記録：{shown(field.after)}</dd>
              </div>
            ))}
          </dl>
        )}
        <ErrorNotice error={take.error} onClose={take.forget} />
      </div>
      {state === 'same' ? (
        <Chip mark="done">いまの記録に入っています</Chip>
      ) : (
        <div className={styles.take}>
          {state === 'both' ? <Chip mark="double">ほかの人も直しています</Chip> : null}
          <Button
            small
            busy={take.busy}
            disabled={!mayEdit}
            label={`${what}を取り入れる`}
            onPress={() => {
              void take.run({ name, table, recordId })
            }}
          >
            {state === 'both' ? 'このPCのほうにする' : '取り入れる'}
          </Button>
        </div>
      )}
    </li>
  )
}

function shown(text: string): string {
  return text === '' ? '（なし）' : text
}
