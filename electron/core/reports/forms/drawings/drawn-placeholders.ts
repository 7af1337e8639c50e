import type { WorkbookPackage } from '../open-package.ts'
import { foldMarks, placeholdersIn, type Placeholder } from '../suggestions/placeholder-marks.ts'
import { escapeXml, unescapeXml } from '../xml-text.ts'

/** Text for a field that is typed into a drawn text box; '' for nothing. */
export type TextOfField = (path: string, format: string | undefined) => string

const PARAGRAPH = /<((?:[\w.-]+:)?)p(?:\s[^>]*)?>[^]*?<\/\1p>/g
const RUN = /<((?:[\w.-]+:)?)r(?:\s[^>]*)?>([^]*?)<\1t(?:\s[^>]*)?>([^<]*)<\/\1t>\s*<\/\1r>/g

interface Run {
  readonly start: number
  readonly end: number
  readonly prefix: string
  /** What says how its letters look. */
  readonly looks: string
  readonly text: string
}

const runsOf = (paragraph: string): readonly Run[] =>
  [...paragraph.matchAll(RUN)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    prefix: found[1] ?? '',
    looks: found[2] ?? '',
    text: unescapeXml(found[3] ?? ''),
  }))

/** A run with line breaks in its text, which drawings write as elements of their own. */
const runXml = ({ prefix, looks }: Run, text: string): string =>
  text
    .split('\n')
    .map((line) => `<${prefix}r>${looks}<${prefix}t>${escapeXml(line)}</${prefix}t></${prefix}r>`)
    .join(`<${prefix}br/>`)

/**
 * Excel cuts what is typed into runs where the language of the letters changes, often within the braces: the value
 * goes into the run in which its field begins, and looks like that.
 */
function fillParagraph(paragraph: string, textOf: TextOfField): string {
  const runs = runsOf(paragraph)
  const whole = foldMarks(runs.map(({ text }) => text).join(''))
  const found = placeholdersIn(whole)
  if (found.length === 0) return paragraph
  let begin = 0
  const texts = runs.map(({ text }) => {
    const [from, to] = [begin, begin + text.length]
    begin = to
    let filled = ''
    for (let at = from; at < to; at += 1) {
      const inside = found.find((each) => at >= each.from && at < each.to)
      if (inside === undefined) filled += text[at - from] ?? ''
      else if (at === inside.from) filled += textOf(inside.path, inside.format)
    }
    return filled
  })
  return runs.reduceRight((xml, run, position) => {
    const text = texts[position] ?? ''
    return text === run.text ? xml : xml.slice(0, run.start) + runXml(run, text) + xml.slice(run.end)
  }, paragraph)
}

/** Drawings of worksheets, each with the first sheet that shows it. */
const drawingsOf = (workbook: WorkbookPackage): ReadonlyMap<string, string> =>
  new Map(
    workbook.sheets
      .filter(({ kind }) => kind === 'worksheet')
      .toReversed()
      .flatMap(({ name, part }) =>
        workbook
          .relationshipsOf(part)
          .filter(({ type, target }) => type === 'drawing' && workbook.has(target))
          .map(({ target }) => [target, name] as const),
      ),
  )

export interface DrawnPlaceholder extends Placeholder {
  readonly sheet: string
}

/** The fields that somebody has typed into text boxes and shapes: `{{会議.開催日|和暦}}`. */
export function listDrawnPlaceholders(workbook: WorkbookPackage): readonly DrawnPlaceholder[] {
  const found = [...drawingsOf(workbook)].flatMap(([part, sheet]) =>
    (workbook.partText(part).match(PARAGRAPH) ?? []).flatMap((paragraph) =>
      placeholdersIn(
        foldMarks(
          runsOf(paragraph)
            .map(({ text }) => text)
            .join(''),
        ),
      ).map((each) => ({ ...each, sheet })),
    ),
  )
  // A shape of newer programs stands twice, once for the older ones.
  return [...new Map(found.map((each) => [`${each.sheet} ${each.typed}`, each])).values()]
}

/** Writes the values of fields into the text boxes and shapes in which they are typed; all else in a drawing stays. */
export function fillDrawnTexts(workbook: WorkbookPackage, textOf: TextOfField): WorkbookPackage {
  const changes = new Map<string, string>()
  for (const part of drawingsOf(workbook).keys()) {
    const before = workbook.partText(part)
    const after = before.replace(PARAGRAPH, (paragraph) => fillParagraph(paragraph, textOf))
    if (after !== before) changes.set(part, after)
  }
  return changes.size === 0 ? workbook : workbook.withParts(changes)
}
