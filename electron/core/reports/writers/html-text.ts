import { printableText } from '../report-text.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML that can only ever be text, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return printableText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** The same with line breaks kept, and a ※ with what it points to. Each line is isolated, so that a name in right-to-left script turns only itself. */
export function htmlLines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>').replaceAll('※', '※&#8288;')
}

/**
 * A length that is data, as an attribute that `print.css` reads with `attr()`: the window's policy forbids
 * style attributes.
 */
export function lengthOf(
  property: 'width' | 'height' | 'left' | 'points',
  length: number,
  unit: 'mm' | 'em' | 'pt',
): string {
  return `data-${property}="${String(length)}${unit}"`
}
