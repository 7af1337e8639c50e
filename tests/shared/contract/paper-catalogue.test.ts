import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { paperFacts, papers, shelfLinks } from '#shared/contract/paper-catalogue.ts'
import { projectFolder } from '#shell/places.ts'

it('leads from the shelf only to pages that there are', () => {
  const router = readFileSync(join(projectFolder, 'renderer/app/router.tsx'), 'utf8')
  const routes = [...router.matchAll(/path: '([^']+)'/g)].map(([, path]) =>
    (path ?? '').replace(/\$\w+/g, '[^/]+'),
  )
  expect(routes).toContain('/reports')
  for (const { to, name } of shelfLinks) {
    const [place] = to.split('?')
    expect(
      routes.some((route) => new RegExp(`^${route}$`).test(place ?? '')),
      `${name}: ${to}`,
    ).toBe(true)
  }
})

it('names each paper once, and puts into a set only formats that the paper comes in', () => {
  const names = [...papers.map((paper) => paperFacts[paper].name), ...shelfLinks.map(({ name }) => name)]
  expect(new Set(names).size).toBe(names.length)
  for (const paper of papers) {
    for (const format of paperFacts[paper].inSet ?? []) expect(paperFacts[paper].formats).toContain(format)
  }
})
