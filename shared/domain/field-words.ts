import { recordTables, wordsOfTable } from './record-words.ts'

/** What the office calls a column, whichever table has it; the first of several names stands for all. */
const names: ReadonlyMap<string, string> = new Map(
  recordTables
    .toReversed()
    .flatMap((table) => Object.entries(wordsOfTable(table).columns))
    .map(([column, word]) => [column, word]),
)

/**
 * What a field of an input is called on the screen: `patch.opinion` is 書面の意見. Null for one that only the program
 * has a name for. What is no path of fields (the option of a command) stays as it is.
 */
export function fieldWord(path: string): string | null {
  if (!/^[\w.]+$/.test(path)) return path
  const last = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? ''
  return names.get(last.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)) ?? null
}
