import type { Paper } from '#shared/contract/paper-catalogue.ts'
import type { ReadContext } from '../../context.ts'
import { envelopesDocument, labelsDocument } from '../../reports/documents/address-document.ts'
import { attendanceTableDocument } from '../../reports/documents/attendance-table-document.ts'
import {
  internalRosterDocument,
  publicRosterDocument,
} from '../../reports/documents/council-roster-document.ts'
import { handoverDocument } from '../../reports/documents/handover-document.ts'
import { organizationListDocument } from '../../reports/documents/organization-list-document.ts'
import { decisionsDocument, openTasksDocument } from '../../reports/documents/year-documents.ts'
import { listKinds } from '../../store/kind-store.ts'
import { listOrganizations, listOrganizationsInFull } from '../../store/organization-store.ts'
import { listTasks } from '../../store/task-store.ts'
import { readParticipationPaper } from '../read-participation-paper.ts'
import { blockedBy, ofCouncil, type PaperMaker, ready, type ShelfView } from './paper-maker.ts'

const always = () => ready

/** What goes by post needs an address; who has none is told. */
function byPost({ seats }: ShelfView) {
  const without = seats.filter((seat) => seat.address.trim() === '').length
  if (seats.length === 0) return blockedBy('no-members')
  if (without === seats.length) return blockedBy('no-addresses')
  return without === 0
    ? ready
    : { blocked: null, wanting: [{ lack: 'some-addresses', count: without } as const] }
}

/** In the order of the list on the screen: 五十音. */
function listOrganizationsByKana(db: ReadContext['db']) {
  const kinds = listKinds(db)
  const inFull = new Map(listOrganizationsInFull(db).map((each) => [each.id, each]))
  return listOrganizations(db, kinds).flatMap(({ id }) => inFull.get(id) ?? [])
}

export const councilPapers = {
  labels: {
    build: ofCouncil((record, { labelSheet, startAt }) =>
      labelsDocument(record, { sheet: labelSheet, startAt }),
    ),
    standing: byPost,
  },
  envelopes: { build: ofCouncil((record) => envelopesDocument(record)), standing: byPost },
  'open-tasks': {
    build: ofCouncil((record, _options, { db }) =>
      openTasksDocument(record, listTasks(db, record.council.id, true)),
    ),
    standing: always,
  },
  decisions: { build: ofCouncil((record) => decisionsDocument(record)) },
  'attendance-table': { build: ofCouncil((record) => attendanceTableDocument(record)) },
  'roster-internal': { build: ofCouncil((record) => internalRosterDocument(record)) },
  'roster-public': { build: ofCouncil((record) => publicRosterDocument(record)) },
  participation: {
    build: (context, { councilId }) => readParticipationPaper(context, councilId),
    standing: always,
  },
  'organization-list': {
    build: ({ db, today }) => organizationListDocument(listOrganizationsByKana(db), listKinds(db), today),
    standing: (_view, { db }) =>
      listOrganizationsInFull(db).length === 0 ? blockedBy('no-organizations') : ready,
  },
  handover: {
    build: ofCouncil((record, _options, { db }) =>
      handoverDocument(record, listTasks(db, record.council.id, true)),
    ),
    standing: always,
  },
} as const satisfies Partial<Record<Paper, PaperMaker>>
