import { findBlanks, type Blank } from '../sentence-tools.ts'
import { fieldsIn, type TemplateField } from '../mapping-templates.ts'

/** A field of a sentence with the words that stand in its place. */
export interface SentencePart {
  readonly field: TemplateField
  readonly text: string
}

const escaped = (letter: string): string => letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Words of a form as a pattern: width of letters and spaces make no difference. */
function literalPattern(words: string): string {
  return [...words]
    .map((letter) => {
      if (/\s/.test(letter)) return '\\s*'
      const narrow = letter.normalize('NFKC')
      const code = narrow.length === 1 ? narrow.charCodeAt(0) : 0
      const wide = code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : letter
      return `(?:${[...new Set([letter, narrow, wide])].map(escaped).join('|')})`
    })
    .join('')
}

/**
 * Takes a sentence apart by the template that it was made with: `第{会議.回}回` and 第３回 give ３.
 *
 * @returns undefined when other words stand there
 */
export function partsByTemplate(sentence: string, template: string): readonly SentencePart[] | undefined {
  const fields = fieldsIn(template)
  let pattern = ''
  let at = 0
  for (const field of fields) {
    pattern += `${literalPattern(template.slice(at, field.from))}([^]*?)`
    at = field.to
  }
  const found = new RegExp(`^\\s*${pattern}${literalPattern(template.slice(at))}\\s*$`, 'u').exec(sentence)
  if (found === null) return undefined
  return fields.map((field, position) => ({ field, text: (found[position + 1] ?? '').trim() }))
}

function patternAround(sentence: string, blanks: readonly Blank[]): RegExp {
  let pattern = ''
  let at = 0
  for (const blank of blanks) {
    pattern += `${literalPattern(sentence.slice(at, blank.from))}([^]*?)`
    at = blank.to
  }
  return new RegExp(`^\\s*${pattern}${literalPattern(sentence.slice(at))}\\s*$`, 'u')
}

/**
 * What was written into the blanks of a sentence, seen beside the sentence of the blank form.
 *
 * @returns undefined when other words stand there
 */
export function textsOfBlanks(sentence: string, blank: string): readonly string[] | undefined {
  const blanks = findBlanks(blank)
  const found = patternAround(blank, blanks).exec(sentence)
  return found === null ? undefined : blanks.map((_blank, position) => (found[position + 1] ?? '').trim())
}
