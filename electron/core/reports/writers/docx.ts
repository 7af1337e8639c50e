import {
  AlignmentType,
  Document,
  Footer as WordFooter,
  type IStylesOptions,
  Packer,
  PageNumber,
  PageOrientation,
  PageTextDirectionType,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { readZip, unpackEntry } from '../forms/zip-archive.ts'
import {
  type Block,
  type Footer,
  innerWidthMm,
  marginsMm,
  paperSizeMm,
  type ReportDocument,
  type ReportFont,
  textSizePoints,
} from '../report-document.ts'
import { printableText } from '../report-text.ts'
import { wordParts } from './word-blocks.ts'
import { halfPoints, tabRun, textRuns, twips, type WordSpace } from './word-paragraphs.ts'

/**
 * The document as Word knows documents: real headings, a title, tables whose head is repeated, so that staff
 * edit on without taking it apart. No macros, no links, nothing fetched from anywhere.
 */
export async function writeWordDocument(
  document: ReportDocument,
  onPages: (done: number, total: number) => void = () => undefined,
): Promise<Uint8Array> {
  const [first = document.blocks, ...others] = piecesOf(document.blocks)
  const whole = fileOf({ ...document, blocks: first })
  if (others.length === 0) return new Uint8Array(await Packer.toBuffer(whole))
  const bodies: string[] = []
  for (const blocks of others) {
    onPages(bodies.length + 1, others.length + 1)
    bodies.push(bodyOf(await mainPartOf(fileOf({ ...document, blocks }))).inside)
  }
  const { before, inside, after } = bodyOf(await mainPartOf(whole))
  const data = [before, inside, ...bodies, after].join('')
  return new Uint8Array(await Packer.toBuffer(whole, undefined, [{ path: mainPart, data }]))
}

/** Pages that go through the library at once: it holds some twenty objects for each word, and a run of letters would fill the memory of an office PC. */
const pagesAtOnce = 60

/** The blocks of a long run of letters in pieces, each of which begins on a page of its own. */
function piecesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pieces: Block[][] = [[]]
  let pages = 0
  for (const block of blocks) {
    if (block.kind === 'page-break') {
      pages += 1
      if (pages % pagesAtOnce === 0) pieces.push([])
    }
    pieces.at(-1)?.push(block)
  }
  return pieces
}

const mainPart = 'word/document.xml'

async function mainPartOf(file: Document): Promise<string> {
  const entry = readZip(new Uint8Array(await Packer.toBuffer(file))).find(({ name }) => name === mainPart)
  if (entry === undefined) throw new Error('a Word document has its main part')
  return new TextDecoder().decode(unpackEntry(entry))
}

/** What stands in the body, without the properties of the last section, and what stands around it. */
function bodyOf(xml: string) {
  const from = xml.indexOf('<w:body>') + '<w:body>'.length
  const to = xml.lastIndexOf('<w:sectPr')
  if (to < from) throw new Error('a Word document ends with its section')
  return { before: xml.slice(0, from), inside: xml.slice(from, to), after: xml.slice(to) }
}

function fileOf(document: ReportDocument): Document {
  const { paper, footer } = document
  const space: WordSpace = {
    widthMm: innerWidthMm(paper),
    points: textSizePoints[document.textSize],
    gothic: document.font === 'gothic',
  }
  // The library turns width and height by itself where the page lies across.
  const upright = paperSizeMm({ ...paper, orientation: 'portrait' })
  const margins = marginsMm[paper.margins]
  return new Document({
    creator: 'つどい',
    title: printableText(document.title),
    styles: stylesFor(document.font, space.points),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: twips(upright.width),
              height: twips(upright.height),
              orientation:
                paper.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(margins.top),
              right: twips(margins.right),
              bottom: twips(margins.bottom),
              left: twips(margins.left),
              header: twips(8),
              footer: twips(8),
            },
            ...(document.writing === 'vertical'
              ? { textDirection: PageTextDirectionType.TOP_TO_BOTTOM_RIGHT_TO_LEFT }
              : {}),
          },
        },
        ...(hasFooter(footer) ? { footers: { default: footerOf(footer, space.widthMm) } } : {}),
        children: wordParts(document.blocks, space),
      },
    ],
  })
}

/** Windows' own names of the BIZ UD fonts; a PC without them takes the nearest of its own. */
const fontNames: Readonly<Record<ReportFont, string>> = {
  mincho: 'BIZ UD明朝 Medium',
  gothic: 'BIZ UDゴシック',
}

function fontOf(font: ReportFont) {
  const name = fontNames[font]
  return { ascii: name, eastAsia: name, hAnsi: name, cs: name }
}

function stylesFor(font: ReportFont, points: number): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: fontOf('gothic'), size: halfPoints(size), bold: false, color: '000000' },
    paragraph: { keepNext: true, keepLines: true, spacing: { before: twips(before), after: 0 } },
  })
  return {
    default: {
      document: {
        run: {
          font: fontOf(font),
          size: halfPoints(points),
          language: { value: 'ja-JP', eastAsia: 'ja-JP' },
        },
        paragraph: { spacing: { before: 0, after: 0, line: 320, lineRule: 'auto' } },
      },
      title: {
        run: { font: fontOf(font), size: halfPoints(points * 1.7), bold: font === 'gothic' },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 0, after: twips(4) },
        },
      },
      heading1: heading(points, 4),
      heading2: heading(points, 2),
      heading3: heading(points, 1.5),
    },
    paragraphStyles: [
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { before: 0, after: 0, line: 264, lineRule: 'auto' } },
      },
    ],
  }
}

function hasFooter({ left, right, pageNumbers }: Footer): boolean {
  return pageNumbers || left !== '' || right !== ''
}

function footerOf({ left, right, pageNumbers }: Footer, widthMm: number): WordFooter {
  const points = 8
  return new WordFooter({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: twips(widthMm / 2) },
          { type: TabStopType.RIGHT, position: twips(widthMm) },
        ],
        children: [
          ...textRuns(left, { points }),
          tabRun(),
          ...(pageNumbers
            ? [new TextRun({ size: 18, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })]
            : []),
          tabRun(),
          ...textRuns(right, { points }),
        ],
      }),
    ],
  })
}
