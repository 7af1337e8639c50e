/**
 * The one model of every paper: pure data between the builders (`documents/`) and the writers
 * (`writers/`). Excel, Word and print come from the same value, so they cannot disagree. Lengths are
 * millimetres; texts may hold anything a person can type, and each writer makes them harmless.
 */
export interface ReportDocument {
  /** What it is: 次第. Names the sheet in Excel. */
  readonly name: string
  /** Title of the file and of the window that shows it; the title on the paper is a block. */
  readonly title: string
  readonly paper: Paper
  readonly font: ReportFont
  readonly textSize: TextSize
  readonly footer: Footer
  /** Lines run downwards, from the right to the left: certificates. Absent: from left to right. */
  readonly writing?: 'vertical'
  readonly blocks: readonly Block[]
}

/** N3 is the envelope 長形3号, HG the postcard (はがき). */
export const paperSizes = ['A4', 'B4', 'A3', 'N3', 'HG'] as const
export type PaperSize = (typeof paperSizes)[number]
export const orientations = ['portrait', 'landscape'] as const
export type Orientation = (typeof orientations)[number]
/** `letter` for text with room at its edges, `table` for lists that need the width, `none` for sheets cut to measure. */
export const paperMargins = ['letter', 'table', 'none'] as const
export type PaperMargins = (typeof paperMargins)[number]

export interface Paper {
  readonly size: PaperSize
  readonly orientation: Orientation
  readonly margins: PaperMargins
}

/** 明朝 for letters and minutes, ゴシック for tables. */
export type ReportFont = 'mincho' | 'gothic'

/** 18 points for a wall or a certificate, 12 for what lies on the table before people of every age, 10.5 for what is read at a desk. */
export type TextSize = 'poster' | 'large' | 'normal'
export const textSizePoints: Readonly<Record<TextSize, number>> = { poster: 18, large: 12, normal: 10.5 }

/** What stands in the bottom margin of each page. */
export interface Footer {
  readonly left: string
  readonly right: string
  /** ２ / ５ in the middle; a paper of one page needs none. */
  readonly pageNumbers: boolean
}
export const emptyFooter: Footer = { left: '', right: '', pageNumbers: false }

export type Alignment = 'start' | 'center' | 'end'

export type Block =
  | LineBlock
  | TitleBlock
  | HeadingBlock
  | FactsBlock
  | OutlineBlock
  | TableBlock
  | ParagraphBlock
  | StatementsBlock
  | SignaturesBlock
  | SealsBlock
  | SpacerBlock
  | GroupBlock
  | PageBreakBlock
  | BoxesBlock

/** One line of a letter: number, date, addressee, a remark above a table. */
export interface LineBlock {
  readonly kind: 'line'
  readonly text: string
  readonly align: Alignment
  readonly size: 'small' | 'normal' | 'large'
}

/** The title on the paper (次　第), with the line that says of what above it. */
export interface TitleBlock {
  readonly kind: 'title'
  readonly above: string
  readonly text: string
}

export interface HeadingBlock {
  readonly kind: 'heading'
  readonly number: string
  readonly text: string
  /** 1: a section, 2: an item, 3: a part of it; as in a 次第. */
  readonly level: OutlineLevel
  /** At the right edge: 資料番号. */
  readonly note: string
}

export interface FactsBlock {
  readonly kind: 'facts'
  /** Ruled like a form, or free-standing like the head of a 次第. */
  readonly ruled: boolean
  readonly labelWidthMm: number
  readonly facts: readonly Fact[]
}

export interface Fact {
  /** Spread over the width of the label column (均等割付): 日時 is drawn as 日　時. */
  readonly label: string
  readonly lines: readonly string[]
  /** 2 lays short lines in two columns. */
  readonly columns: 1 | 2
}

export type OutlineLevel = 1 | 2 | 3

export interface OutlineBlock {
  readonly kind: 'outline'
  readonly items: readonly OutlineItem[]
  /** Widths of the notes at the right, in full-width characters; each item has as many notes. */
  readonly noteWidthsEm: readonly number[]
}

export interface OutlineItem {
  readonly number: string
  readonly level: OutlineLevel
  readonly text: string
  readonly notes: readonly string[]
}

export interface TableBlock {
  readonly kind: 'table'
  /** For whoever hears the table instead of seeing it; not drawn. */
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly minRowHeightMm: number
}

export interface TableColumn {
  readonly heading: string
  readonly widthMm: number
  readonly align: Alignment
}

/** A row of cells, in the order of the columns; or a heading over the whole width. */
export type TableRow =
  | { readonly kind: 'cells'; readonly cells: readonly TableCell[] }
  | { readonly kind: 'section'; readonly text: string }

export interface TableCell {
  readonly text: string
  /** The value in Excel where the text is a number. */
  readonly number?: number
  /** An amount: Excel shows it as the text does, △ for minus. */
  readonly yen?: true
  /** How Excel comes to the number; `number` is what it comes to. Rows and columns of this table, counted from 0. */
  readonly formula?: CellFormula
}

export type CellFormula =
  /** Rows of the same column, both ends included. */
  | { readonly kind: 'sum'; readonly fromRow: number; readonly toRow: number }
  /** Columns of the same row, both ends included. */
  | { readonly kind: 'sum-across'; readonly fromColumn: number; readonly toColumn: number }
  /** Single rows of the same column: the 小計 above a 合計. */
  | { readonly kind: 'add'; readonly rows: readonly number[] }
  | { readonly kind: 'difference'; readonly of: CellPlace; readonly less: CellPlace }
export interface CellPlace {
  readonly row: number
  readonly column: number
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  /** Hangs in front of the text: 【決定 第１号】, ※. Empty for plain text. */
  readonly label: string
  readonly text: string
  readonly strong: boolean
}

export interface StatementsBlock {
  readonly kind: 'statements'
  /** Width of the speakers' column in full-width characters. */
  readonly speakerWidthEm: number
  readonly statements: readonly { readonly speaker: string; readonly text: string }[]
}

/** Lines to sign on, kept together with the sentence above them. */
export interface SignaturesBlock {
  readonly kind: 'signatures'
  readonly sentence: string
  readonly dateLine: string
  readonly labels: readonly string[]
}

/** 決裁欄: square boxes at the right edge, left empty for the seals. */
export interface SealsBlock {
  readonly kind: 'seals'
  readonly boxes: readonly string[]
  readonly sizeMm: number
}

export interface SpacerBlock {
  readonly kind: 'spacer'
  readonly heightMm: number
}

/** Blocks that stay on one page if a page can hold them; framed or not, at the left or pushed to the right edge. */
export interface GroupBlock {
  readonly kind: 'group'
  readonly framed: boolean
  readonly align: 'start' | 'end'
  readonly blocks: readonly Block[]
}

export interface PageBreakBlock {
  readonly kind: 'page-break'
}

/** Boxes at fixed places: desks of a room, faces of a label sheet, name cards. Rows follow each other without a gap. */
export interface BoxesBlock {
  readonly kind: 'boxes'
  /** For whoever hears the paper. */
  readonly caption: string
  readonly rows: readonly BoxRow[]
}

export interface BoxRow {
  readonly heightMm: number
  readonly boxes: readonly Box[]
}

export interface Box {
  readonly fromMm: number
  readonly widthMm: number
  readonly lines: readonly BoxLine[]
  /** `cut`: a faint line to cut or fold along. */
  readonly border: 'none' | 'thin' | 'cut'
  readonly align: Alignment
  readonly vertical: 'top' | 'middle' | 'bottom'
  /** For the side of a table card that faces the other way. */
  readonly upsideDown: boolean
}

export interface BoxLine {
  readonly text: string
  readonly points: number
}

const sizesMm: Readonly<Record<PaperSize, readonly [number, number]>> = {
  A4: [210, 297],
  // JIS B4, which is wider than the B4 of ISO (250 × 353).
  B4: [257, 364],
  A3: [297, 420],
  N3: [120, 235],
  HG: [100, 148],
}

/** The room left at each edge. `print.css` repeats these figures, and a test holds the two together. */
export const marginsMm: Readonly<
  Record<
    PaperMargins,
    { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  >
> = {
  letter: { top: 25, right: 24, bottom: 22, left: 26 },
  table: { top: 15, right: 15, bottom: 16, left: 15 },
  none: { top: 0, right: 0, bottom: 0, left: 0 },
}

/** Width and height of a sheet as it lies. */
export function paperSizeMm(paper: Paper): { readonly width: number; readonly height: number } {
  const [short, long] = sizesMm[paper.size]
  return paper.orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short }
}

/** Width between the margins. */
export function innerWidthMm(paper: Paper): number {
  const margins = marginsMm[paper.margins]
  return paperSizeMm(paper).width - margins.left - margins.right
}
