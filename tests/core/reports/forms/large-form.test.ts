import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { smallWorkbook } from './small-workbook.ts'

vi.setConfig({ testTimeout: 180_000 })

const answer = z.object({
  milliseconds: z.number(),
  megabytes: z.number(),
  bytes: z.number(),
})

/** As it is shipped, and in a process of its own, so that its memory is its own. */
function fillApart(workbook: Uint8Array): z.infer<typeof answer> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-large-'))
  const file = join(folder, 'large.xlsx')
  try {
    writeFileSync(file, workbook)
    const script = join(folder, 'fill-large.mjs')
    const entry = join(import.meta.dirname, 'fill-large.ts')
    buildSync({
      entryPoints: [entry],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
    })
    const printed = execFileSync(process.execPath, [script, file, '表'], {
      encoding: 'utf8',
    })
    return answer.parse(JSON.parse(printed))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

let seed = 11
const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)

/** Figures in twenty columns, as a long list of a city holds them. */
function listOf(rows: number): string {
  const letters = [...'ABCDEFGHIJKLMNOPQRST']
  const lines = Array.from({ length: rows }, (_unused, at) => {
    const row = String(at + 1)
    const cells = letters.map((letter, column) =>
      column % 4 === 0
        ? `<c r="${letter}${row}" s="1" t="s"><v>${String(random() % 5000)}</v></c>`
        : `<c r="${letter}${row}"><v>${String(random())}</v></c>`,
    )
    return `<row r="${row}" spans="1:20" ht="18" customHeight="1">${cells.join('')}</row>`
  })
  return `<sheetData>${lines.join('')}</sheetData>`
}

describe('a workbook of ten megabytes', () => {
  it.each<[string, () => Uint8Array]>([
    [
      'of photos',
      () =>
        smallWorkbook({
          sheets: { 表: listOf(1000) },
          parts: Object.fromEntries(
            Array.from({ length: 5 }, (_unused, at) => [
              `xl/media/image${String(at + 1)}.jpeg`,
              randomBytes(2_000_000),
            ]),
          ),
        }),
    ],
    [
      'of figures, 60,000 rows of 20',
      () =>
        smallWorkbook({
          sheets: { 表: listOf(60_000) },
          strings: Array.from(
            { length: 5000 },
            (_unused, at) => `<si><t>青羽市東町${String(at)}番地</t></si>`,
          ).join(''),
        }),
    ],
  ])('%s is filled within two seconds and 300 MB', (_name, make) => {
    const workbook = make()
    expect(workbook.length).toBeGreaterThan(9_500_000)
    const { milliseconds, megabytes } = fillApart(workbook)
    console.log(`${String(workbook.length)} bytes: ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`)
    // Time of the processor, since other tests may want the machine at the same time.
    expect(milliseconds).toBeLessThan(2000)
    expect(megabytes).toBeLessThan(300)
  })
})
