import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GivenTo } from '#shared/contract/contract.ts'
import type { ClosablePrinter } from '#shell/chromium-printer.ts'
import { findChromium } from '#shell/find-chromium.ts'
import { folderForFile } from '../../shell/temporary-folder.ts'
import { day, item, line, membership, office, person, planned, setUpCouncil, task } from '../small-council.ts'
import { everyPaper, type PaperSource } from './every-paper.ts'
import { joinedPages, openPaperCore, realPrinter } from './printing-core.ts'
import { computed, missingIn, readPdf, readWorkbook, textOfWord, textsOfHtml } from './text-of-file.ts'

/** Made with backslash-u, so that no editor loses them. */
const rightToLeft = '\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd'
const emoji = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'
const longName = '長い名前の'.repeat(12)
const longItem = '議題についての長い話。'.repeat(182).slice(0, 2000)

type Core = Awaited<ReturnType<typeof openPaperCore>>

/** A meeting of the past with one who speaks, decides and takes something home. */
async function heldMeeting({ ask }: Core, councilId: PaperSource['councilId'], words: string, long: string) {
  const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-09-10') }))
  const { agendaItemId } = await ask('meetings.addAgendaItem', {
    meetingId,
    item: item(words.slice(0, 300)),
    after: null,
  })
  await ask('minutes.addStatement', { meetingId, statement: line(agendaItemId, long), after: null })
  await ask('minutes.addDecision', { meetingId, agendaItemId, statementId: null, text: long })
  await ask('minutes.addTask', { meetingId, agendaItemId, task: task(words.slice(0, 300)) })
  return meetingId
}

const people = (count: number, nameOf: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => ({ name: nameOf(place), group: `団体${String(place)}` }))

async function councilOf(
  core: Core,
  members: readonly { readonly name: string; readonly group: string }[],
  words: string,
  long: string,
): Promise<PaperSource> {
  const { councilId } = await setUpCouncil(core.ask)
  for (const { name, group } of members) {
    await core.ask('roster.addPerson', {
      person: person(name, {
        organizationName: group,
        post: '代表',
        address: '青羽市東町１',
        postalCode: '000-0012',
      }),
      membership: { councilId, ...membership() },
    })
  }
  const held = await heldMeeting(core, councilId, words, long)
  const { meetingId: next } = await core.ask(
    'meetings.plan',
    planned(councilId, { heldOn: day('2026-10-10') }),
  )
  return { ask: core.ask, councilId, today: day('2026-09-17'), held, next }
}

async function nobody({ ask }: Core): Promise<PaperSource> {
  const council: GivenTo<'councils.add'> = {
    name: '新しい協議体',
    layer: 1,
    areaName: '全市',
    stage: 'exchange',
    stageSince: null,
    basis: '',
    origin: '',
  }
  const { councilId } = await ask('setup.complete', { secretariat: office, council })
  // A meeting is not planned before somebody sits on the council.
  return { ask, councilId, today: day('2026-09-17'), held: null, next: null }
}

const cases: readonly {
  readonly what: string
  readonly set: (core: Core) => Promise<PaperSource>
  /** What must be found in these papers, whole. */
  readonly holds: Readonly<Record<string, readonly string[]>>
  /** Absent: every paper. */
  readonly only?: ReadonlySet<string>
}[] = [
  {
    what: 'a name of 60 characters, an item of 2,000, right-to-left script, emoji, and what looks like a formula',
    set: (core) =>
      councilOf(
        core,
        [
          { name: longName, group: `${longName}の会` },
          { name: `${rightToLeft}${emoji}`, group: '=HYPERLINK("x")' },
        ],
        `=HYPERLINK("x") ${emoji} <b>& ${longItem}`,
        longItem,
      ),
    holds: {
      'roster-internal': [longName, rightToLeft],
      'sign-in-sheet': [longName],
      'name-tags': [longName],
      labels: [longName, '=HYPERLINK("x")'],
      agenda: ['<b>&', longItem.slice(0, 250)],
      minutes: [longItem],
      summary: [longItem],
      decisions: [longItem],
      'meeting-report': [longItem],
    },
  },
  { what: 'nobody and nothing', set: nobody, holds: {} },
  {
    what: '500 members',
    set: (core) =>
      councilOf(
        core,
        people(500, (place) => `委員${String(place)}`),
        '議題',
        '話',
      ),
    holds: { 'roster-public': ['委員0', '委員499'], 'sign-in-sheet': ['委員499'], labels: ['委員499'] },
    only: new Set(['roster-public', 'sign-in-sheet', 'participation', 'labels', 'seating']),
  },
]

let printer: ClosablePrinter
beforeAll(() => {
  printer = realPrinter(folderForFile())
})
afterAll(() => printer.close())

/** Lets nobody wait for what cannot be made: a paper may refuse for want of people, and for nothing else. */
const mayRefuse = /no-members|nothing-to-pay|not-found/

describe.each(cases)('every paper with $what', ({ what, set, holds, only }) => {
  it('is whole in Excel and Word, and every word of it is printed', async () => {
    const core = await openPaperCore()
    const source = await set(core)
    const pages: Awaited<ReturnType<Core['pageOf']>>[] = []
    for (const paper of await everyPaper(source)) {
      if (only?.has(paper.name) === false) continue
      const page = await core.pageOf(paper).catch((fault: unknown) => {
        expect(String(fault), paper.name).toMatch(mayRefuse)
        return null
      })
      if (page === null) continue
      const texts = textsOfHtml(page.html)
      for (const text of holds[paper.name] ?? [])
        expect(texts.join('\n'), `${paper.name}, ${what}`).toContain(text)
      pages.push(page)
      if (paper.formats.includes('xlsx')) {
        const sheet = readWorkbook(await core.bytesOf(paper, 'xlsx'))
        for (const text of holds[paper.name] ?? [])
          expect(sheet.text.replaceAll('\n', ''), `${paper.name} in Excel, ${what}`).toContain(text)
        for (const { cell, formula, value } of sheet.formulas)
          expect(value, `${paper.name} ${cell} ${formula}`).toBe(computed(formula, sheet))
      }
      if (paper.formats.includes('docx')) {
        const word = textOfWord(await core.bytesOf(paper, 'docx'))
        for (const text of holds[paper.name] ?? [])
          expect(word, `${paper.name} in Word, ${what}`).toContain(text)
      }
    }
    expect(pages.length).toBeGreaterThan(only === undefined ? 10 : only.size - 1)
    if (findChromium() === null) return
    const printed = await readPdf(await printer.printToPdf(joinedPages(pages)))
    const texts = pages.flatMap(({ html }) => textsOfHtml(html))
    expect(missingIn(printed.pages, texts).filter((text) => !text.includes(rightToLeft))).toEqual([])
  }, 240_000)
})

describe('what cannot be made', () => {
  it('refuses control characters where they would come in, and a letter with a field that there is not', async () => {
    const core = await openPaperCore()
    const { councilId } = await setUpCouncil(core.ask)
    const added = { person: person('髙橋\u0007　一郎'), membership: { councilId, ...membership() } }
    expect(await core.refused('roster.addPerson', added)).toBe('invalid-input')
    await core.ask('letters.save', { kind: 'appointment', subject: '委嘱状', body: '{委員.任期}' })
    const letter = { kind: 'appointment', councilId, meetingId: null, issuedOn: day('2026-09-01') }
    const rest = { replyBy: null, documentNumber: '', format: 'docx', draft: null }
    expect(await core.refused('letters.make', { ...letter, ...rest })).toBe('letter-field-unknown')
  })
})
