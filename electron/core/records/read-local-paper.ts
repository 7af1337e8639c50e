import { Refusal } from '#shared/contract/errors.ts'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'
import { isOpenDevelopment } from '#shared/domain/development.ts'
import { helpGap } from '#shared/domain/help-gap.ts'
import { chosenHelpKinds } from '#shared/domain/help-kinds.ts'
import { openNeedStatuses } from '#shared/domain/need.ts'
import type { ReadContext } from '../context.ts'
import { gapTableDocument } from '../reports/documents/gap-table-document.ts'
import { helpLeafletDocument } from '../reports/documents/help-leaflet-document.ts'
import { needListDocument } from '../reports/documents/need-list-document.ts'
import { resourceListDocument } from '../reports/documents/resource-list-document.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { getCouncilById } from '../store/council-store.ts'
import { listHelpKinds } from '../store/help-kind-store.ts'
import { listDevelopments } from '../store/development-store.ts'
import { getNeedLinks, listNeeds } from '../store/need-store.ts'
import { listOutreachForNeed } from '../store/outreach-store.ts'
import { listResources } from '../store/resource-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'
import {
  readActivityReport,
  readRecommendation,
  readSurvey,
  readYearResults,
} from './read-coordinator-paper.ts'

type PaperNamed<Name extends LocalPaper['name']> = Extract<LocalPaper, { readonly name: Name }>

function leaflet({ db, today }: ReadContext, { areaName, size }: PaperNamed<'help-leaflet'>): ReportDocument {
  const secretariat = getSecretariat(db)
  if (!secretariat) throw new Refusal('not-set-up')
  const kinds = listHelpKinds(db)
  return helpLeafletDocument({ resources: listResources(db), secretariat, areaName, today, kinds, size })
}

/** What counts: needs that are open and stand for themselves, and developments on their way. */
function gapTable({ db, today }: ReadContext, { sector }: PaperNamed<'gap-table'>): ReportDocument {
  const needs = listNeeds(db, null).filter(
    (each) => each.sameAsId === null && openNeedStatuses.includes(each.status),
  )
  const developments = listDevelopments(db, null).filter((each) => isOpenDevelopment(each.state))
  const kinds = chosenHelpKinds(listHelpKinds(db))
  const records = { needs, resources: listResources(db), developments }
  const table = helpGap(
    records,
    sector,
    kinds.map((kind) => kind.code),
  )
  return gapTableDocument(table, sector, today, kinds)
}

function needList({ db, today }: ReadContext, { councilId }: PaperNamed<'need-list'>): ReportDocument {
  const council = councilId === null ? undefined : getCouncilById(db, councilId)
  if (councilId !== null && council === undefined) throw new Refusal('not-found')
  const needs = listNeeds(db, councilId).map((need) => ({
    ...need,
    ...getNeedLinks(db, need.id),
    outreach: listOutreachForNeed(db, need.id),
  }))
  return needListDocument(needs, council?.name ?? 'すべての協議体', today, listHelpKinds(db))
}

/** A paper of what is kept about an area, as the records stand. Refuses with `not-found` and `not-set-up`. */
export function readLocalPaper(context: ReadContext, paper: LocalPaper): ReportDocument {
  switch (paper.name) {
    case 'help-leaflet':
      return leaflet(context, paper)
    case 'resource-list':
      return resourceListDocument(
        listResources(context.db),
        paper.areaName,
        context.today,
        listHelpKinds(context.db),
      )
    case 'gap-table':
      return gapTable(context, paper)
    case 'need-list':
      return needList(context, paper)
    case 'activity-report':
      return readActivityReport(context, paper)
    case 'year-results':
      return readYearResults(context, paper.fiscalYear)
    case 'survey':
      return readSurvey(context, paper.fiscalYear)
    case 'recommendation':
      return readRecommendation(context, paper)
  }
}
