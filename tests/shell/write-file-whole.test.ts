import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFileWhole } from '#shell/write-file-whole.ts'
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
