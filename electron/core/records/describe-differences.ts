import type { Difference } from '#shared/contract/sharing-operations.ts'
import type { ReadDb } from '../store/database.ts'
import { isMasked } from '../store/masked-columns.ts'
import { changeOfRecordAfter, changesAfter, partedAfter, readRecord } from '../store/difference-store.ts'
import type { NetChange } from '../store/net-changes.ts'
import { describeChange, isTold } from './describe-changes.ts'

/** So many records are listed at once; when they are settled, the next come. */
const mostListed = 200

/** Record by record, what kept work holds that today's data do not. Both are only read. */
export function describeDifferences(kept: ReadDb, today: ReadDb): readonly Difference[] {
  const parted = partedAfter(kept, today)
  return changesAfter(kept, parted)
    .filter(isTold)
    .slice(0, mostListed)
    .map((change) => describeDifference(kept, today, parted, change))
}

function describeDifference(kept: ReadDb, today: ReadDb, parted: number, change: NetChange): Difference {
  const { table, recordId } = change
  const inPlace = isInPlace(kept, today, change)
  const theirs = inPlace ? null : changeOfRecordAfter(today, parted, table, recordId)
  return {
    table,
    recordId,
    ...describeChange(kept, change),
    state: inPlace ? 'same' : theirs === null ? 'open' : 'both',
    theirs: theirs === null ? [] : describeChange(today, theirs).fields,
  }
}

/** Whether today's data hold already what a change brought. */
function isInPlace(kept: ReadDb, today: ReadDb, { table, recordId, after }: NetChange): boolean {
  const now = readRecord(today, table, recordId)
  if (after === null || now === null) return after === null && now === null
  // Of an account's number the log knows the end alone, and two may end alike.
  const whole = Object.keys(after).some((column) => isMasked(table, column))
    ? readRecord(kept, table, recordId)
    : null
  return Object.entries(after).every(
    ([column, value]) => now[column] === (isMasked(table, column) ? whole?.[column] : value),
  )
}
