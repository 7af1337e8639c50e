/** As much of a terminal as a hidden question needs: keys as they are pressed, and a place for words that is no output. */
export interface Terminal {
  readonly keys: {
    readonly isTTY?: boolean
    setRawMode?(raw: boolean): unknown
    on(event: 'data', listener: (chunk: Buffer) => void): unknown
    off(event: 'data', listener: (chunk: Buffer) => void): unknown
    resume(): unknown
    pause(): unknown
  }
  readonly words: { write(text: string): unknown }
}

export const ownTerminal: Terminal = { keys: process.stdin, words: process.stderr }

/** Whether there is somebody who can be asked. */
export const canAsk = ({ keys }: Terminal): boolean => keys.isTTY === true && keys.setRawMode !== undefined

const ENTER = /[\r\n]/
const STOP = '\u0003'
const END = '\u0004'
const BACK = /[\u007f\b]/

/**
 * Asks for a password; nothing of it is shown, not even how long it is. Backspace takes the last letter back, Ctrl+C
 * and Ctrl+D give up. @returns null where it was given up
 */
export function askPassword({ keys, words }: Terminal, question: string): Promise<string | null> {
  return new Promise((resolve) => {
    const decoder = new TextDecoder()
    let typed: readonly string[] = []
    const finish = (answer: string | null): void => {
      keys.off('data', onKeys)
      keys.setRawMode?.(false)
      keys.pause()
      words.write('\n')
      resolve(answer)
    }
    const onKeys = (chunk: Buffer): void => {
      for (const key of decoder.decode(chunk, { stream: true })) {
        if (key === STOP || key === END) return finish(null)
        if (ENTER.test(key)) return finish(typed.join(''))
        typed = BACK.test(key) ? typed.slice(0, -1) : [...typed, key]
      }
    }
    words.write(question)
    keys.setRawMode?.(true)
    keys.on('data', onKeys)
    keys.resume()
  })
}
