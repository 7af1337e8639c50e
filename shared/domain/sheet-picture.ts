/**
 * A sheet of a workbook as it looks, for drawing it on the screen. Plain data; lengths are in points, from the
 * top left corner of the sheet. Rows and columns are counted from 1, as in `row` 6 of `W6`.
 */
export interface SheetPicture {
  readonly sheet: string
  /** Width of each column from the first on; 0 for a hidden one. */
  readonly columns: readonly number[]
  /** Height of each row from the first on; 0 for a hidden one. */
  readonly rows: readonly number[]
  /** Cells and merges that look like anything: text, fill or border. Row by row. */
  readonly cells: readonly PictureCell[]
  /** The looks that cells name by their position here; each is there once. */
  readonly styles: readonly PictureStyle[]
  /** Shapes, text boxes, pictures, form controls; the last lies on top. */
  readonly drawn: readonly DrawnThing[]
  /** What is printed; empty when the sheet does not say. */
  readonly printAreas: readonly PictureRange[]
  /** Rows below which a page ends by hand. */
  readonly pageBreaks: readonly number[]
  /** True when the sheet is larger than what is told here. */
  readonly isCut: boolean
}

export interface PictureRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface PictureCell {
  readonly row: number
  readonly column: number
  /** 1 but for merges. */
  readonly rowSpan: number
  readonly columnSpan: number
  /** As the cell shows it, dates and amounts in their format; line breaks are `\n`. */
  readonly text: string
  readonly kind: 'text' | 'number' | 'empty'
  /** Filling does not write over it. */
  readonly hasFormula: boolean
  readonly style: number
}

export type BorderLine = 'hair' | 'thin' | 'medium' | 'thick' | 'double' | 'dashed' | 'dotted'

export interface PictureBorder {
  readonly line: BorderLine
  /** `#rrggbb`. */
  readonly color: string
}

export interface PictureStyle {
  readonly fontName: string
  readonly fontSize: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underlined: boolean
  readonly struck: boolean
  /** `#rrggbb`. */
  readonly color: string
  /** `#rrggbb`, null for none. */
  readonly fill: string | null
  /** What `general` means is settled: numbers right, text left. */
  readonly horizontal: 'left' | 'center' | 'right' | 'distributed'
  readonly vertical: 'top' | 'center' | 'bottom'
  /** In widths of a full-width letter. */
  readonly indent: number
  readonly wraps: boolean
  readonly shrinks: boolean
  /** `stacked`: letters one below the other; else degrees counter-clockwise. */
  readonly rotation: 'stacked' | number
  readonly left: PictureBorder | null
  readonly right: PictureBorder | null
  readonly top: PictureBorder | null
  readonly bottom: PictureBorder | null
}

export interface DrawnThing {
  readonly kind: 'shape' | 'picture' | 'line' | 'check-box' | 'chart' | 'other'
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Name of the outline as Office has it: `rect`, `ellipse`, `roundRect`. */
  readonly outline: string
  readonly text: string
  readonly fontSize: number
  readonly align: 'left' | 'center' | 'right'
  /** `#rrggbb`, null for none. */
  readonly fill: string | null
  readonly line: string | null
  /** Of a check box. */
  readonly isChecked: boolean
  /** Of a PNG, JPEG or GIF: its type and its bytes in base64. */
  readonly picture: { readonly mediaType: string; readonly base64: string } | null
}
