import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '#shell/command/run-command.ts'
import { temporaryFolder } from '../temporary-folder.ts'

async function run(...given: readonly string[]): Promise<unknown> {
  const { exitCode, output, complaint } = await runCommand(given)
  expect([exitCode, complaint]).toEqual([0, ''])
  return JSON.parse(output)
}

describe('backup and restore', () => {
  test('carry the data to another folder, and keep what they replace', async () => {
    const folder = temporaryFolder()
    await run('init', '--data', folder, '--sample')
    const file = join(temporaryFolder(), '控え.db')
    const made = await run('backup', '--data', join(folder, 'practice'), '--to', file)
    expect(made).toMatchObject({ file, contents: { meetings: expect.any(Number) as unknown } })
    const other = temporaryFolder()
    await run('init', '--data', other)
    expect(await run('restore', '--data', other, '--from', file)).toMatchObject({
      from: file,
      kept: expect.stringMatching(/^tsudoi-\d{8}-\d{4}-restore\.db$/) as unknown,
      setAside: null,
    })
    expect(readdirSync(other)).toContain('tsudoi.db')
    expect(await run('call', 'system.getStatus', '--data', other)).toMatchObject({ setUp: true })
    expect(await run('check', '--data', other)).toMatchObject({ problems: [] })
  })

  test('say by a code what they cannot do, and print nothing else', async () => {
    const refusals = [
      [['backup', '--data', temporaryFolder(), '--to', join(temporaryFolder(), 'x.db')], 'not-set-up'],
      [['restore', '--data', temporaryFolder(), '--from', '/none'], 'file-missing'],
      [['restore', '--data', temporaryFolder(), '--from', import.meta.filename], 'not-a-backup'],
      [['backup', '--data', temporaryFolder()], 'invalid-input'],
    ] as const
    for (const [given, code] of refusals) {
      const { exitCode, output, complaint } = await runCommand(given)
      expect([exitCode, output]).toEqual([2, ''])
      expect(JSON.parse(complaint)).toMatchObject({ code })
    }
  })
})
