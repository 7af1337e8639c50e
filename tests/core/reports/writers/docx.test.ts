import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { agendaDocument } from '#core/reports/documents/agenda-document.ts'
import { minutesDocument } from '#core/reports/documents/minutes-document.ts'
import { signInSheetDocument } from '#core/reports/documents/sign-in-sheet-document.ts'
import { emptyFooter, type Block, type ReportDocument } from '#core/reports/report-document.ts'
import { writeWordDocument } from '#core/reports/writers/docx.ts'
import { memoRecord } from '../memo-meeting.ts'

interface ReadWord {
  readonly document: string
  readonly styles: string
  readonly footer: string
  /** Texts of the paragraphs, one after another. */
  readonly paragraphs: readonly string[]
}

async function readBack(document: ReportDocument): Promise<ReadWord> {
  const parts = unzipSync(await writeWordDocument(document))
  const part = (name: string): string => {
    const bytes = parts[name]
    return bytes === undefined ? '' : strFromU8(bytes)
  }
  const xml = part('word/document.xml')
  const plain = (text: string): string =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&')
  return {
    document: xml,
    styles: part('word/styles.xml'),
    footer: Object.keys(parts)
      .filter((name) => name.startsWith('word/footer'))
      .map(part)
      .join(''),
    paragraphs: [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map((found) =>
      [...found[0].matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:br\/>/gs)]
        .map((run) => (run[1] === undefined ? '\n' : plain(run[1])))
        .join(''),
    ),
  }
}

function paperOf(blocks: readonly Block[]): ReportDocument {
  return {
    name: '紙',
    title: '紙',
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'normal',
    footer: emptyFooter,
    blocks,
  }
}

const wellFormed = (xml: string): boolean => !/[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{fffe}\u{ffff}]/u.test(xml)

describe('writeWordDocument', () => {
  it('gives minutes real headings, a title, and every word that was said', async () => {
    const record = memoRecord()
    const { document, styles, footer, paragraphs } = await readBack(minutesDocument(record))
    expect(styles).toContain('w:styleId="Heading1"')
    expect(document).toContain('<w:pStyle w:val="Title"/>')
    const headings = document.match(/<w:pStyle w:val="Heading[123]"\/>/g) ?? []
    expect(headings.length).toBeGreaterThanOrEqual(record.meeting.agenda.length)
    const all = paragraphs.join('\n')
    for (const statement of record.meeting.statements) expect(all).toContain(statement.text)
    expect(footer).toContain('NUMPAGES')
  })

  it('repeats the head of a table, cuts no row in two, and lies on A4', async () => {
    const { document, paragraphs } = await readBack(signInSheetDocument(memoRecord()))
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    const rows = document.match(/<w:tr>|<w:tr /g) ?? []
    expect((document.match(/<w:cantSplit\/>/g) ?? []).length).toBe(rows.length)
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/)
    expect(paragraphs).toContain('髙橋　敏夫')
  })

  it('lies across where the paper does', async () => {
    const paper = {
      ...paperOf([]),
      paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    } as const
    expect((await readBack(paper)).document).toContain('w:w="16838" w:h="11906" w:orient="landscape"')
  })

  it.each([
    ['markup and fields', '<b>太字</b> & {PAGE} =1+1'],
    ['right-to-left script', 'محمد علي 様'],
    ['emoji and rare kanji', '🌸𠮷野屋　葛\u{E0100}城'],
    ['sixty characters', '長'.repeat(60)],
  ])('keeps %s as the text it was', async (_what, text) => {
    const { document, paragraphs } = await readBack(
      paperOf([{ kind: 'line', text, align: 'start', size: 'normal' }]),
    )
    expect(paragraphs).toContain(text)
    expect(wellFormed(document)).toBe(true)
  })

  it('keeps who speaks on one line, however long the title is, with the talk beside it', async () => {
    const statements = [
      { speaker: '戸田\nコーディネーター', text: '資料を見てください。' },
      { speaker: '髙橋会長', text: 'はい。' },
    ]
    const { paragraphs } = await readBack(paperOf([{ kind: 'statements', speakerWidthEm: 6, statements }]))
    expect(paragraphs.filter((text) => text.includes('\n'))).toEqual([])
    expect(paragraphs[0]).toMatch(/^戸田コーディネーター\s*資料を見てください。$/)
  })

  it('writes hundreds of letters page by page into one document, and says how far it is', async () => {
    const blocks = Array.from({ length: 150 }, (_, page): readonly Block[] => [
      ...(page === 0 ? [] : [{ kind: 'page-break' } as const]),
      { kind: 'line', text: `第${String(page)}通`, align: 'start', size: 'normal' },
    ]).flat()
    const told: string[] = []
    const bytes = await writeWordDocument(paperOf(blocks), (done, total) => {
      told.push(`${String(done)}/${String(total)}`)
    })
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    const pages = [...xml.matchAll(/第(\d+)通/g)].map(([, page]) => Number(page))
    expect(pages).toEqual(Array.from({ length: 150 }, (_, page) => page))
    expect(xml.match(/<w:pageBreakBefore/g)).toHaveLength(149)
    expect(xml.match(/<w:body>|<w:sectPr/g)).toEqual(['<w:body>', '<w:sectPr'])
    expect(told).toEqual(['1/3', '2/3'])
  })

  it('leaves out what no paper can show', async () => {
    const text = 'あ\u{0}い\u{7}う\u{d800}え\u{ffff}'
    const { document, paragraphs } = await readBack(
      paperOf([{ kind: 'paragraph', label: '', text, strong: false }]),
    )
    expect(paragraphs).toContain('あいうえ')
    expect(wellFormed(document)).toBe(true)
  })

  it('keeps tables apart that follow one another, and never ends a cell without a paragraph', async () => {
    const { document } = await readBack(agendaDocument(memoRecord()))
    expect(document).not.toMatch(/<\/w:tbl><w:tbl>/)
    expect(document).not.toMatch(/<\/w:tbl><\/w:tc>/)
  })

  it('holds an item of 2,000 characters and none at all', async () => {
    const long = '協議'.repeat(1000)
    const full = await readBack(
      paperOf([
        { kind: 'outline', items: [{ number: '１', level: 1, text: long, notes: [] }], noteWidthsEm: [] },
      ]),
    )
    expect(full.paragraphs.join('')).toContain(long)
    expect((await readBack(paperOf([]))).document).toContain('<w:body>')
  })
})
