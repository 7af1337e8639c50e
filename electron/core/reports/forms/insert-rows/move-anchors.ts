import { recordTop, rowCount, shiftRow, type RowInsertion } from './row-insertion.ts'

/** Heights of the rows of the sheet before rows are put in, in points. */
export type RowHeights = (row: number) => number

/** What a drawn thing does when rows are put in, as Excel's dialogue names it. */
export type AnchorBehaviour = 'move-and-size' | 'move' | 'stay'

/** An edge of a drawn thing: rows counted from 0, as drawings do. */
interface Edge {
  readonly row: number
  readonly offset: number
}

interface Anchor {
  readonly from: Edge
  readonly to: Edge | undefined
}

/** Past the line where the rows go in. A thing that ends exactly on the line is not stretched. */
const isPast = (edge: Edge, insertion: RowInsertion, isEnd: boolean): boolean =>
  edge.row > insertion.lastRow || (edge.row === insertion.lastRow && !(isEnd && edge.offset === 0))

/** An edge that keeps its place on the paper though rows were put in above it. */
function stayingEdge(edge: Edge, insertion: RowInsertion, heights: RowHeights, unitsPerPoint: number): Edge {
  const { lastRow, rowsPerRecord } = insertion
  let distance = edge.offset
  for (let row = lastRow; row < edge.row; row++) distance += heights(row + 1) * unitsPerPoint
  const count = rowCount(insertion)
  for (let below = 0; ; below++) {
    const row = below < count ? recordTop(insertion) + (below % rowsPerRecord) : lastRow + 1 + below - count
    const height = heights(row) * unitsPerPoint
    if (distance < height || lastRow + below >= edge.row + count) {
      return { row: lastRow + below, offset: Math.max(0, Math.round(distance)) }
    }
    distance -= height
  }
}

const shifted = (edge: Edge, insertion: RowInsertion): Edge => ({
  ...edge,
  row: shiftRow(insertion, edge.row + 1) - 1,
})

/** @param unitsPerPoint 12,700 for drawings (EMU), 4/3 for old drawings (pixels) */
export function moveAnchor(
  anchor: Anchor,
  behaviour: AnchorBehaviour,
  insertion: RowInsertion,
  heights: RowHeights,
  unitsPerPoint: number,
): Anchor {
  const { from, to } = anchor
  const stays = (edge: Edge): Edge => stayingEdge(edge, insertion, heights, unitsPerPoint)
  const startsPast = isPast(from, insertion, false)
  const endsPast = to !== undefined && (startsPast || isPast(to, insertion, true))
  if (!startsPast && !endsPast) return anchor
  const newEnd = (): Edge | undefined => {
    if (to === undefined || !endsPast) return to
    const movesAlong = behaviour === 'move-and-size' || (behaviour === 'move' && startsPast)
    // A thing below the line that ends on it has no height; it moves whole.
    return movesAlong ? { ...to, row: to.row + rowCount(insertion) } : stays(to)
  }
  const newStart = (): Edge => {
    if (!startsPast) return from
    return behaviour === 'stay' ? stays(from) : shifted(from, insertion)
  }
  return { from: newStart(), to: newEnd() }
}

const EMU_PER_POINT = 12_700

const edgePattern = (name: string): RegExp => new RegExp(`<((?:[\\w.-]+:)?)${name}>([^]*?)</\\1${name}>`)

const numberIn = (xml: string, name: string): number | undefined => {
  const text = new RegExp(`<(?:[\\w.-]+:)?${name}>\\s*(-?\\d+)\\s*<`).exec(xml)?.[1]
  return text === undefined ? undefined : Number(text)
}

function readEdge(anchor: string, name: string): Edge | undefined {
  const inner = edgePattern(name).exec(anchor)?.[2]
  const row = inner === undefined ? undefined : numberIn(inner, 'row')
  return row === undefined || inner === undefined
    ? undefined
    : { row, offset: numberIn(inner, 'rowOff') ?? 0 }
}

function writeEdge(anchor: string, name: string, edge: Edge | undefined): string {
  if (edge === undefined) return anchor
  return anchor.replace(edgePattern(name), (whole) =>
    whole
      .replace(/(<(?:[\w.-]+:)?row>)[^<]*/, `$1${String(edge.row)}`)
      .replace(/(<(?:[\w.-]+:)?rowOff>)[^<]*/, `$1${String(edge.offset)}`),
  )
}

const moveAnchorXml = (
  xml: string,
  behaviour: AnchorBehaviour,
  insertion: RowInsertion,
  heights: RowHeights,
): string => {
  const from = readEdge(xml, 'from')
  if (from === undefined) return xml
  const moved = moveAnchor({ from, to: readEdge(xml, 'to') }, behaviour, insertion, heights, EMU_PER_POINT)
  return writeEdge(writeEdge(xml, 'from', moved.from), 'to', moved.to)
}

/** All anchors of a drawing part; `editAs` says how each behaves (ECMA-376 20.5.2.33, twoCell by default). */
export function moveDrawing(xml: string, insertion: RowInsertion, heights: RowHeights): string {
  return xml.replace(
    /<((?:[\w.-]+:)?)(twoCellAnchor|oneCellAnchor)(\s[^>]*)?>[^]*?<\/\1\2>/g,
    (anchor, _prefix: string, kind: string, attributes: string | undefined) => {
      const editAs = /editAs\s*=\s*["'](\w+)["']/.exec(attributes ?? '')?.[1]
      const behaviour =
        editAs === 'absolute'
          ? 'stay'
          : editAs === 'oneCell' || kind === 'oneCellAnchor'
            ? 'move'
            : 'move-and-size'
      return moveAnchorXml(anchor, behaviour, insertion, heights)
    },
  )
}

/** Anchors of form controls and embedded objects within a sheet part (ECMA-376 18.3.1.4). */
export function moveControlAnchors(xml: string, insertion: RowInsertion, heights: RowHeights): string {
  return xml.replace(/<((?:[\w.-]+:)?)anchor(\s[^>]*)?>[^]*?<\/\1anchor>/g, (anchor) => {
    const tag = /^<[^>]*>/.exec(anchor)?.[0] ?? ''
    const says = (name: string): boolean => new RegExp(`${name}\\s*=\\s*["'](?:1|true)["']`).test(tag)
    const behaviour = !says('moveWithCells') ? 'stay' : says('sizeWithCells') ? 'move-and-size' : 'move'
    return moveAnchorXml(anchor, behaviour, insertion, heights)
  })
}

const PIXELS_PER_POINT = 96 / 72

/**
 * Old drawings: comments and the pictures of form controls. There `MoveWithCells` means that a thing does
 * not move, and `SizeWithCells` that its size does not change: the words are the wrong way round in all
 * files that Excel writes (MS-OI29500 on VML client data). A comment goes with its cell.
 */
export function moveOldDrawing(
  xml: string,
  insertion: RowInsertion,
  heights: RowHeights,
  moveFormula: (formula: string) => string,
): string {
  return xml.replace(/<x:ClientData\s[^>]*>[^]*?<\/x:ClientData>/g, (data) => {
    const note = /<x:Row>\s*(\d+)\s*</.exec(data)?.[1]
    const noteMoves = note !== undefined && Number(note) >= insertion.lastRow
    const has = (name: string): boolean =>
      new RegExp(`<x:${name}\\s*/>|<x:${name}>\\s*(?:True)?\\s*<`, 'i').test(data)
    const behaviour = has('MoveWithCells') ? 'stay' : has('SizeWithCells') ? 'move' : 'move-and-size'
    const anchored = data.replace(/(<x:Anchor>)([^<]*)(?=<)/, (whole, open: string, list: string) => {
      const numbers = list.split(',').map(Number)
      const [left, leftOff, top, topOff, right, rightOff, bottom, bottomOff] = numbers
      if (numbers.length !== 8 || numbers.some(Number.isNaN)) return whole
      const before = {
        from: { row: top ?? 0, offset: topOff ?? 0 },
        to: { row: bottom ?? 0, offset: bottomOff ?? 0 },
      }
      const count = noteMoves ? rowCount(insertion) : 0
      const moved =
        note === undefined
          ? moveAnchor(before, behaviour, insertion, heights, PIXELS_PER_POINT)
          : {
              from: { ...before.from, row: before.from.row + count },
              to: { ...before.to, row: before.to.row + count },
            }
      if (moved.from.row === before.from.row && moved.to?.row === before.to.row) return whole
      const edges = [
        left,
        leftOff,
        moved.from.row,
        moved.from.offset,
        right,
        rightOff,
        moved.to?.row,
        moved.to?.offset,
      ]
      return `${open}\n    ${edges.map((value) => String(value ?? 0)).join(', ')}`
    })
    return anchored
      .replace(/(<x:Row>)[^<]*/, (whole, open: string) =>
        noteMoves ? `${open}${String(Number(note) + rowCount(insertion))}` : whole,
      )
      .replace(
        /(<x:(?:FmlaLink|FmlaRange|FmlaTxbx)>)([^<]*)/g,
        (_whole, open: string, formula: string) => open + moveFormula(formula),
      )
  })
}
