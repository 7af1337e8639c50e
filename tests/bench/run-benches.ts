import type { LoadName } from '#core/generate/load-sizes.ts'
import { benchAttachments } from './attachments.bench.ts'
import type { BenchRow } from './bench-row.ts'
import { benchCore } from './core.bench.ts'
import { benchImport } from './import.bench.ts'
import { benchFillForm } from './fill-form.bench.ts'
import { benchPapers } from './papers.bench.ts'
import { benchLongList } from './long-list.bench.ts'
import { benchList } from './list.bench.ts'
import { benchTalk } from './talk.bench.ts'
import { benchSearch } from './search.bench.ts'

/**
 * Prints one table: each line's median, and how it stands against another way of doing the same in the same run
 * (above 1 ours is the faster). Times differ from machine to machine, so nothing is passed or failed here.
 * `npm run bench -- small` leaves out the ten years of a city, which take minutes to make up; further words choose
 * the parts whose titles hold them: `npm run bench -- forms`.
 */
const isSmall = process.argv.includes('small')
const wanted = process.argv.slice(2).filter((word) => word !== 'small')
const loads: readonly LoadName[] = isSmall ? ['L1'] : ['L1', 'L10']

const benches: readonly (readonly [string, () => Promise<readonly BenchRow[]>])[] = [
  ['the core', () => benchCore(loads)],
  ['papers kept with meetings', benchAttachments],
  ['forms', benchFillForm],
  ['sets of papers and five hundred letters', benchPapers],
  ['lists', benchList],
  ['a roster of 20,000', benchImport],
  ['20,000 people in the window', benchLongList],
  ['600 statements in the window', benchTalk],
  ...(isSmall ? [] : ([['search', benchSearch]] as const)),
]

/** Columns of a text in which a Japanese sign takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/.test(sign) ? 2 : 1), 0)
}

function cell(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function show({ name, milliseconds, against, ratio }: BenchRow): string {
  const time = `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`
  const compared = against === undefined || ratio === undefined ? '' : `${ratio.toFixed(2)} × ${against}`
  return `${cell(name, 62)} ${time.padStart(10)}   ${compared}`
}

const chosen = benches.filter(([title]) => wanted.length === 0 || wanted.some((word) => title.includes(word)))
for (const [title, run] of chosen) {
  console.log(`\n${title}`)
  for (const row of await run()) console.log(`  ${show(row)}`)
}
