import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LeaderType,
  Paragraph,
  Table,
  TableRow,
  TabStopType,
} from 'docx'
import type {
  Block,
  GroupBlock,
  HeadingBlock,
  OutlineBlock,
  ParagraphBlock,
  SignaturesBlock,
  StatementsBlock,
  TitleBlock,
} from '../report-document.ts'
import { widthEm } from '../report-text.ts'
import { wordBoxes } from './word-boxes.ts'
import {
  emMm,
  hangingParagraph,
  tabRun,
  textRuns,
  twips,
  wordAlignment,
  wordGap,
  wordParagraph,
  type WordSpace,
} from './word-paragraphs.ts'
import {
  fixedCell,
  fixedTable,
  noBorders,
  thinBorders,
  wordFacts,
  wordSeals,
  wordTable,
} from './word-tables.ts'

export type WordPart = Paragraph | Table

/** Blocks as paragraphs and tables. Word joins tables that touch: a hair of blank keeps them apart. */
export function wordParts(blocks: readonly Block[], space: WordSpace): readonly WordPart[] {
  const parts: WordPart[] = []
  for (const part of blocks.flatMap((block) => wordBlock(block, space))) {
    if (part instanceof Table && parts.at(-1) instanceof Table) parts.push(wordGap(0.4))
    parts.push(part)
  }
  return parts
}

function wordBlock(block: Block, space: WordSpace): readonly WordPart[] {
  switch (block.kind) {
    case 'line': {
      const points = space.points * (block.size === 'large' ? 1.3 : block.size === 'small' ? 0.9 : 1)
      return [
        wordParagraph(block.text, { alignment: wordAlignment[block.align], keepNext: true, run: { points } }),
      ]
    }
    case 'title':
      return titleParts(block, space)
    case 'heading':
      return [headingParagraph(block, space)]
    case 'facts':
      return block.facts.length === 0 ? [] : [wordFacts(block, space)]
    case 'outline':
      return outlineParagraphs(block, space)
    case 'table':
      return [wordTable(block, space)]
    case 'paragraph':
      return [labelledParagraph(block, space)]
    case 'statements':
      return statementParagraphs(block, space)
    case 'signatures':
      return signatureParagraphs(block, space)
    case 'seals':
      return block.boxes.length === 0 ? [] : [wordSeals(block, space)]
    case 'spacer':
      return [wordGap(block.heightMm)]
    case 'group':
      return groupParts(block, space)
    case 'page-break':
      return [wordGap(0.4, { pageBreakBefore: true })]
    case 'boxes':
      return wordBoxes(block, space)
  }
}

function titleParts({ above, text }: TitleBlock, space: WordSpace): readonly WordPart[] {
  return [
    ...(above === ''
      ? []
      : [
          wordParagraph(above, {
            alignment: AlignmentType.CENTER,
            keepNext: true,
            run: { points: space.points * 1.15 },
          }),
        ]),
    wordParagraph(text, { heading: HeadingLevel.TITLE }),
  ]
}

/** Where number and text of a level begin, in characters; the same as on the printed page. */
const levelsEm = {
  1: { number: 0, text: 2 },
  2: { number: 0.5, text: 3.5 },
  3: { number: 2, text: 4 },
} as const
const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

function headingParagraph({ number, text, level, note }: HeadingBlock, space: WordSpace): Paragraph {
  const em = emMm(space.points)
  const start = levelsEm[level]
  return hangingParagraph(
    {
      mark: number,
      text,
      markMm: start.number * em,
      textMm: (number === '' ? start.number : start.text) * em,
      notes: note === '' ? [] : [{ text: note, endMm: space.widthMm }],
    },
    { heading: headingLevels[level] },
  )
}

function outlineParagraphs({ items, noteWidthsEm }: OutlineBlock, space: WordSpace): readonly WordPart[] {
  const em = emMm(space.points)
  const ends = noteWidthsEm.map(
    (_width, column) =>
      space.widthMm - noteWidthsEm.slice(column + 1).reduce((sum, width) => sum + (width + 1) * em, 0),
  )
  return items.map(({ number, level, text, notes }) =>
    hangingParagraph({
      mark: number,
      text,
      markMm: levelsEm[level].number * em,
      textMm: levelsEm[level].text * em,
      notes: ends.map((endMm, column) => ({ text: notes[column] ?? '', endMm })),
    }),
  )
}

function labelledParagraph({ label, text, strong }: ParagraphBlock, space: WordSpace): Paragraph {
  const em = emMm(space.points)
  if (label === '') return wordParagraph(text, { run: { bold: strong } })
  return hangingParagraph(
    { mark: label, text, markMm: 2 * em, textMm: (2.5 + widthEm(label)) * em, run: { bold: strong } },
    {
      keepLines: true,
      ...(strong ? { border: { left: { style: BorderStyle.SINGLE, size: 18, space: 4 } } } : {}),
    },
  )
}

/** A title longer than this pushes its own talk aside, and not everybody's. */
const widestSpeakerEm = 13

function statementParagraphs(
  { statements, speakerWidthEm }: StatementsBlock,
  space: WordSpace,
): readonly WordPart[] {
  const em = emMm(space.points)
  // A hanging paragraph has one line for who speaks: what print sets on two stands on one here.
  const marks = statements.map(({ speaker }) => speaker.replaceAll('\n', ''))
  const widest = Math.min(widestSpeakerEm, Math.max(speakerWidthEm, ...marks.map(widthEm)))
  return statements.map(({ text }, position) =>
    hangingParagraph({ mark: marks[position] ?? '', text, markMm: 2 * em, textMm: (3.2 + widest) * em }),
  )
}

function signatureParagraphs(
  { sentence, dateLine, labels }: SignaturesBlock,
  space: WordSpace,
): readonly WordPart[] {
  const together = { keepNext: true, keepLines: true } as const
  const from = Math.max(0, space.widthMm - 95)
  return [
    wordGap(5, together),
    wordParagraph(sentence, together),
    wordParagraph(dateLine, { ...together, indent: { left: twips(2 * emMm(space.points)) } }),
    ...labels.map(
      (label, position) =>
        new Paragraph({
          keepLines: true,
          keepNext: position < labels.length - 1,
          spacing: { before: twips(6) },
          indent: { left: twips(from) },
          tabStops: [
            { type: TabStopType.RIGHT, position: twips(space.widthMm), leader: LeaderType.UNDERSCORE },
          ],
          children: [...textRuns(`${label}　`), tabRun()],
        }),
    ),
  ]
}

function groupParts({ framed, align, blocks }: GroupBlock, space: WordSpace): readonly WordPart[] {
  if (!framed && align === 'start') return wordParts(blocks, space)
  const widthMm = align === 'end' ? Math.min(space.widthMm, naturalMm(blocks, space)) : space.widthMm
  const inside = wordParts(blocks, { ...space, widthMm: Math.max(10, widthMm - 4) })
  return [
    fixedTable(
      [widthMm],
      [
        new TableRow({
          cantSplit: true,
          children: [fixedCell(widthMm, inside, { borders: framed ? thinBorders : noBorders })],
        }),
      ],
      align,
    ),
  ]
}

/** Width of blocks that are pushed to the right edge: label, blank, and their longest line. */
function naturalMm(blocks: readonly Block[], space: WordSpace): number {
  const em = emMm(space.points)
  const widths = blocks.map((block) => {
    if (block.kind === 'line') return (widthEm(block.text) + 2) * em
    if (block.kind !== 'facts') return space.widthMm
    const lines = block.facts.flatMap((fact) => fact.lines)
    return block.labelWidthMm + (Math.max(0, ...lines.map(widthEm)) + 6) * em
  })
  return Math.max(20, ...widths)
}
