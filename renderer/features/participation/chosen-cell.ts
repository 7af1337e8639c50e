import type { OutreachFields } from '#shared/contract/participation-operations.ts'
import type { GroupColumn, SectorRow } from '#shared/domain/participation.ts'

export interface ChosenCell {
  readonly row: SectorRow
  readonly column: GroupColumn
}

/** What an outreach begins with: the gap it is for and whom it is to. */
export type OutreachStart = Pick<OutreachFields, 'organizationId' | 'contactName' | 'sector' | 'column'>
