import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FormMapping, parseMapping } from './forms/mapping.ts'

/** The mappings that come with the program, for forms that it knows. */
export async function builtInMappings(resources: string): Promise<readonly FormMapping[]> {
  const folder = join(resources, 'forms')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.mapping.json')).sort()
  return Promise.all(files.map(async (name) => parseMapping(await readFile(join(folder, name), 'utf8'))))
}
