import historykana from 'historykana'
import { useRef } from 'react'
import { toHiragana } from '#shared/domain/japanese-text.ts'

/**
 * Guesses ふりがな from how a name is being typed. Give it each text of the field as it changes (with an IME: while
 * it is composed too); it answers with the kana so far. Who then writes the kana by hand is not overruled: that is
 * the caller's to see to.
 */
export function useKanaGuess(): (text: string) => string {
  const history = useRef<string[]>([])
  return (text) => {
    if (text === '') history.current = []
    else history.current.push(text)
    return toHiragana(historykana(history.current)).trim()
  }
}
