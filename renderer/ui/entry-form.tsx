import type { KeyboardEvent, ReactNode } from 'react'
import { isPlainEnter } from './ime.ts'

export interface EntryFormProps {
  readonly id: string
  /** The id of the button that sends it: where Enter ends up after the last field. */
  readonly endsAt: string
  readonly onSubmit: () => void
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** What stands after a place in the form and can be written or chosen. A group of radios is one place. */
function nextPlace(form: HTMLFormElement, from: HTMLInputElement): HTMLElement | undefined {
  const places = [...form.querySelectorAll<HTMLElement>('input, textarea, button[aria-haspopup="listbox"]')]
  return places.find((place) => {
    if ((from.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) return false
    if (!place.checkVisibility() || place.hasAttribute('disabled')) return false
    // The arrow of a combo box belongs to the field before it; a list without a field before it is a place.
    if (place instanceof HTMLButtonElement) return place.tabIndex >= 0
    if (!(place instanceof HTMLInputElement)) return true
    if (place.type !== 'radio') return place.tabIndex >= 0
    return place.tabIndex === 0 && place.name !== from.name
  })
}

/**
 * A form in which Enter goes on to the next field, as clerks know it from Excel, and from the last one to the main
 * button; it never sends what is half filled, and never takes the Enter that confirms kana.
 */
export function EntryForm({ id, endsAt, onSubmit, className, children }: EntryFormProps) {
  const moveOn = (event: KeyboardEvent<HTMLFormElement>, kinds: 'written' | 'chosen'): void => {
    const { target } = event
    if (!isPlainEnter(event) || !(target instanceof HTMLInputElement) || event.isDefaultPrevented()) return
    if ((target.type === 'radio' || target.type === 'checkbox') !== (kinds === 'chosen')) return
    event.preventDefault()
    const next = nextPlace(event.currentTarget, target) ?? document.getElementById(endsAt)
    next?.focus()
  }
  return (
    <form
      id={id}
      className={className}
      noValidate
      // React Aria keeps the keys of radios and checkboxes to itself, so theirs are seen on the way down. What is
      // written is looked at on the way up, when its field has had its say.
      onKeyDownCapture={(event) => moveOn(event, 'chosen')}
      onKeyDown={(event) => moveOn(event, 'written')}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
