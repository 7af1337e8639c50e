import type { OutreachFields } from '#shared/contract/participation-operations.ts'
import type { GroupColumn, SectorRow } from '#shared/domain/participation.ts'

export interface ChosenCell {
  readonly row: SectorRow
  readonly column: GroupColumn
}

/** What an outreach begins with: the gap or the 地域課題 it is for, and whom it is to. */
export type OutreachStart = Pick<
  OutreachFields,
  'organizationId' | 'contactName' | 'sector' | 'column' | 'needId'
>

export const emptyStart: OutreachStart = {
  organizationId: null,
  contactName: '',
  sector: null,
  column: null,
  needId: null,
}
