import type { PlannedPerson } from '#shared/domain/import-plan.ts'
import type { PersonId } from '#shared/domain/ids.ts'

/** What is recorded already, as plain data for the planner. Texts that are missing are ''. */
export interface ExistingRoster {
  readonly people: readonly ExistingPerson[]
}

export interface ExistingPerson extends Pick<
  PlannedPerson,
  | 'name'
  | 'kana'
  | 'organizationName'
  | 'post'
  | 'postalCode'
  | 'address'
  | 'phone'
  | 'phoneNote'
  | 'fax'
  | 'email'
  | 'sectors'
  | 'note'
> {
  readonly personId: PersonId
  /** The seat in the council that the roster is for; null where there is none, or the council is not known. */
  readonly membership: ExistingMembership | null
}

export type ExistingMembership = Pick<
  PlannedPerson,
  'category' | 'role' | 'appointedOn' | 'termFrom' | 'termTo' | 'termNote' | 'exOfficio'
>
