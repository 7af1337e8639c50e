import { type HelpKind, helpKindName } from '#shared/domain/help-kinds.ts'
import type { ReadContext } from '../context.ts'
import type { CouncilRecord } from '../reports/documents/council-record.ts'
import type { LocalRecord } from '../reports/fields/local-lists.ts'
import { listDevelopments } from '../store/development-store.ts'
import { listSubmissions } from '../store/form-store.ts'
import { listHelpKinds } from '../store/help-kind-store.ts'
import { listNeeds } from '../store/need-store.ts'
import { listResources } from '../store/resource-store.ts'

/** What is known about a council and its 年度 beside a single meeting, for the fields of a form. */
export function readLocalRecord(
  { db }: Pick<ReadContext, 'db'>,
  { council, fiscalYear, seats, meetings }: CouncilRecord,
): LocalRecord {
  const kinds = listHelpKinds(db)
  const named = <Row extends { readonly kind: HelpKind | null }>(row: Row) => ({
    ...row,
    kindName: helpKindName(kinds, row.kind),
  })
  return {
    fiscalYear,
    seats,
    meetings,
    needs: listNeeds(db, council.id)
      .filter(({ sameAsId }) => sameAsId === null)
      .map(named),
    resources: listResources(db).map(named),
    developments: listDevelopments(db, council.id).map(named),
    submissions: listSubmissions(db, null).filter(({ councilId }) => councilId === council.id),
  }
}
