import { Refusal } from '#shared/contract/errors.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import { participationDocument } from '../reports/documents/participation-document.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { getCouncilById } from '../store/council-store.ts'
import { listKinds } from '../store/kind-store.ts'
import { listOutreach } from '../store/outreach-store.ts'
import { readParticipation } from './read-participation.ts'

/** 参画状況表 of a council as it stands today. Refuses with `not-found`. */
export function readParticipationPaper(
  context: Pick<ReadContext, 'db' | 'today'>,
  councilId: CouncilId,
): ReportDocument {
  const { db, today } = context
  const council = getCouncilById(db, councilId)
  if (!council) throw new Refusal('not-found')
  return participationDocument({
    council,
    participation: readParticipation(context, councilId, today),
    outreach: listOutreach(db, councilId),
    kinds: listKinds(db),
    today,
  })
}
