import { useId, useState } from 'react'
import type { SeatRules } from '#shared/contract/term-operations.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './seat-rules.module.css'

/** 選出区分 and how long a term runs: what the 要綱 says of seats. */
export function SeatRulesForm({ councilId }: { readonly councilId: CouncilId }) {
  const { today } = usePlace()
  const overview = useRead('terms.overview', { councilId, on: today, withinMonths: 3 })
  return (
    <Loaded read={overview}>
      {({ rules }) => (
        <Fields
          councilId={councilId}
          first={{ ...rules, categories: rules.categories.map((each) => ({ ...each })) }}
        />
      )}
    </Loaded>
  )
}

function Fields({ councilId, first }: { readonly councilId: CouncilId; readonly first: SeatRules }) {
  const id = useId()
  const { today } = usePlace()
  const [rules, setRules] = useState(first)
  const save = useWrite('terms.saveRules')
  const tell = useTell()
  const setCategory = (at: number, change: Partial<SeatRules['categories'][number]>): void =>
    setRules({
      ...rules,
      categories: rules.categories.map((each, position) => (position === at ? { ...each, ...change } : each)),
    })
  const send = async (): Promise<void> => {
    const named = { ...rules, categories: rules.categories.filter((each) => each.name.trim() !== '') }
    const done = await save.attempt({ councilId, rules: named })
    if (!done.ok) return
    setRules(named)
    tell({ text: '選出区分と任期のきまりを直しました。', undo: () => save.run({ councilId, rules: first }) })
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} onSubmit={() => void send()}>
      <Block title="選出区分と任期" note="名簿の席は、この区分と人数に照らして空席を数えます">
        <div className={styles.categories}>
          {rules.categories.map((category, at) => (
            // Categories have no names of their own while they are being written.
            <div key={at} className={styles.category}>
              <TextField
                label={`選出区分 ${at + 1}`}
                value={category.name}
                onChange={(name) => setCategory(at, { name })}
                placeholder="第1号（地縁団体）"
              />
              <NumberField
                label="人数"
                unit="名"
                least={1}
                most={999}
                value={category.seats}
                onChange={(seats) => setCategory(at, { seats })}
                placeholder="定めなし"
              />
              <Button
                look="quiet"
                label={`選出区分 ${at + 1}を外す`}
                onPress={() =>
                  setRules({
                    ...rules,
                    categories: rules.categories.filter((_, position) => position !== at),
                  })
                }
              >
                外す
              </Button>
            </div>
          ))}
          <p>
            <Button
              small
              onPress={() =>
                setRules({ ...rules, categories: [...rules.categories, { name: '', seats: null }] })
              }
            >
              区分を足す
            </Button>
          </p>
        </div>
        <div className={styles.term}>
          <JapaneseDateField
            label="第1期の始め"
            near={today}
            value={rules.firstTermOn}
            onChange={(firstTermOn) => setRules({ ...rules, firstTermOn })}
          />
          <NumberField
            label="任期の年数"
            unit="年"
            least={1}
            most={9}
            value={rules.termYears}
            onChange={(termYears) => setRules({ ...rules, termYears: termYears ?? 2 })}
          />
          <Button submits id={`${id}-end`} busy={save.busy}>
            区分と任期をこれにする
          </Button>
        </div>
        <ErrorNotice error={save.error} />
      </Block>
    </EntryForm>
  )
}
