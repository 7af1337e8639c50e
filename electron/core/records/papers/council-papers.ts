import type { Secretariat } from '#shared/contract/council-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { Paper } from '#shared/contract/paper-catalogue.ts'
import type { PaperOptions } from '#shared/contract/paper-operations.ts'
import { describeKind } from '#shared/domain/constituent-kinds.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../../context.ts'
import { labelsDocument } from '../../reports/documents/address-document.ts'
import { attendanceTableDocument } from '../../reports/documents/attendance-table-document.ts'
import {
  internalRosterDocument,
  publicRosterDocument,
} from '../../reports/documents/council-roster-document.ts'
import { handoverDocument } from '../../reports/documents/handover-document.ts'
import { envelopesDocument, postcardsDocument } from '../../reports/documents/mail-document.ts'
import { organizationListDocument } from '../../reports/documents/organization-list-document.ts'
import type { CouncilRecord } from '../../reports/documents/council-record.ts'
import { decisionsDocument, openTasksDocument } from '../../reports/documents/year-documents.ts'
import { listTableMembers } from '../../store/participation-store.ts'
import { listKinds } from '../../store/kind-store.ts'
import { listOrganizations, listOrganizationsInFull } from '../../store/organization-store.ts'
import type { ReportDocument } from '../../reports/report-document.ts'
import { getSecretariat } from '../../store/secretariat-store.ts'
import { listTasks } from '../../store/task-store.ts'
import { type Addressee, readAddressees } from '../read-addressees.ts'
import { readParticipationPaper } from '../read-participation-paper.ts'
import {
  blockedBy,
  ofCouncil,
  type PaperMaker,
  ready,
  type ShelfView,
  type WantedPaper,
} from './paper-maker.ts'

const always = () => ready

/** What goes by post needs an address; who has none is told. Until somebody else is chosen it goes to the members. */
function byPost({ seats }: ShelfView, { db, today }: ReadContext, wanted: WantedPaper) {
  const to = readAddressees({ db, today }, wanted.councilId, wanted.options.source)
  const without = to.filter(({ address }) => address.trim() === '').length
  if (seats.length === 0) return blockedBy('no-members')
  if (without === 0) return ready
  const lack = without === to.length ? 'no-addresses' : 'some-addresses'
  return { blocked: null, wanting: [{ lack, count: without } as const] }
}

const addressed =
  (
    build: (addressees: readonly Addressee[], options: PaperOptions, sender: Secretariat) => ReportDocument,
  ): PaperMaker['build'] =>
  (context, { councilId, options }) => {
    const sender = getSecretariat(context.db)
    if (!sender) throw new Refusal('not-set-up')
    return build(readAddressees(context, councilId, options.source, options.only), options, sender)
  }

/** In the order of the list on the screen: 五十音. */
function listOrganizationsByKana(db: ReadContext['db']) {
  const kinds = listKinds(db)
  const inFull = new Map(listOrganizationsInFull(db).map((each) => [each.id, each]))
  return listOrganizations(db, kinds).flatMap(({ id }) => inFull.get(id) ?? [])
}

/** Of each member the kind of the group that she sits for. */
function kindNamesOf({ db, today }: ReadContext, { council }: CouncilRecord): ReadonlyMap<PersonId, string> {
  const kinds = listKinds(db)
  const members = listTableMembers(db, council.id, today, kinds)
  return new Map(
    members.map(({ personId, kind }) => [personId, kind === null ? '' : describeKind(kind, kinds).name]),
  )
}

export const councilPapers = {
  labels: {
    build: addressed((to, { labelSheet, startAt, postalBoxes }) =>
      labelsDocument(to, { sheet: labelSheet, startAt, postalBoxes }),
    ),
    standing: byPost,
  },
  envelopes: {
    build: addressed((to, shift, sender) => envelopesDocument(to, sender, shift)),
    standing: byPost,
  },
  postcards: {
    build: addressed((to, shift, sender) => postcardsDocument(to, sender, shift)),
    standing: byPost,
  },
  'open-tasks': {
    build: ofCouncil((record, _options, { db }) =>
      openTasksDocument(record, listTasks(db, record.council.id, true)),
    ),
    standing: always,
  },
  decisions: { build: ofCouncil((record) => decisionsDocument(record)) },
  'attendance-table': { build: ofCouncil((record) => attendanceTableDocument(record)) },
  'roster-internal': { build: ofCouncil((record) => internalRosterDocument(record)) },
  'roster-public': {
    build: ofCouncil((record, _options, context) =>
      publicRosterDocument(record, kindNamesOf(context, record)),
    ),
  },
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
