import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '#shared/contract/errors.ts'
import { writeFileOrBeside, writeFileWhole } from '#shell/write-file-whole.ts'
import { temporaryFolder } from './temporary-folder.ts'

const bytes = new TextEncoder().encode('新しい')

test('writes a new file and replaces an old one, with nothing left beside it', async () => {
  const folder = temporaryFolder()
  const path = join(folder, '報告.xlsx')
  await writeFileWhole(path, bytes)
  writeFileSync(path, '古い')
  await writeFileWhole(path, bytes)
  expect(readFileSync(path, 'utf8')).toBe('新しい')
  expect(readdirSync(folder)).toEqual(['報告.xlsx'])
})

test('a place that cannot be written is refused by name, and what was there stays', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'taken', 'inside'), '')
  await expect(writeFileWhole(join(folder, 'taken'), bytes)).rejects.toMatchObject({
    code: 'file-not-writable',
    details: { name: 'taken' },
  })
  await expect(writeFileWhole(join(folder, 'no', 'x'), bytes)).rejects.toMatchObject({
    code: 'file-not-writable',
  })
  expect(readdirSync(folder)).toEqual(['taken'])
})

// Linux has a file that is always full.
test.skipIf(process.platform !== 'linux')('a full disk is told as such', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'x')
  symlinkSync('/dev/full', `${path}.${process.pid}.tmp`)
  await expect(writeFileWhole(path, bytes)).rejects.toMatchObject({ code: 'disk-full' })
  expect(readdirSync(folder)).toEqual([])
})

test('beside a file that is open in Excel it is written under the next free name, and that one stays', async () => {
  const folder = temporaryFolder()
  const path = join(folder, '報告.xlsx')
  writeFileSync(path, '開いている')
  writeFileSync(join(folder, '報告 (2).xlsx'), '前の')
  // Only Windows keeps a file that is open from being replaced.
  const whileOpen = (to: string, content: Uint8Array): Promise<void> =>
    to === path
      ? Promise.reject(new Refusal('file-busy', { name: '報告.xlsx' }))
      : writeFileWhole(to, content)
  expect(await writeFileOrBeside(path, bytes, whileOpen)).toBe(join(folder, '報告 (3).xlsx'))
  expect(readFileSync(path, 'utf8')).toBe('開いている')
  expect(readFileSync(join(folder, '報告 (2).xlsx'), 'utf8')).toBe('前の')
  expect(readFileSync(join(folder, '報告 (3).xlsx'), 'utf8')).toBe('新しい')
})

test('what is not about an open file is told as it is', async () => {
  const folder = temporaryFolder()
  await expect(writeFileOrBeside(join(folder, 'no', 'x.xlsx'), bytes)).rejects.toMatchObject({
    code: 'file-not-writable',
  })
})
