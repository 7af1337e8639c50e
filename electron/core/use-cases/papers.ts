import { Refusal } from '#shared/contract/errors.ts'
import { type Paper, paperFacts, papers } from '#shared/contract/paper-catalogue.ts'
import { type paperOperations, usualPaperOptions } from '#shared/contract/paper-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import type { WantedPaper } from '../records/papers/paper-maker.ts'
import { paperMakers, standingOfPapers } from '../records/papers/paper-makers.ts'
import { readAddressees } from '../records/read-addressees.ts'
import { listSeatsWithContact } from '../records/read-council-record.ts'
import { readMeeting } from '../records/read-meeting.ts'
import { documentTitle, meetingLine } from '../reports/documents/paper-text.ts'
import { fileNameOf, safeFileName } from '../reports/file-name.ts'
import { packEntry, writeZip } from '../reports/forms/zip-archive.ts'
import type { Block, ReportDocument } from '../reports/report-document.ts'
import { writeDocument, writeSetPdf } from '../reports/write-document.ts'
import { getCouncilById } from '../store/council-store.ts'
import { getPaperSettings, savePaperSettings } from '../store/paper-settings-store.ts'
import { listMeetings } from '../store/meeting-store.ts'

type PaperOperation = OperationsOf<typeof paperOperations>

/** A paper as it is to be written, under the name that its file gets. */
interface ReadyPaper {
  readonly document: ReportDocument
  readonly fileName: (extension: string) => string
}

function buildPaper(context: ReadContext, paper: Paper, wanted: WantedPaper): ReadyPaper {
  const built = paperMakers[paper].build(context, wanted)
  const sealed = wanted.options.seals && paperFacts[paper].maySeal === true
  const document = sealed ? withSeals(built, getPaperSettings(context.db).sealBoxes) : built
  return { document, fileName: nameOfFile(context, paper, wanted) }
}

/** 決裁欄 above everything else, left empty for the seals. */
function withSeals(document: ReportDocument, boxes: readonly string[]): ReportDocument {
  if (boxes.length === 0) return document
  const seals: readonly Block[] = [
    { kind: 'seals', boxes, sizeMm: 16 },
    { kind: 'spacer', heightMm: 3 },
  ]
  return { ...document, blocks: [...seals, ...document.blocks] }
}

function nameOfFile(context: ReadContext, paper: Paper, wanted: WantedPaper): ReadyPaper['fileName'] {
  const { name, of } = paperFacts[paper]
  if (of === 'meeting' && wanted.meetingId !== null) {
    const meeting = readMeeting(context.db, wanted.meetingId)
    return (extension) => fileNameOf(meeting, name, extension)
  }
  const council = of === 'office' ? undefined : getCouncilById(context.db, wanted.councilId)
  const parts = [formatWareki(context.today, 'short'), ...(council ? [council.name] : []), name]
  return (extension) => `${safeFileName(parts.join('_'))}.${extension}`
}

function standingOf(context: ReadContext, wanted: WantedPaper) {
  const { councilId, meetingId, fiscalYear } = wanted
  if (!getCouncilById(context.db, councilId)) throw new Refusal('not-found')
  return standingOfPapers(context, wanted, {
    meeting: meetingId === null ? null : readMeeting(context.db, meetingId),
    seats: listSeatsWithContact(context, councilId),
    meetingsInYear: listMeetings(context.db, councilId, fiscalYear).length,
  })
}

export const paperHandlers: Handlers<PaperOperation> = {
  'papers.shelf': (context, place) => standingOf(context, { ...place, options: usualPaperOptions }),
  'papers.settings': ({ db }) => getPaperSettings(db),
  'papers.saveSettings': ({ db }, settings) => {
    savePaperSettings(db, settings)
    return null
  },
  'papers.addressees': (context, { councilId, source }) =>
    readAddressees(context, councilId, source).map(({ key, organizationName, post, name, address }) => ({
      key,
      organizationName,
      post,
      name,
      hasAddress: address.trim() !== '',
    })),
  'papers.make': async (context, { paper, format, ...wanted }) => {
    if (!paperFacts[paper].formats.includes(format))
      throw new Refusal('invalid-input', { fields: ['format'] })
    const ready = context.read((reading) => buildPaper(reading, paper, wanted))
    const bytes = await writeDocument(context.printer, ready.document, format)
    return context.files.put(ready.fileName(format), bytes)
  },
  'papers.makeSet': async (context, { shelf, as, ...place }) => {
    const wanted = { ...place, options: usualPaperOptions }
    const { ready, meeting } = context.read((reading) => {
      const standing = new Map(standingOf(reading, wanted).map((each) => [each.paper, each]))
      return {
        meeting: readMeeting(reading.db, place.meetingId),
        ready: papers.flatMap((paper) => {
          const { shelf: on, inSet } = paperFacts[paper]
          if (inSet === undefined || on !== shelf || standing.get(paper)?.blocked !== null) return []
          return [{ formats: inSet, ...buildPaper(reading, paper, wanted) }]
        }),
      }
    })
    if (ready.length === 0) throw new Refusal('not-found')
    const whole = shelf === 'before-meeting' ? '会議の前の紙' : '会議の後の紙'
    const title = documentTitle(meeting, whole)
    const documents = ready.map(({ document }) => document)
    const inOne = { title, footLeft: meetingLine(meeting) }
    if (as === 'pdf') {
      const bytes = await writeSetPdf(context.printer, documents, inOne)
      return context.files.put(fileNameOf(meeting, whole, 'pdf'), bytes)
    }
    const wantedFiles = ready.flatMap(({ formats, ...paper }) =>
      formats.map((format) => ({ ...paper, format })),
    )
    const all = wantedFiles.length + 1
    const entries = [
      packEntry(fileNameOf(meeting, whole, 'pdf'), await writeSetPdf(context.printer, documents, inOne)),
    ]
    // One after another: the printer is one, and memory holds one paper at a time.
    for (const { document, fileName, format } of wantedFiles) {
      context.progress(entries.length, all)
      entries.push(packEntry(fileName(format), await writeDocument(context.printer, document, format)))
    }
    return context.files.put(fileNameOf(meeting, whole, 'zip'), writeZip(entries))
  },
}
