import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agendaDocument } from '#core/reports/documents/agenda-document.ts'
import { attendeeListDocument } from '#core/reports/documents/attendee-list-document.ts'
import { minutesDocument } from '#core/reports/documents/minutes-document.ts'
import { seatingDocument } from '#core/reports/documents/seating-document.ts'
import { signInSheetDocument } from '#core/reports/documents/sign-in-sheet-document.ts'
import type { ReportDocument } from '#core/reports/report-document.ts'
import { writePrintHtml, writePrintHtmlOfSet } from '#core/reports/writers/print-html.ts'
import { buildFonts } from '#shell/build-fonts.ts'
import { type ClosablePrinter, createChromiumPrinter } from '#shell/chromium-printer.ts'
import { findChromium } from '#shell/find-chromium.ts'
import { projectFolder } from '#shell/places.ts'
import { folderForFile } from '../../shell/temporary-folder.ts'
import {
  agendaItem,
  attendance,
  carriedTasks,
  memoMeeting,
  memoRecord,
  numbered,
  testId,
} from './memo-meeting.ts'

const fonts = join(folderForFile(), 'fonts')
let printer: ClosablePrinter

beforeAll(() => {
  buildFonts(join(projectFolder, 'node_modules'), fonts)
  printer = createChromiumPrinter({ styles: join(projectFolder, 'resources', 'print'), fonts })
})
afterAll(() => printer.close())

interface Printed {
  /** Texts of each page without blanks, since a PDF knows only where glyphs stand. */
  readonly pages: readonly string[]
  readonly sizes: readonly (readonly number[])[]
}

const dense = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

async function print(document: ReportDocument): Promise<Printed> {
  return read(await printer.printToPdf({ html: writePrintHtml(document), title: document.title }))
}

async function read(bytes: Uint8Array): Promise<Printed> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  const sizes: (readonly number[])[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(dense(items.map((item) => ('str' in item ? item.str : '')).join('')))
    sizes.push(page.view.slice(2).map(Math.round))
  }
  return { pages, sizes }
}

describe.skipIf(findChromium() === null)('papers of a meeting, printed', () => {
  test('the 次第 is one sheet of A4 with every item on it', async () => {
    const record = memoRecord({}, carriedTasks())
    const { pages, sizes } = await print(agendaDocument(record))
    expect(pages).toHaveLength(1)
    expect(sizes).toEqual([[595, 842]])
    for (const { title } of record.meeting.agenda) expect(pages[0]).toContain(dense(title))
    expect(pages[0]).toContain(dense('令和8年9月17日（木）午後1時30分から午後3時20分まで'))
    expect(pages[0]).toContain(dense('担当　戸田　さやか'))
  })

  test('the minutes hold every word of the record, and each page its number, paper and state', async () => {
    const record = memoRecord()
    const { pages } = await print(minutesDocument(record))
    // Chromium draws the foot of a page before its text; a statement may go on overleaf, so feet are taken off.
    const foot = (position: number): string =>
      dense(`案${String(position + 1)}/${String(pages.length)}令和８年度第２回青羽市第２層協議体（東部圏域）`)
    pages.forEach((page, position) => {
      expect(page.startsWith(foot(position)), `foot of page ${String(position + 1)}`).toBe(true)
    })
    const all = pages.map((page, position) => page.slice(foot(position).length)).join('')
    for (const { text } of record.meeting.statements) expect(all).toContain(dense(text))
    for (const { text, owner } of record.meeting.tasks) {
      expect(all).toContain(dense(text))
      expect(all).toContain(dense(owner))
    }
  })

  test('60 people sign on several pages, each under the same head, none cut in two', async () => {
    const roll = Array.from({ length: 60 }, (_, seat) =>
      attendance({
        name: `署名　${String(seat + 1).padStart(3, '0')}`,
        seatNumber: seat + 1,
        organizationName: '東部地区自治会連絡協議会',
        post: '会長',
      }),
    )
    const { pages } = await print(signInSheetDocument(memoRecord({ roll })))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page).toContain('No.区分団体・役職氏名署名代理者氏名備考')
    const names = pages.flatMap((page) => [...page.matchAll(/署名(\d{3})/g)].map((found) => Number(found[1])))
    expect(names).toEqual(roll.map((line) => line.seatNumber))
  })

  test('long titles, foreign scripts and nobody at all still make a paper', async () => {
    const title = '長い題名を'.repeat(60)
    const agenda = numbered([
      agendaItem({ kind: 'discussion', level: 1, title, paperNumber: '資料１', plannedMinutes: 10 }),
      agendaItem({ kind: 'report', level: 1, title: 'שלום עולם 👨‍👩‍👧 Zażółć' }),
      agendaItem({ kind: 'report', level: 1, title: '<b>太字</b> & "引用"' }),
    ])
    const agendaPaper = await print(agendaDocument(memoRecord({ agenda })))
    expect(agendaPaper.pages.join('')).toContain(title)
    // A title of thirty lines begins below the heading instead of leaving the first page empty.
    expect(agendaPaper.pages[0]).toContain('長い題名を')
    expect(agendaPaper.pages.join('')).toContain('<b>太字</b>&"引用"')
    const empty = memoRecord({ roll: [], agenda: [], statements: [], decisions: [], tasks: [] })
    for (const build of [agendaDocument, signInSheetDocument, attendeeListDocument, minutesDocument]) {
      expect((await print(build(empty))).pages).toHaveLength(1)
    }
  })

  test('a meeting’s set is one PDF: each paper on sheets of its own size, counted through, with its text', async () => {
    const record = memoRecord({}, carriedTasks())
    const documents = [
      agendaDocument(record),
      seatingDocument(record, 'u-shape'),
      signInSheetDocument(record),
      minutesDocument(record),
    ]
    const set = { title: '会議の前の紙', footLeft: '第２回　青羽市第２層協議体' }
    const { pages, sizes } = await read(
      await printer.printToPdf({ html: writePrintHtmlOfSet(documents, set), title: set.title }),
    )
    const one = await Promise.all(documents.map(async (document) => print(document)))
    expect(sizes).toEqual(one.flatMap((each) => each.sizes))
    expect(sizes).toContainEqual([842, 595])
    pages.forEach((page, position) => {
      expect(page).toContain(`${String(position + 1)}/${String(pages.length)}`)
    })
    for (const { text } of record.meeting.statements)
      expect(pages.join('')).toContain(dense(text).slice(0, 12))
  })

  test('papers are tagged and bring their fonts along', async () => {
    const bytes = await printer.printToPdf({
      html: writePrintHtml(signInSheetDocument(memoRecord())),
      title: '出席簿',
    })
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('/MarkInfo')
    expect(text).toContain('/StructTreeRoot')
    expect(text).toContain('/FontFile')
  })

  test('600 statements are all there, on pages that are numbered to the end', async () => {
    const [item] = memoMeeting().agenda.filter((each) => each.kind === 'discussion' && each.level === 2)
    const statements = Array.from({ length: 600 }, (_, position) => ({
      id: testId<'statement'>(`s${String(position)}`),
      agendaItemId: item?.id ?? testId<'agenda-item'>('none'),
      attendanceId: null,
      speaker: '髙橋会長',
      kind: 'opinion' as const,
      text: `発言${String(position).padStart(4, '0')}番、${'買い物の足がない。'.repeat(1 + (position % 9))}`,
      fullText: '',
      spokenAt: null,
    }))
    const { pages } = await print(minutesDocument(memoRecord({ statements })))
    const spoken = [...pages.join('').matchAll(/発言(\d{4})番/g)].map((found) => Number(found[1]))
    expect(spoken).toEqual(statements.map((_, position) => position))
    expect(pages.at(-1)).toContain(`${String(pages.length)}/${String(pages.length)}`)
  })
})
