import { describe, expect, it } from 'vitest'
import { importTable } from '../architecture/import-table.ts'
import { listLicences, shippedPackages } from '#shell/list-licences.ts'
import { projectFolder } from '#shell/places.ts'

/** Used at the build, or by the browser shell that only developers start; not in what offices get. */
const notShipped = new Set([
  'esbuild',
  'vite',
  'playwright-core',
  '@sparticuz/chromium',
  'hono',
  '@hono/node-server',
])

describe('the licences listed in the program', () => {
  it('are of every package that the code may import', () => {
    const imported = importTable.flatMap(({ packages }) => packages)
    const outside = imported.filter((name) => !/^(?:node:|virtual:)/.test(name) && !notShipped.has(name))
    expect([...new Set(outside)].filter((name) => !shippedPackages.some((each) => each === name))).toEqual([])
  })

  it('name each with its version and kind, and all that it needs in its turn', () => {
    const licences = listLicences(projectFolder, shippedPackages)
    // What reads zips for exceljs stands on one package that says nothing; a second one would be looked at here.
    expect(licences.filter(({ licence }) => licence === '').map(({ name }) => name)).toEqual(['buffers'])
    const names = licences.map(({ name }) => name)
    // The driver is installed under the name of the one that it stands for; it is listed under its own.
    const ownNames: Readonly<Record<string, string>> = { 'better-sqlite3': 'better-sqlite3-multiple-ciphers' }
    for (const shipped of shippedPackages) expect(names).toContain(ownNames[shipped] ?? shipped)
    expect(names.length).toBeGreaterThan(shippedPackages.length)
    const open = /MIT|ISC|BSD|Apache-2\.0|OFL-1\.1|0BSD|BlueOak|Unlicense|CC0|Python-2\.0|WTFPL|CC-BY/
    expect(licences.filter(({ licence }) => licence !== '' && !open.test(licence))).toEqual([])
  })
})
