import { idleMinutesChoices, type ProtectionState } from '#shared/contract/protection-operations.ts'
import { useLock } from '#renderer/api/use-lock.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import styles from './protection.module.css'

const never = 'never'

/** 席を離れるとき: after how many minutes the screen is locked, and the key that does so at once. */
export function LockBlock({ state }: { readonly state: ProtectionState }) {
  const set = useWrite('protection.setIdleMinutes')
  const lock = useLock()
  return (
    <Block title="席を離れるとき" note="画面に鍵をかけます">
      <ErrorNotice error={set.error} onClose={set.forget} />
      <div className={styles.fields}>
        <Select
          label="操作がないとき、鍵をかけるまで"
          value={state.idleMinutes === null ? never : String(state.idleMinutes)}
          onChange={(value) => void set.run({ minutes: value === never ? null : Number(value) })}
          choices={[
            ...idleMinutesChoices.map((minutes) => ({
              value: String(minutes),
              label: `${String(minutes)}分`,
            })),
            { value: never, label: 'かけない' },
          ]}
        />
      </div>
      <p className={styles.act}>
        <Button onPress={() => void lock()}>いま鍵をかける</Button>
      </p>
      <KeyLine keys={[{ key: ['Ctrl', 'Alt', 'L'], does: 'どの画面からでも鍵をかける' }]} />
    </Block>
  )
}
