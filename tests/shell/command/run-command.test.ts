import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openFormWorkbook } from '#core/reports/forms/form-workbook.ts'
import { needsPassword, openWithPassword } from '#core/reports/forms/opening-password.ts'
import { runCommand } from '#shell/command/run-command.ts'
import { projectFolder } from '#shell/places.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const roster = join(projectFolder, 'tests', 'fixtures', 'inputs', 'meibo-messy.xlsx')
const form = join(projectFolder, 'tests', 'fixtures', 'inputs', 'kaisai-houkokusho.xlsx')

async function run(...given: readonly string[]): Promise<unknown> {
  const { exitCode, output, complaint } = await runCommand(given)
  expect(complaint).toBe('')
  expect(exitCode).toBe(0)
  return JSON.parse(output)
}

const refusal = z.object({ code: z.string(), message: z.string() })

async function refused(...given: readonly string[]) {
  const { exitCode, output, complaint } = await runCommand(given)
  expect(exitCode).toBe(2)
  expect(output).toBe('')
  return refusal.parse(JSON.parse(complaint))
}

describe('init, call and check', () => {
  test('an empty folder becomes a data folder that passes its check', async () => {
    const folder = join(temporaryFolder(), 'new')
    expect(await run('init', '--data', folder)).toMatchObject({ folder, setUp: false, practice: false })
    expect(await run('call', 'system.getStatus', '--data', folder)).toMatchObject({ setUp: false })
    expect(await run('check', '--data', folder)).toMatchObject({
      problems: [],
      tables: { people: 0, meetings: 0 },
    })
  })

  test('--sample gives practice data beside the own ones', async () => {
    const folder = temporaryFolder()
    expect(await run('init', '--data', folder, '--sample')).toMatchObject({ setUp: true, practice: true })
  })

  test('a damaged database is told by its code', async () => {
    const folder = temporaryFolder()
    await run('init', '--data', folder)
    writeFileSync(join(folder, 'tsudoi.db'), 'ごみ'.repeat(5000))
    expect((await refused('call', 'system.getStatus', '--data', folder)).code).toBe('damaged')
    expect((await refused('check', '--data', folder)).code).toBe('damaged')
  })

  test('check names a mark that is not ours, and that is no success', async () => {
    const folder = temporaryFolder()
    await run('init', '--data', folder)
    const { default: BetterSqlite } = await import('better-sqlite3')
    const connection = new BetterSqlite(join(folder, 'tsudoi.db'))
    connection.pragma('user_version = 7')
    connection.close()
    const { exitCode, output, complaint } = await runCommand(['check', '--data', folder])
    expect(exitCode).toBe(2)
    expect(output).toContain('user_version: 7')
    expect(refusal.parse(JSON.parse(complaint)).code).toBe('damaged')
  })

  test('check of a folder without data writes nothing into it', async () => {
    const folder = temporaryFolder()
    expect((await refused('check', '--data', folder)).code).toBe('not-set-up')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('what is refused', () => {
  test.each([
    [['nonsense'], 'unknown-operation'],
    [[], 'unknown-operation'],
    [['report', 'yearbook', '--data', 'x', '--year', '2026', '--out', 'x.pdf'], 'unknown-operation'],
    [['call', 'toString', '--data', 'x'], 'unknown-operation'],
    [['call', '__proto__', '--data', 'x'], 'unknown-operation'],
    [['call', 'home.get', '--data', 'x', '--input', '{'], 'invalid-input'],
    [['init'], 'invalid-input'],
    [['init', '--data', 'x', '--data', 'y'], 'invalid-input'],
    [['init', '--data', 'x', '--more'], 'invalid-input'],
    [['init', '--data', 'x', 'word'], 'invalid-input'],
    [['report', 'minutes', '--data', 'x', '--meeting', 'y', '--out', 'x.pdf'], 'invalid-input'],
    [['plan-import', '--data', 'x', '--file', 'nothing.xlsx'], 'file-missing'],
    [['fill-form', '--form', form, '--set', 'A1', '--out', 'x'], 'invalid-input'],
    [['fill-form', '--form', form, '--rows', '報告書!9:8=[', '--out', 'x'], 'invalid-input'],
  ])('%j: %s', async (given, code) => {
    const { code: found, message } = await refused(...given)
    expect(found).toBe(code)
    expect(message).toMatch(/。$/)
  })
})

describe('plan-import', () => {
  const plan = z.object({
    sheet: z.string(),
    counts: z.record(z.string(), z.number()),
    rows: z.array(z.object({ row: z.number(), state: z.string() })),
    outcome: z.object({ added: z.number(), left: z.number() }).optional(),
  })

  test('prints the plan and writes nothing; --apply takes what is clear and leaves the rest', async () => {
    const folder = temporaryFolder()
    await run('init', '--data', folder)
    const planned = plan.parse(await run('plan-import', '--data', folder, '--file', roster))
    expect(planned.outcome).toBeUndefined()
    expect(planned.counts['new']).toBeGreaterThan(10)
    expect(await run('check', '--data', folder)).toMatchObject({ tables: { people: 0 } })

    const applied = plan.parse(await run('plan-import', '--data', folder, '--file', roster, '--apply'))
    expect(applied.outcome).toMatchObject({ added: planned.counts['new'] })
    expect(await run('check', '--data', folder)).toMatchObject({ tables: { people: planned.counts['new'] } })
    const again = plan.parse(await run('plan-import', '--data', folder, '--file', roster))
    expect(again.counts['new']).toBe(0)
  })

  test('a sheet is chosen by its name', async () => {
    const folder = temporaryFolder()
    const found = await run('plan-import', '--data', folder, '--file', roster, '--sheet', 'R7（旧）')
    expect(plan.parse(found).sheet).toBe('R7（旧）')
    const missing = await refused('plan-import', '--data', folder, '--file', roster, '--sheet', '無い')
    expect(missing.code).toBe('sheet-missing')
  })
})

describe('report', () => {
  test('of a month, a quarter and a year comes as a file, and says what is missing', async () => {
    const folder = temporaryFolder()
    await run('init', '--data', folder, '--sample')
    const out = join(temporaryFolder(), '月報.xlsx')
    const make = (...given: readonly string[]) => run('report', ...given, '--data', folder, '--out', out)
    const sized = z.object({ file: z.string(), bytes: z.number() })
    for (const given of [
      ['activity-report', '--month', '2026-09'],
      ['activity-report', '--year', '2026', '--quarter', '3'],
      ['activity-report', '--year', '2026'],
      ['year-results', '--year', '2026'],
      ['survey', '--year', '2026'],
    ]) {
      const { file, bytes } = sized.parse(await make(...given))
      expect([file, bytes]).toEqual([out, readFileSync(out).length])
    }
    for (const wrong of [
      ['activity-report', '--month', '2026-13'],
      ['activity-report', '--month', '9'],
      ['activity-report', '--year', '2026', '--quarter', '5'],
      ['survey'],
    ]) {
      const { code } = await refused('report', ...wrong, '--data', folder, '--out', out)
      expect(code, wrong.join(' ')).toBe('invalid-input')
    }
  })
})

describe('fill-form', () => {
  test('writes the cells named and prints which they were; the form itself stays as it was', async () => {
    const out = join(temporaryFolder(), '報告.xlsx')
    const before = readFileSync(form)
    const sheet = openFormWorkbook(new Uint8Array(before)).sheetNames[0] ?? ''
    const report = await run('fill-form', '--form', form, '--set', `${sheet}!B2=a=b!C3=d`, '--out', out)
    expect(report).toMatchObject({ file: out, written: [{ sheet }] })
    expect(readFileSync(form).equals(before)).toBe(true)
    expect(readFileSync(out).length).toBe(z.object({ bytes: z.number() }).parse(report).bytes)
  })

  test('a password comes from the environment, opens the form and closes what is made of it', async () => {
    const folder = temporaryFolder()
    const [locked, out] = [join(folder, 'locked.xlsx'), join(folder, 'out.xlsx')]
    process.env['TSUDOI_TEST_PASSWORD'] = '青羽2026'
    onTestFinished(() => {
      delete process.env['TSUDOI_TEST_PASSWORD']
    })
    const from = 'TSUDOI_TEST_PASSWORD'
    await run('fill-form', '--form', form, '--out', locked, '--password-from', from)
    expect(needsPassword(new Uint8Array(readFileSync(locked)))).toBe(true)
    expect((await refused('fill-form', '--form', locked, '--out', out)).code).toBe('workbook-encrypted')
    const report = await run('fill-form', '--form', locked, '--out', out, '--form-password-from', from)
    expect(JSON.stringify(report)).not.toContain('青羽2026')
    expect(needsPassword(new Uint8Array(readFileSync(out)))).toBe(false)
    const unset = await refused(
      'fill-form',
      '--form',
      form,
      '--out',
      out,
      '--password-from',
      'TSUDOI_NOT_SET',
    )
    expect(unset.code).toBe('invalid-input')
    // Nobody sits at the terminal of a test.
    const unasked = await refused('fill-form', '--form', form, '--out', out, '--password-from', '-')
    expect(unasked.code).toBe('invalid-input')
  }, 60_000)

  test('a password comes from a file that the environment names', async () => {
    const folder = temporaryFolder()
    const [locked, secret] = [join(folder, 'locked.xlsx'), join(folder, 'password.txt')]
    writeFileSync(secret, '青羽2026\r\n')
    process.env['TSUDOI_TEST_PASSWORD_FILE'] = secret
    onTestFinished(() => {
      delete process.env['TSUDOI_TEST_PASSWORD_FILE']
    })
    const close = () =>
      ['fill-form', '--form', form, '--out', locked, '--password-from', 'TSUDOI_TEST_PASSWORD_FILE'] as const
    await run(...close())
    const opened = await openWithPassword(new Uint8Array(readFileSync(locked)), '青羽2026')
    expect(openFormWorkbook(opened).sheetNames.length).toBeGreaterThan(0)
    rmSync(secret)
    expect((await refused(...close())).code).toBe('invalid-input')
  }, 60_000)

  test('a refused form leaves no file, and what lay there before', async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'out.xlsx')
    writeFileSync(out, 'before')
    expect((await refused('fill-form', '--form', form, '--set', '無い!A1=x', '--out', out)).code).toBe(
      'sheet-missing',
    )
    expect(readFileSync(out, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['out.xlsx'])
    const nowhere = join(folder, 'no', 'out.xlsx')
    expect((await refused('fill-form', '--form', form, '--out', nowhere)).code).toBe('file-not-writable')
  })
})

test('as a process: JSON on standard output or on standard error, and the exit code', async () => {
  const start = promisify(execFile)
  const main = join(projectFolder, 'electron', 'shell', 'command', 'main.ts')
  const folder = temporaryFolder()
  const { stdout, stderr } = await start(process.execPath, [main, 'init', '--data', folder])
  expect(JSON.parse(stdout)).toMatchObject({ folder })
  expect(stderr).toBe('')
  await expect(start(process.execPath, [main, 'nonsense'])).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('"code":"unknown-operation"') as unknown,
  })
})
