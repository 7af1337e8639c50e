import type { ReadContext } from '../context.ts'
import type { CouncilRecord } from '../reports/documents/council-record.ts'
import type { LocalRecord } from '../reports/fields/local-lists.ts'
import { listDevelopments } from '../store/development-store.ts'
import { listSubmissions } from '../store/form-store.ts'
import { listNeeds } from '../store/need-store.ts'
import { listResources } from '../store/resource-store.ts'

/** What is known about a council and its 年度 beside a single meeting, for the fields of a form. */
export function readLocalRecord(
  { db }: Pick<ReadContext, 'db'>,
  { council, fiscalYear, seats, meetings }: CouncilRecord,
): LocalRecord {
  return {
    fiscalYear,
    seats,
    meetings,
    needs: listNeeds(db, council.id).filter(({ sameAsId }) => sameAsId === null),
    resources: listResources(db),
    developments: listDevelopments(db, council.id),
    submissions: listSubmissions(db, null).filter(({ councilId }) => councilId === council.id),
  }
}
