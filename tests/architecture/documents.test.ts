import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listProjectFiles, projectRoot } from './source-files.ts'

const documents = listProjectFiles().filter(
  (file) => /^(README[^/]*|CHANGELOG)\.md$/.test(file) || /^docs\/.*\.md$/.test(file),
)

/** What looks like a path of the project: in back quotes below a known folder, or the target of a link. */
function pathsIn(document: string): readonly string[] {
  const text = readFileSync(join(projectRoot, document), 'utf8')
  const quoted = [
    ...text.matchAll(/`((?:shared|electron|renderer|resources|tests|docs|\.ci)\/[^`\s*…<>{}]*)`/g),
  ].map((match) => match[1] ?? '')
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) =>
    join(dirname(document), match[1] ?? ''),
  )
  return [...quoted, ...linked]
}

describe('documents', () => {
  it('are there', () => {
    for (const file of [
      'README.md',
      'README.ja.md',
      'docs/architecture.md',
      'docs/features.md',
      'docs/glossary.md',
      'docs/recipes.md',
    ]) {
      expect(documents).toContain(file)
    }
  })

  it('name only paths that exist', () => {
    const missing = documents.flatMap((document) =>
      pathsIn(document)
        .filter((path) => !existsSync(join(projectRoot, path)))
        .map((path) => `${document}: ${path}`),
    )
    expect(missing).toEqual([])
  })

  it('and the lock file name no registry and no path of one machine', () => {
    const traces = /registry\.[a-z.]+\/|\/work\/(?:main|shared)|\/root\//
    const files = [...documents, 'package-lock.json', 'package.json', '.npmrc']
    expect(files.filter((file) => traces.test(readFileSync(join(projectRoot, file), 'utf8')))).toEqual([])
  })
})
