import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export const projectRoot = join(import.meta.dirname, '../..')

/** Files of the project as git sees them: tracked, or new and not ignored. Paths relative to the root. */
export function listProjectFiles(): readonly string[] {
  const answer = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return answer.split('\0').filter((file) => file !== '' && existsSync(join(projectRoot, file)))
}

export function listSourceFiles(): readonly string[] {
  return listProjectFiles().filter((file) => /^(shared|electron|renderer|tests)\/.*\.tsx?$/.test(file))
}

export interface ImportOf {
  readonly from: string
  /** A path relative to the root, or the name of a package. */
  readonly to: string
  readonly isPackage: boolean
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

const roots: Readonly<Record<string, string>> = {
  '#shared/': 'shared/',
  '#core/': 'electron/core/',
  '#shell/': 'electron/shell/',
  '#renderer/': 'renderer/',
  '#tests/': 'tests/',
}

/** Types included: an import that is erased still ties two files together. */
export function readImports(file: string): readonly ImportOf[] {
  const text = readFileSync(join(projectRoot, file), 'utf8')
  return [...text.matchAll(importPattern)].map((match) => {
    const written = match[1] ?? match[2] ?? match[3] ?? ''
    const root = Object.keys(roots).find((prefix) => written.startsWith(prefix))
    if (root !== undefined)
      return { from: file, to: (roots[root] ?? '') + written.slice(root.length), isPackage: false }
    if (written.startsWith('.'))
      return { from: file, to: normalize(join(dirname(file), written)), isPackage: false }
    return { from: file, to: packageName(written), isPackage: true }
  })
}

function packageName(written: string): string {
  if (written.startsWith('node:')) return written
  return written
    .split('/')
    .slice(0, written.startsWith('@') ? 2 : 1)
    .join('/')
}
