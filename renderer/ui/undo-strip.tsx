import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { Button } from './button.tsx'
import { Glyph } from './glyph.tsx'
import { Mark } from './mark.tsx'
import styles from './undo-strip.module.css'

export interface Told {
  /** What was done: 髙橋 敏夫さんを名簿から外しました。 */
  readonly text: string
  /** Takes it back. */
  readonly undo?: () => Promise<unknown>
}

const TellContext = createContext<((told: Told) => void) | null>(null)
const ToldContext = createContext<{ readonly told: Told | null; readonly close: () => void } | null>(null)

/** Holds what was done last, to be told in one place and taken back from there. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [told, setTold] = useState<Told | null>(null)
  const close = useCallback(() => setTold(null), [])
  const shown = useMemo(() => ({ told, close }), [told, close])
  return (
    <TellContext value={setTold}>
      <ToldContext value={shown}>{children}</ToldContext>
    </TellContext>
  )
}

/** `tell({ text, undo })`: says what was done, in the strip at the foot of the page, until something else is. */
export function useTell(): (told: Told) => void {
  const tell = use(TellContext)
  if (tell === null) throw new Error('useTell needs an UndoProvider above it')
  return tell
}

/** Where it is told. It stays until closed or replaced: nobody has to hurry to take something back. */
export function UndoStrip() {
  const shown = use(ToldContext)
  const told = shown?.told ?? null
  return (
    <div role="status" className={styles.place}>
      {shown === null || told === null ? null : (
        <div className={styles.strip}>
          <Mark kind="done" className={styles.mark} />
          <span>{told.text}</span>
          {told.undo === undefined ? null : (
            <Button
              small
              onPress={() => {
                const { undo } = told
                shown.close()
                if (undo !== undefined) void undo()
              }}
            >
              取り消す
            </Button>
          )}
          <Button look="quiet" label="知らせを閉じる" onPress={shown.close}>
            <Glyph kind="close" />
          </Button>
        </div>
      )}
    </div>
  )
}
