import { expect, it } from 'vitest'
import { errorText } from '#shared/contract/error-texts.ts'

it('names a field that was refused as the screen does, never as the program does', () => {
  const said = (fields: readonly string[]) =>
    errorText({ code: 'invalid-input', details: { fields: [...fields] } }).happened
  expect(said(['patch.opinion', 'lines.3.text'])).toMatch(/（書面の意見、.+）。$/)
  expect(said(['patch.opinion', 'item.opinion'])).toBe(
    '入力のうち、受けとれないものがあります（書面の意見）。',
  )
  expect(said(['meeting.noSuchField'])).toBe('入力のうち、受けとれないものがあります。')
  expect(said(['--paper'])).toContain('--paper')
})
