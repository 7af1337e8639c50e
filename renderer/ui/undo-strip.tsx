import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { useLocation } from '@tanstack/react-router'
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

/** What was told, and on which page. */
interface ToldThere extends Told {
  readonly path: string
}

const TellContext = createContext<((told: ToldThere | null) => void) | null>(null)
const ToldContext = createContext<{ readonly told: ToldThere | null; readonly close: () => void } | null>(
  null,
)

/** Holds what was done last, to be told in one place and taken back from there. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [told, setTold] = useState<ToldThere | null>(null)
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
  const path = useLocation({ select: (location) => location.pathname })
  if (tell === null) throw new Error('useTell needs an UndoProvider above it')
  return (told) => tell({ ...told, path })
}

/** Takes away what was told: to be called when other data are opened, in which it cannot be undone. */
export function useForgetTold(): () => void {
  const tell = use(TellContext)
  return useCallback(() => tell?.(null), [tell])
}

/**
 * Where it is told. What can be taken back stays until closed or replaced, on every page: nobody has to hurry. What
 * is only told belongs to its page.
 */
export function UndoStrip() {
  const shown = use(ToldContext)
  const path = useLocation({ select: (location) => location.pathname })
  const last = shown?.told ?? null
  const told = last !== null && (last.undo !== undefined || last.path === path) ? last : null
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
