import { Refusal } from '#shared/contract/errors.ts'
import type { Paper } from '#shared/contract/paper-catalogue.ts'
import { yearCoverDocument } from '../../reports/documents/year-cover-document.ts'
import { listNeeds } from '../../store/need-store.ts'
import { listResources } from '../../store/resource-store.ts'
import { getSecretariat } from '../../store/secretariat-store.ts'
import { readBudget } from '../read-budget.ts'
import { readLocalPaper } from '../read-local-paper.ts'
import { blockedBy, type PaperMaker, ready } from './paper-maker.ts'

const withResources: NonNullable<PaperMaker['standing']> = (_view, { db }) =>
  listResources(db).length === 0 ? blockedBy('no-resources') : ready

/** 地域 on the shelf: of every area and sector; the pages of 地域 narrow them down. */
export const localPapers = {
  'help-leaflet': {
    build: (context) => readLocalPaper(context, { name: 'help-leaflet', areaName: null, size: 'A4' }),
    standing: (_view, { db }) =>
      listResources(db).some((each) => each.visibility === 'public')
        ? ready
        : blockedBy('no-public-resources'),
  },
  'resource-list': {
    build: (context) => readLocalPaper(context, { name: 'resource-list', areaName: null }),
    standing: withResources,
  },
  'gap-table': {
    build: (context) => readLocalPaper(context, { name: 'gap-table', sector: null }),
  },
  'need-list': {
    build: (context, { councilId }) => readLocalPaper(context, { name: 'need-list', councilId }),
    standing: (_view, { db }, { councilId }) =>
      listNeeds(db, councilId).length === 0 ? blockedBy('no-needs') : ready,
  },
  'year-cover': {
    build: ({ db, today }, { fiscalYear }) => {
      const secretariat = getSecretariat(db)
      if (!secretariat) throw new Refusal('not-set-up')
      const { items, totals } = readBudget(db, fiscalYear)
      return yearCoverDocument({ fiscalYear, secretariat, totals: items.length === 0 ? null : totals, today })
    },
  },
  'year-results': {
    build: (context, { fiscalYear }) => readLocalPaper(context, { name: 'year-results', fiscalYear }),
  },
  survey: {
    build: (context, { fiscalYear }) => readLocalPaper(context, { name: 'survey', fiscalYear }),
  },
} as const satisfies Partial<Record<Paper, PaperMaker>>
