import type { Migration } from '../migration.ts'

const masked = (column: 'old_values' | 'new_values'): string => `
UPDATE change_log SET ${column} = json_replace(${column}, '$.number', '****' || substr(json_extract(${column}, '$.number'), -3))
WHERE table_name IN ('bank_accounts', 'transfer_sender') AND json_type(${column}, '$.number') = 'text';`

/** The change log held whole numbers of accounts; from now on, and for what was written before, it holds their ends. */
export const maskedAccounts: Migration = {
  version: 280,
  name: 'masked-accounts',
  sql: `${masked('old_values')}${masked('new_values')}`,
}
