import { AlignmentType, type IParagraphOptions, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Alignment } from '../report-document.ts'
import { printableText } from '../report-text.ts'

/** What blocks need to know of the page they stand on. */
export interface WordSpace {
  readonly widthMm: number
  readonly points: number
  readonly gothic: boolean
}

/** Twentieths of a point, Word's measure of lengths. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}
/** Word counts sizes of letters in half points. */
export const halfPoints = (points: number): number => Math.max(2, Math.round(points * 2))
export const emMm = (points: number): number => (points * 25.4) / 72

export const wordAlignment = {
  start: AlignmentType.START,
  center: AlignmentType.CENTER,
  end: AlignmentType.END,
} as const satisfies Readonly<Record<Alignment, unknown>>

export interface RunLook {
  readonly bold?: boolean
  readonly points?: number
}

/** Text as runs, its line breaks as Word's own. Nothing in it is ever read as a field or as markup. */
export function textRuns(text: string, { bold, points }: RunLook = {}): readonly TextRun[] {
  return printableText(text)
    .split('\n')
    .map(
      (line, position) =>
        new TextRun({
          text: line.replaceAll('\t', '　'),
          ...(position === 0 ? {} : { break: 1 }),
          ...(bold === true ? { bold } : {}),
          ...(points === undefined ? {} : { size: halfPoints(points) }),
        }),
    )
}

export const tabRun = (): TextRun => new TextRun({ children: [new Tab()] })

type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text'>

export function wordParagraph(
  text: string,
  look: ParagraphLook & { readonly run?: RunLook } = {},
): Paragraph {
  const { run, ...paragraph } = look
  return new Paragraph({ ...paragraph, children: textRuns(text, run) })
}

/** An empty line of just this height. */
export function wordGap(heightMm: number, look: ParagraphLook = {}): Paragraph {
  return new Paragraph({
    ...look,
    children: [new TextRun({ text: '', size: 2 })],
    spacing: { before: 0, after: 0, line: Math.max(20, twips(heightMm)), lineRule: 'exact' },
  })
}

/** A mark hanging before its text: number, speaker, 【決定】. `notes` stand at the right edge, each ending where it is told. */
export function hangingParagraph(
  parts: {
    readonly mark: string
    readonly text: string
    readonly markMm: number
    readonly textMm: number
    readonly notes?: readonly { readonly text: string; readonly endMm: number }[]
    readonly run?: RunLook
  },
  look: ParagraphLook = {},
): Paragraph {
  const { mark, text, markMm, textMm, notes = [], run = {} } = parts
  return new Paragraph({
    ...look,
    indent: { left: twips(textMm), hanging: twips(textMm - markMm) },
    tabStops: [
      { type: TabStopType.LEFT, position: twips(textMm) },
      ...notes.map((note) => ({ type: TabStopType.RIGHT, position: twips(note.endMm) })),
    ],
    children: [
      ...(mark === '' && textMm === markMm ? [] : [...textRuns(mark, run), tabRun()]),
      ...textRuns(text, run),
      ...(notes.every((note) => note.text === '')
        ? []
        : notes.flatMap((note) => [tabRun(), ...textRuns(note.text, run)])),
    ],
  })
}
