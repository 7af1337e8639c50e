import { printableText } from '../report-text.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const special = /[&<>"]/g

/** Text as it stands in XML, in an element or in an attribute. */
export function xmlText(text: string): string {
  const printable = printableText(text)
  return special.test(printable)
    ? printable.replace(special, (character) => entities[character] ?? '')
    : printable
}
