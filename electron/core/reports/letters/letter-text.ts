import type { UnknownField } from '#shared/contract/letter-operations.ts'
import type { Block, Fact } from '../report-document.ts'
import { fact, paperDigits } from '../documents/paper-text.ts'
import { nearestField } from '../forms/field-names.ts'
import { type FormValues, type ValueFormat, valueText } from '../forms/form-values.ts'
import { fillTemplate, pathsIn, pathText, valuesAt } from '../forms/mapping-templates.ts'
import { letterPaths } from './letter-values.ts'

const known = new Set(letterPaths)

/** The fields of a text that there are not, each once, with the nearest that there is. */
export function unknownFields(text: string): readonly UnknownField[] {
  return [...new Set(pathsIn(text))]
    .filter((path) => !known.has(path))
    .map((field) => ({ field, nearest: nearestField(field, letterPaths) ?? null }))
}

/** Days, times and numbers as papers set them: one digit alone is full width. */
function letterText(path: string, format: ValueFormat | undefined, values: FormValues): string {
  if (!known.has(path)) return `【「${path}」という項目はありません】`
  const found = valuesAt(path, values)
  const [only] = found
  if (only === undefined || found.length > 1) return pathText(path, format, values)
  const text = valueText(only, format)
  return only.kind === 'text' ? text : paperDigits(text)
}

/** One line with its fields filled; null where it has fields and none of them has a value. */
export function fillLetterLine(line: string, values: FormValues): string | null {
  const filled = fillTemplate(line, (path, format) => letterText(path, format, values))
  return filled.hasValue ? filled.text : null
}

/** Words that close a letter stand at the right edge. */
const closings = new Set(['以上', '敬具', '敬白', 'かしこ'])
const labelled = /^([^\s{}：:]{1,10})[：:](.*)$/u
const widestLabelMm = 34

/**
 * The text of a letter as blocks: an empty line is a gap, 記 stands in the middle, 以上 and 敬具 at the right,
 * 日時：… is laid out as a list of facts. Everything else is a paragraph as it was typed, its indents kept.
 */
export function letterBlocks(body: string, values: FormValues): readonly Block[] {
  const blocks: Block[] = []
  let facts: Fact[] = []
  const closeFacts = (): void => {
    if (facts.length === 0) return
    const longest = Math.max(...facts.map(({ label }) => [...label].length))
    const labelWidthMm = Math.min(widestLabelMm, 4 + longest * 4)
    blocks.push({ kind: 'facts', ruled: false, labelWidthMm, facts })
    facts = []
  }
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    const [, label, value] = labelled.exec(line.trimEnd()) ?? []
    const filled = fillLetterLine(value ?? line, values)
    if (filled === null) continue
    if (label !== undefined) {
      facts.push(fact(label, filled.split('\n')))
      continue
    }
    closeFacts()
    blocks.push(lineBlock(filled))
  }
  closeFacts()
  return blocks
}

function lineBlock(line: string): Block {
  const plain = line.trim()
  if (plain === '') return { kind: 'spacer', heightMm: 5 }
  if (plain === '記') return { kind: 'line', text: plain, align: 'center', size: 'normal' }
  if (closings.has(plain)) return { kind: 'line', text: plain, align: 'end', size: 'normal' }
  return { kind: 'paragraph', label: '', text: line, strong: false }
}
