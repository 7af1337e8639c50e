import { mkdir, readdir, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#shared/contract/errors.ts'
import { penFolder } from './pen.ts'
import { createJson, readJson } from './share-files.ts'
import { snapshotFolder } from './snapshots.ts'

const markName = 'tsudoi-share.json'
const format = 1

/**
 * Makes sure that a folder is one of ours to share: an empty one is made so. Refuses with `share-unreachable`,
 * with `share-not-ours` where other things lie in it or it is part of the data folder, with `too-new`.
 */
export async function prepareShare(share: string, dataFolder: string): Promise<void> {
  if (!isAbsolute(share)) throw new Refusal('share-unreachable', { folder: share })
  const within = relative(resolve(dataFolder), resolve(share))
  if (within === '' || !within.startsWith('..')) throw new Refusal('share-not-ours', { folder: share })
  const names = await readdir(share).catch(() => {
    throw new Refusal('share-unreachable', { folder: share })
  })
  if (!(await stat(share)).isDirectory()) throw new Refusal('share-unreachable', { folder: share })
  if (!names.includes(markName)) {
    // What Windows and others leave in any folder is no content.
    const content = names.filter((name) => !/^(?:\.|desktop\.ini$|thumbs\.db$)/i.test(name))
    if (content.length > 0) throw new Refusal('share-not-ours', { folder: share })
  }
  try {
    await createJson(join(share, markName), { format })
    await mkdir(join(share, penFolder), { recursive: true })
    await mkdir(join(share, snapshotFolder), { recursive: true })
  } catch {
    throw new Refusal('share-unreachable', { folder: share })
  }
  const mark = z.object({ format: z.number() }).safeParse(await readJson(join(share, markName)))
  if (mark.success && mark.data.format > format) throw new Refusal('too-new')
}
