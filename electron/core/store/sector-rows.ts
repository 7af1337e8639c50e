import type { Id } from '#shared/domain/ids.ts'
import { sectors, type Sector } from '#shared/domain/sectors.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Tables of the form (id, owner, sector), one row for each sector of a record. */
const owners = {
  need_sectors: 'need_id',
  resource_sectors: 'resource_id',
  development_sectors: 'development_id',
} as const
export type SectorTable = keyof typeof owners

/** As a column of a query that names its record `alias`: elderly,youth. Null where it has none. */
export function sectorColumn(table: SectorTable, alias: string): string {
  return `(SELECT group_concat(s.sector) FROM ${table} s WHERE s.${owners[table]} = ${alias}.id) AS sectorList`
}

/** What `sectorColumn` yields, in the fixed order of sectors. */
export function readSectors(list: string | null): Sector[] {
  const found = (list ?? '').split(',')
  return sectors.filter((sector) => found.includes(sector))
}

/** Adds those that are new and takes away those that are gone; the rest is not touched. */
export function saveSectors(
  db: WriteDb,
  table: SectorTable,
  ownerId: string,
  wanted: readonly Sector[],
  nextId: () => Id<'sector-row'>,
): void {
  const owner = owners[table]
  const before = listSectors(db, table, ownerId)
  for (const sector of sectors.filter((each) => wanted.includes(each) && !before.includes(each))) {
    db.run(`INSERT INTO ${table} (id, ${owner}, sector) VALUES (?, ?, ?)`, [nextId(), ownerId, sector])
  }
  for (const sector of before.filter((each) => !wanted.includes(each))) {
    db.run(`DELETE FROM ${table} WHERE ${owner} = ? AND sector = ?`, [ownerId, sector])
  }
}

function listSectors(db: ReadDb, table: SectorTable, ownerId: string): readonly Sector[] {
  return db
    .all<{ sector: Sector }>(`SELECT sector FROM ${table} WHERE ${owners[table]} = ?`, [ownerId])
    .map((row) => row.sector)
}
