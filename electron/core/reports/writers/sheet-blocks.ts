import type {
  Block,
  FactsBlock,
  GroupBlock,
  HeadingBlock,
  OutlineBlock,
  ParagraphBlock,
  SealsBlock,
  SignaturesBlock,
  StatementsBlock,
  TitleBlock,
} from '../report-document.ts'
import { cutByLines, widthEm } from '../report-text.ts'
import {
  emMm,
  indentMm,
  lineMm,
  mostLines,
  placedCell,
  type PlacedCell,
  rowOf,
  rowPieces,
  type SheetRow,
  type SheetSpace,
} from './sheet-cells.ts'
import { boxRows } from './sheet-boxes.ts'
import { tableRows } from './sheet-tables.ts'

/** A block as rows of a worksheet; see `layOutSheet`. */
export function layOutBlock(block: Block, space: SheetSpace): readonly SheetRow[] {
  switch (block.kind) {
    case 'line': {
      const points = space.points * (block.size === 'large' ? 1.3 : block.size === 'small' ? 0.9 : 1)
      const line = placedCell(space, { ...whole(space), text: block.text, align: block.align, points })
      return rowPieces(line).map((text) => rowOf([{ ...line, text }]))
    }
    case 'title':
      return titleRows(block, space)
    case 'heading':
      return headingRows(block, space)
    case 'facts':
      return block.facts.flatMap((fact) => factRows(block, fact, space))
    case 'outline':
      return outlineRows(block, space)
    case 'table':
      return tableRows(block, space)
    case 'paragraph':
      return paragraphRows(block, space)
    case 'statements':
      return statementRows(block, space)
    case 'signatures':
      return signatureRows(block, space)
    case 'seals':
      return sealRows(block, space)
    case 'spacer':
      return [blank(block.heightMm)]
    case 'group':
      return groupRows(block, space)
    case 'page-break':
      return []
    case 'boxes':
      return boxRows(block, space)
  }
}

const whole = (space: SheetSpace): { readonly fromMm: number; readonly toMm: number } => ({
  fromMm: 0,
  toMm: space.widthMm,
})
const blank = (heightMm: number): SheetRow => ({ heightMm, cells: [] })
function titleRows({ above, text }: TitleBlock, space: SheetSpace): readonly SheetRow[] {
  const line = { ...whole(space), align: 'center', vertical: 'middle' } as const
  return [
    ...(above === ''
      ? []
      : [rowOf([placedCell(space, { ...line, text: above, points: space.points * 1.15 })])]),
    rowOf([placedCell(space, { ...line, text, points: space.points * 1.7, bold: space.gothic })], 11),
    blank(3),
  ]
}

/** Where number and text of a level begin, in characters; the same as on the printed page. */
const levelsEm = {
  1: { number: 0, text: 2 },
  2: { number: 0.5, text: 3.5 },
  3: { number: 2, text: 4 },
} as const

function headingRows({ number, text, level, note }: HeadingBlock, space: SheetSpace): readonly SheetRow[] {
  const em = emMm(space.points)
  const noteMm = note === '' ? 0 : (widthEm(note) + 1) * em
  const starts = number === '' ? levelsEm[level].number : levelsEm[level].text
  const cells = [
    ...(number === ''
      ? []
      : [placedCell(space, { fromMm: levelsEm[level].number * em, toMm: starts * em, text: number })]),
    placedCell(space, { fromMm: starts * em, toMm: space.widthMm - noteMm, text, bold: space.gothic }),
    ...(note === ''
      ? []
      : [
          placedCell(space, {
            fromMm: space.widthMm - noteMm,
            toMm: space.widthMm,
            text: note,
            align: 'end',
          }),
        ]),
  ]
  return [blank(level === 1 ? 4 : 2), rowOf(cells)]
}

function factRows(
  { ruled, labelWidthMm }: FactsBlock,
  fact: FactsBlock['facts'][number],
  space: SheetSpace,
): readonly SheetRow[] {
  const border = ruled ? 'thin' : 'none'
  const valueMm = labelWidthMm + (ruled ? 0 : emMm(space.points) * 2)
  const columns = fact.columns === 2 ? 2 : 1
  const step = (space.widthMm - valueMm) / columns
  // What is spread over a cell that is too narrow by a hair is broken in two by Excel.
  const labelMm = ruled ? labelWidthMm : labelWidthMm + emMm(space.points)
  const look = { border, indent: ruled ? 1 : 0, vertical: ruled ? 'middle' : 'top' } as const
  const value = (text: string, column: number): PlacedCell =>
    placedCell(space, {
      fromMm: valueMm + step * column,
      toMm: valueMm + step * (column + 1),
      text,
      ...look,
    })
  const values =
    columns === 2 ? inPairs(fact.lines) : rowPieces(value(fact.lines.join('\n'), 0)).map((text) => [text])
  return values.map((texts, position) => {
    const joined =
      values.length === 1 ? {} : { joined: { above: position > 0, below: position < values.length - 1 } }
    const label = placedCell(space, {
      fromMm: 0,
      toMm: labelMm,
      text: position === 0 ? fact.label : '',
      align: 'spread',
      ...look,
      ...joined,
      ...labelFit(fact.label, labelMm, { space, indent: look.indent }),
    })
    return rowOf([label, ...texts.map((text, column) => ({ ...value(text, column), ...joined }))])
  })
}

/** Kept back of a label's cell: its edges move to the nearest of the sheet's columns, and Excel keeps some for itself. */
const labelSlackMm = 3.5

/** Letters small enough for a label to stay on one line; without its indent first. */
function labelFit(
  label: string,
  widthMm: number,
  { space, indent }: { readonly space: SheetSpace; readonly indent: 0 | 1 },
): Pick<PlacedCell, 'indent' | 'points'> {
  const needs = widthEm(label) * emMm(space.points)
  const room = widthMm - labelSlackMm
  if (needs <= room - indent * 2 * indentMm) return { indent, points: space.points }
  if (needs <= room) return { indent: 0, points: space.points }
  return { indent: 0, points: Math.floor((space.points * room * 2) / needs) / 2 }
}

function inPairs(lines: readonly string[]): readonly (readonly string[])[] {
  const pairs = Array.from({ length: Math.ceil(lines.length / 2) }, (_, pair) =>
    lines.slice(pair * 2, pair * 2 + 2),
  )
  return pairs.length === 0 ? [[]] : pairs
}

function outlineRows({ items, noteWidthsEm }: OutlineBlock, space: SheetSpace): readonly SheetRow[] {
  const em = emMm(space.points)
  const notesMm = noteWidthsEm.map((width) => (width + 1) * em)
  const textEnd = space.widthMm - notesMm.reduce((sum, width) => sum + width, 0)
  return items.flatMap(({ number, level, text, notes }) => {
    const start = levelsEm[level]
    let at = textEnd
    const noted = notesMm.map((width, column): PlacedCell => {
      const cell = placedCell(space, {
        fromMm: at,
        toMm: at + width,
        text: notes[column] ?? '',
        align: 'end',
      })
      at += width
      return cell
    })
    const title = placedCell(space, { fromMm: start.text * em, toMm: textEnd, text })
    const mark = placedCell(space, { fromMm: start.number * em, toMm: start.text * em, text: number })
    return rowPieces(title).map((piece, position) =>
      rowOf(
        [...(position === 0 ? [mark] : []), { ...title, text: piece }, ...(position === 0 ? noted : [])],
        lineMm(space.points) * 1.2,
      ),
    )
  })
}

function paragraphRows({ label, text, strong }: ParagraphBlock, space: SheetSpace): readonly SheetRow[] {
  const em = emMm(space.points)
  const labelMm = label === '' ? 0 : 2 * em
  const textMm = label === '' ? 0 : labelMm + (widthEm(label) + 0.5) * em
  const pieces = cutByLines(text, (space.widthMm - textMm) / em - 1, mostLines)
  return pieces.map((piece, position) =>
    rowOf([
      ...(label === ''
        ? []
        : [
            placedCell(space, {
              fromMm: labelMm,
              toMm: textMm,
              text: position === 0 ? label : '',
              bold: strong,
            }),
          ]),
      placedCell(space, { fromMm: textMm, toMm: space.widthMm, text: piece, bold: strong }),
    ]),
  )
}

function statementRows(
  { statements, speakerWidthEm }: StatementsBlock,
  space: SheetSpace,
): readonly SheetRow[] {
  const em = emMm(space.points)
  const speakerMm = 2 * em
  const textMm = speakerMm + (speakerWidthEm + 1.2) * em
  return statements.flatMap(({ speaker, text }) =>
    cutByLines(text, (space.widthMm - textMm) / em - 1, mostLines).map((piece, position) =>
      rowOf([
        placedCell(space, { fromMm: speakerMm, toMm: textMm, text: position === 0 ? speaker : '' }),
        placedCell(space, { fromMm: textMm, toMm: space.widthMm, text: piece }),
      ]),
    ),
  )
}

function signatureRows(
  { sentence, dateLine, labels }: SignaturesBlock,
  space: SheetSpace,
): readonly SheetRow[] {
  const from = Math.max(0, space.widthMm - 95)
  return [
    blank(5),
    rowOf([placedCell(space, { ...whole(space), text: sentence })]),
    rowOf([placedCell(space, { fromMm: 2 * emMm(space.points), toMm: space.widthMm, text: dateLine })], 8),
    ...labels.map((label) =>
      rowOf(
        [
          placedCell(space, { fromMm: from, toMm: from + 30, text: label, vertical: 'bottom' }),
          placedCell(space, { fromMm: from + 30, toMm: space.widthMm, text: '', border: 'bottom' }),
        ],
        14,
      ),
    ),
  ]
}

function sealRows({ boxes, sizeMm }: SealsBlock, space: SheetSpace): readonly SheetRow[] {
  const from = space.widthMm - boxes.length * sizeMm
  const row = (texts: readonly string[], heightMm: number): SheetRow =>
    rowOf(
      texts.map((text, position) =>
        placedCell(space, {
          fromMm: from + position * sizeMm,
          toMm: from + (position + 1) * sizeMm,
          text,
          align: 'center',
          border: 'thin',
          points: space.points * 0.85,
        }),
      ),
      heightMm,
    )
  return [
    row(boxes, 6),
    row(
      boxes.map(() => ''),
      sizeMm,
    ),
  ]
}

function groupRows({ framed, align, blocks }: GroupBlock, space: SheetSpace): readonly SheetRow[] {
  const inset = framed ? 3 : 0
  const widthMm =
    align === 'end' ? Math.min(space.widthMm, naturalMm(blocks, space)) : space.widthMm - inset * 2
  const shift = align === 'end' ? space.widthMm - widthMm : inset
  const rows = blocks.flatMap((block) => layOutBlock(block, { ...space, widthMm }))
  return rows.map((row, position) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, fromMm: cell.fromMm + shift, toMm: cell.toMm + shift })),
    ...(framed ? { frame: { top: position === 0, bottom: position === rows.length - 1 } } : {}),
  }))
}

/** Width of blocks that are pushed to the right edge: label, blank, and their longest line. */
function naturalMm(blocks: readonly Block[], space: SheetSpace): number {
  const em = emMm(space.points)
  const widths = blocks.map((block) => {
    if (block.kind === 'line') return (widthEm(block.text) + 2) * em
    if (block.kind !== 'facts') return space.widthMm
    const lines = block.facts.flatMap((fact) => fact.lines)
    return block.labelWidthMm + (Math.max(0, ...lines.map(widthEm)) + 5) * em
  })
  return Math.max(0, ...widths)
}
