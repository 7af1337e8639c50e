import type {
  Block,
  FactsBlock,
  Footer,
  GroupBlock,
  HeadingBlock,
  ReportDocument,
  SignaturesBlock,
  StatementsBlock,
} from '../report-document.ts'
import { lineCount } from '../report-text.ts'
import { boxesHtml } from './boxes-html.ts'
import { escapeHtml, htmlLines, lengthOf } from './html-text.ts'
import { outlineHtml } from './outline-html.ts'
import { tableHtml } from './table-html.ts'

/**
 * A whole HTML page for `Printer.printToPdf` and for the preview in the window. It carries no script and no
 * style of its own, since the window's policy forbids both: all looks are classes of `print.css`, and what
 * stands in the bottom margin is handed over by attributes of the root, which the style sheet reads.
 */
export function writePrintHtml(document: ReportDocument): string {
  const { footer } = document
  const foot = [
    `data-foot-left="${escapeHtml(footer.left)}"`,
    `data-foot-right="${escapeHtml(footer.right)}"`,
    ...(footer.pageNumbers ? ['class="numbered"'] : []),
  ].join(' ')
  return `<!doctype html>
<html lang="ja" ${foot}>
<head>
<meta charset="utf-8">
<title>${escapeHtml(document.title)}</title>
<link rel="stylesheet" href="fonts/fonts.css">
<link rel="stylesheet" href="print.css">
</head>
<body class="${classesOf(document)}">
<main>
${bodyHtml(document)}
</main>
${footerFonts(footer)}
</body>
</html>
`
}

/**
 * Chromium loads a font's pieces for what stands in the page, not in its margins: without this copy, which is
 * laid out and never drawn, a footer would be printed blank.
 */
function footerFonts({ left, right }: Pick<Footer, 'left' | 'right'>): string {
  return `<div class="footer-fonts" aria-hidden="true">${escapeHtml(left + right)}0123456789 /</div>`
}

/** How a set of papers is called, and what stands in the bottom margin of all of them. */
export interface PaperSet {
  readonly title: string
  readonly footLeft: string
}

/** Several papers as one page, each on sheets of its own size and counted through: for one PDF to print at once. */
export function writePrintHtmlOfSet(documents: readonly ReportDocument[], set: PaperSet): string {
  const papers = documents.map(
    (document) =>
      `<main class="${classesOf(document)}" aria-label="${escapeHtml(document.name)}">\n${bodyHtml(document)}\n</main>`,
  )
  return `<!doctype html>
<html lang="ja" data-foot-left="${escapeHtml(set.footLeft)}" data-foot-right="" class="numbered">
<head>
<meta charset="utf-8">
<title>${escapeHtml(set.title)}</title>
<link rel="stylesheet" href="fonts/fonts.css">
<link rel="stylesheet" href="print.css">
</head>
<body>
${papers.join('\n')}
${footerFonts({ left: set.footLeft, right: '' })}
</body>
</html>
`
}

function classesOf({ paper, font, textSize }: ReportDocument): string {
  return `${paper.size.toLowerCase()}-${paper.orientation}-${paper.margins} ${font} ${textSize}`
}

/** Sheets of vertical lines stand one below another: Chromium turns no page within vertical lines. */
function bodyHtml({ blocks, writing }: ReportDocument): string {
  if (writing !== 'vertical') return blocks.map(blockHtml).join('\n')
  return sheetsOf(blocks)
    .map((sheet) => `<section class="sheet"><div>${sheet.map(blockHtml).join('\n')}</div></section>`)
    .join('\n<div class="page-break"></div>\n')
}

function sheetsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sheets: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'page-break') sheets.push([])
    else sheets.at(-1)?.push(block)
  }
  return sheets
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'line':
      return `<p class="line ${block.align} ${block.size}">${htmlLines(block.text)}</p>`
    case 'title':
      return `<header class="title">${block.above === '' ? '' : `<p>${htmlLines(block.above)}</p>`}<h1>${htmlLines(block.text)}</h1></header>`
    case 'heading':
      return headingHtml(block)
    case 'facts':
      return factsHtml(block)
    case 'outline':
      return outlineHtml(block)
    case 'table':
      return tableHtml(block)
    case 'paragraph':
      return `<p class="paragraph${block.strong ? ' strong' : ''}${block.label === '' ? '' : ' labelled'}">${block.label === '' ? '' : `<span class="label">${htmlLines(block.label)}</span>`}<span>${htmlLines(block.text)}</span></p>`
    case 'statements':
      return statementsHtml(block)
    case 'signatures':
      return signaturesHtml(block)
    case 'seals':
      return `<div class="seals">${block.boxes.map((box) => `<div ${lengthOf('width', block.sizeMm, 'mm')}><p>${htmlLines(box)}</p><div ${lengthOf('height', block.sizeMm, 'mm')}></div></div>`).join('')}</div>`
    case 'spacer':
      return `<div class="spacer" ${lengthOf('height', block.heightMm, 'mm')}></div>`
    case 'group':
      return groupHtml(block)
    case 'page-break':
      return '<div class="page-break"></div>'
    case 'boxes':
      return boxesHtml(block)
  }
}

function headingHtml({ number, text, level, note }: HeadingBlock): string {
  const tag = `h${String(level + 1)}`
  const numbered = number === '' ? '' : `<span class="number">${escapeHtml(number)}</span>`
  const noted = note === '' ? '' : `<span class="note">${escapeHtml(note)}</span>`
  return `<${tag}>${numbered}<span class="text">${htmlLines(text)}</span>${noted}</${tag}>`
}

/** Lines from which on a row of a form may go on overleaf, and characters that such a line holds at most. */
const longRowLines = 14
const charactersALine = 36

function factsHtml({ facts, ruled, labelWidthMm }: FactsBlock): string {
  const rows = facts.map(({ label, lines, columns }) => {
    const content = lines.map((line) => `<p>${htmlLines(line)}</p>`).join('')
    const tall = lines.reduce((sum, line) => sum + lineCount(line, charactersALine), 0)
    const long = tall >= longRowLines ? ' class="long"' : ''
    return `<tr${long}><th scope="row"><span>${escapeHtml(label)}</span></th><td${columns === 2 ? ' class="two"' : ''}>${content}</td></tr>`
  })
  const table = `<table class="facts${ruled ? ' ruled' : ''}"><colgroup><col ${lengthOf('width', labelWidthMm, 'mm')}><col></colgroup><tbody>${rows.join('')}</tbody></table>`
  return ruled ? `<div class="form">${table}</div>` : table
}

function statementsHtml({ speakerWidthEm, statements }: StatementsBlock): string {
  const lines = statements.map(
    ({ speaker, text }) => `<div><dt>${htmlLines(speaker)}</dt><dd>${htmlLines(text)}</dd></div>`,
  )
  return `<dl class="statements" data-speaker="${String(speakerWidthEm)}em">${lines.join('\n')}</dl>`
}

function signaturesHtml({ sentence, dateLine, labels }: SignaturesBlock): string {
  const lines = labels.map(
    (label) => `<p class="sign"><span>${escapeHtml(label)}</span><span class="rule"></span></p>`,
  )
  return `<section class="signatures"><p>${htmlLines(sentence)}</p><p class="date">${escapeHtml(dateLine)}</p>${lines.join('')}</section>`
}

function groupHtml({ framed, align, blocks }: GroupBlock): string {
  return `<section class="group ${align}${framed ? ' framed' : ''}">${blocks.map(blockHtml).join('')}</section>`
}
