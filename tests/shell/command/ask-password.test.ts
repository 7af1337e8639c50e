import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { askPassword, canAsk, type Terminal } from '#shell/command/ask-password.ts'

/** A terminal at which keys are pressed one after the other. */
function terminalOf(isTTY: boolean) {
  const keys = Object.assign(new PassThrough(), {
    isTTY,
    raw: [] as boolean[],
    setRawMode(raw: boolean) {
      this.raw.push(raw)
    },
  })
  const written: string[] = []
  const terminal: Terminal = { keys, words: { write: (text) => written.push(text) } }
  return { terminal, keys, written }
}

test('what is typed is answered and not shown, a letter of several bytes in two pieces, too', async () => {
  const { terminal, keys, written } = terminalOf(true)
  const answer = askPassword(terminal, 'パスワード：')
  const letters = Buffer.from('青羽x')
  keys.write(letters.subarray(0, 4))
  keys.write(letters.subarray(4))
  // Backspace takes the x back.
  keys.write('\u007f26\r')
  expect(await answer).toBe('青羽26')
  expect(written).toEqual(['パスワード：', '\n'])
  expect(keys.raw).toEqual([true, false])
})

test.each(['\u0003', 'abc\u0004'])('Ctrl+C and Ctrl+D give up: %j', async (pressed) => {
  const { terminal, keys } = terminalOf(true)
  const answer = askPassword(terminal, 'パスワード：')
  keys.write(pressed)
  expect(await answer).toBeNull()
  expect(keys.raw).toEqual([true, false])
})

test('nobody is asked where there is no terminal', () => {
  expect(canAsk(terminalOf(true).terminal)).toBe(true)
  expect(canAsk(terminalOf(false).terminal)).toBe(false)
})
