import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeDifferences } from '#core/records/describe-differences.ts'
import { changeOfRecordAfter, partedAfter, takeChange } from '#core/store/difference-store.ts'
import { openDatabase } from '#core/store/open-database.ts'
import { openTestCore, temporaryFolder } from '../core-harness.ts'
import { account } from '../money-records.ts'
import { setUpCouncil } from '../small-council.ts'

/** Two PCs that have parted, each with its own change to the same account: the log holds only the end of the numbers. */
it('a number of an account goes whole from one PC to the other, though the log does not hold it', async () => {
  const [ours, theirs] = [temporaryFolder(), temporaryFolder()]
  const first = await openTestCore(ours)
  const { people } = await setUpCouncil(first.ask)
  const [id] = people
  if (id === undefined) throw new Error('nobody')
  const owner = { kind: 'person', id } as const
  await first.ask('payees.saveAccount', { owner, account })
  await first.close()
  cpSync(ours, theirs, { recursive: true })
  const second = await openTestCore(theirs)
  await second.ask('payees.saveAccount', { owner, account: { ...account, number: '9912123' } })
  await second.close()

  const kept = openDatabase(join(theirs, 'tsudoi.db'), null)
  const today = openDatabase(join(ours, 'tsudoi.db'), null)
  try {
    const difference = (): { readonly recordId: string; readonly state: string } => {
      const [found] = describeDifferences(kept.reading, today.reading)
      if (found === undefined) throw new Error('no difference')
      return found
    }
    const { recordId, state } = difference()
    // The ends are the same: nothing in the log tells the two apart.
    expect(state).toBe('open')
    const parted = partedAfter(kept.reading, today.reading)
    const change = changeOfRecordAfter(kept.reading, parted, 'bank_accounts', recordId)
    if (change === null) throw new Error('no change')
    takeChange(today.writing, kept.reading, change)
    expect(today.reading.get('SELECT number FROM bank_accounts')).toEqual({ number: '9912123' })
    expect(difference().state).toBe('same')
  } finally {
    kept.connection.close()
    today.connection.close()
  }
})
