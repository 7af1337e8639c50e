import type { KeyboardEvent } from 'react'

/**
 * Whether a key belongs to the IME: the Enter that confirms a conversion, the Space that starts one. Such a key
 * never submits nor chooses. 229 is what Chromium sends for the last key of a composition, after `isComposing` is off.
 */
export function belongsToIme(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229
}

/** Whether Enter was pressed to mean it, not to confirm kana. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !belongsToIme(event) && !event.shiftKey && !event.altKey
}
