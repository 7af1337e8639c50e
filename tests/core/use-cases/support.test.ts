import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorld } from '../world-copies.ts'

describe('the report for somebody who helps', () => {
  it('tells versions, counts and the last lines of the log, and nothing that the office wrote', async () => {
    const { ask, folder, core } = await openWorld()
    mkdirSync(join(folder, 'logs'), { recursive: true })
    writeFileSync(join(folder, 'logs', 'tsudoi.log'), '{"event":"restored"}\n')
    const { text } = await ask('support.describe', {})
    expect(text).toContain('SQLite 3.')
    expect(text).toMatch(/^people \d+$/m)
    expect(text).toContain('"event":"restored"')
    expect(text).not.toContain(folder)
    const people = await ask('roster.listPeople', {})
    expect(people.length).toBeGreaterThan(0)
    for (const { name } of people) expect(text).not.toContain(name)
    const { token } = await ask('support.save', { text })
    expect(new TextDecoder().decode(core.files.take(token).bytes)).toBe(text)
  })
})
