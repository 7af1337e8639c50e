import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importTable, onlyPlaces, type Place } from './import-table.ts'
import { listSourceFiles, projectRoot, readImports, type ImportOf } from './source-files.ts'

const files = listSourceFiles()
const imports = files.flatMap(readImports)
const productImports = imports.filter(({ from }) => !from.startsWith('tests/'))

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`)

function placeOf(file: string): Place | undefined {
  return importTable
    .filter(({ place }) => isIn(file, place))
    .sort((a, b) => b.place.length - a.place.length)
    .at(0)
}

function isAllowed({ from, to, isPackage }: ImportOf): boolean {
  const place = placeOf(from)
  if (!place) return false
  if (isPackage)
    return place.packages.some((name) => name === to || (name === 'node:' && to.startsWith('node:')))
  if (to.endsWith('.css')) return true
  return isIn(to, place.place) || place.may.some((other) => isIn(to, other))
}

describe('imports', () => {
  it('follow the table', () => {
    expect(productImports.length).toBeGreaterThan(100)
    expect(
      productImports.filter((each) => !isAllowed(each)).map(({ from, to }) => `${from} → ${to}`),
    ).toEqual([])
  })

  it('reach each library only from its own place', () => {
    const strays = productImports.filter(
      ({ from, to, isPackage }) => isPackage && onlyPlaces[to]?.some((place) => isIn(from, place)) === false,
    )
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('name files that exist, with their ending', () => {
    const missing = imports.filter(
      ({ to, isPackage }) => !isPackage && !existsSync(join(projectRoot, to.replace(/\?.*$/, ''))),
    )
    expect(missing.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('keep use cases, stores, documents and features of their own kind apart', () => {
    const folders = ['electron/core/use-cases', 'electron/core/store', 'renderer/features']
    // What joins them, or is the ground they stand on.
    const grounds = new Set([
      'electron/core/use-cases/handlers.ts',
      'electron/core/store/connect.ts',
      'electron/core/store/database.ts',
      'electron/core/store/migrate.ts',
      'electron/core/store/migration.ts',
      'electron/core/store/change-log.ts',
      'electron/core/store/open-database.ts',
      'electron/core/store/sector-rows.ts',
      'electron/core/store/person-keys.ts',
      'electron/core/store/search-index.ts',
      'electron/core/store/net-changes.ts',
      'electron/core/store/masked-columns.ts',
      'electron/core/store/record-rows.ts',
    ])
    const crossing = productImports.filter(({ from, to, isPackage }) => {
      const folder = folders.find((each) => isIn(from, each))
      if (isPackage || folder === undefined || !isIn(to, folder) || grounds.has(from) || grounds.has(to))
        return false
      const room = (file: string): string => file.slice(folder.length + 1).split('/')[0] ?? ''
      return room(from) !== room(to) && !to.endsWith('.css')
    })
    expect(crossing.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('make no circle, types included', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to, isPackage } of imports) {
      if (!isPackage) edges.set(from, [...(edges.get(from) ?? []), to])
    }
    expect(findCircle(edges)).toEqual([])
  })
})

function findCircle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): readonly string[] => {
    const start = path.indexOf(file)
    if (start >= 0) return [...path.slice(start), file]
    if (done.has(file)) return []
    path.push(file)
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next)
      if (circle.length > 0) return circle
    }
    path.pop()
    done.add(file)
    return []
  }
  for (const file of edges.keys()) {
    const circle = visit(file)
    if (circle.length > 0) return circle
  }
  return []
}
