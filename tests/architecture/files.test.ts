import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listProjectFiles, listSourceFiles, projectRoot } from './source-files.ts'

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8')
const product = listSourceFiles().filter((file) => !file.startsWith('tests/'))

describe('source files', () => {
  it('have names that say what is in them', () => {
    const saysNothing = /^(index|utils?|helpers?|common|manager|service|misc|lib)\.tsx?$/
    expect(listSourceFiles().filter((file) => saysNothing.test(basename(file)))).toEqual([])
    expect(listProjectFiles().filter((file) => /(^|\/)(utils?|helpers?|common)\//.test(file))).toEqual([])
  })

  it('are written in kebab-case', () => {
    expect(
      product.filter(
        (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.module|\.d|\.config)?\.tsx?$/.test(basename(file)),
      ),
    ).toEqual([])
  })

  it('stay short enough to be read at one sitting', () => {
    // A table of words or a schema may be long; logic may not.
    const tables = new Set([
      'electron/core/store/migrations/0010-first-round.ts',
      'shared/domain/record-words.ts',
      'shared/contract/error-texts.ts',
      'renderer/api/affected-reads.ts',
    ])
    const long = product.filter((file) => !tables.has(file) && read(file).split('\n').length > 400)
    expect(long).toEqual([])
  })

  it('hold no way around the checks', () => {
    const around = /@ts-(?:ignore|nocheck|expect-error)|eslint-disable|\b(?:TODO|FIXME|XXX)\b/
    expect(product.filter((file) => around.test(read(file)))).toEqual([])
  })

  it('take time and chance from ports only', () => {
    const pure = product.filter((file) => /^(shared|electron\/core)\//.test(file))
    expect(pure.filter((file) => /Date\.now\(|new Date\(\)|Math\.random\(/.test(read(file)))).toEqual([])
  })
})
