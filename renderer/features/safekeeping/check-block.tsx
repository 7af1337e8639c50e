import { useState } from 'react'
import { checkTexts } from '#shared/contract/check-texts.ts'
import type { CheckOutcome } from '#shared/contract/safekeeping-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import styles from './safekeeping.module.css'

/** データの点検: every check by its name, with what to do where something was found. */
export function CheckBlock() {
  const check = useWrite('safekeeping.check')
  const [outcomes, setOutcomes] = useState<readonly CheckOutcome[] | null>(null)
  const look = async (): Promise<void> => {
    const done = await check.attempt({})
    if (done.ok) setOutcomes(done.value)
  }
  const wrong = (outcomes ?? []).filter(({ count }) => count > 0).length
  return (
    <Block
      title="データの点検"
      note="見るだけで、何も書きかえません"
      more={
        <Button small busy={check.busy} onPress={() => void look()}>
          点検する
        </Button>
      }
    >
      <ErrorNotice error={check.error} onClose={check.forget} />
      {outcomes === null ? (
        <p className={styles.words}>
          ファイルの傷、記録のつながり、控え、議事録や名簿の食いちがいを調べます。
        </p>
      ) : (
        <>
          <p className={styles.words} role="status">
            {wrong === 0
              ? `${String(outcomes.length)}の点検をして、気になるところはありませんでした。`
              : `${String(outcomes.length)}の点検をして、${String(wrong)}つに気になるところがありました。`}
          </p>
          <ul className={styles.checks}>
            {outcomes.map((outcome) => (
              <CheckLine key={outcome.name} outcome={outcome} />
            ))}
          </ul>
        </>
      )}
    </Block>
  )
}

function CheckLine({ outcome: { name, count, found } }: { readonly outcome: CheckOutcome }) {
  const text = checkTexts[name]
  return (
    <li>
      <span>{text.title}</span>
      {count === 0 ? (
        <Chip mark="done">{text.fine}</Chip>
      ) : (
        <div>
          <Chip mark="lacking">
            {found.join('、')}
            {count > found.length ? `　ほか${String(count - found.length)}件` : ''}
          </Chip>
          <p>{text.remedy}</p>
        </div>
      )}
    </li>
  )
}
