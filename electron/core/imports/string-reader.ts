import { unescapeCellText } from '../reports/forms/xml-text.ts'
import { attributeIn, isTrue, scanXml } from './xml-scan.ts'

/** A string of a workbook: its text, and the reading that Excel kept when it was typed. */
export interface ReadString {
  readonly text: string
  /** The whole reading (letters without furigana stand for themselves); null when nothing has any. */
  readonly reading: string | null
  /** Every run with letters in it is crossed out. */
  readonly struck: boolean
}

interface Furigana {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Collects one `<si>` or `<is>` from the tags within it. */
export interface StringCollector {
  readonly onOpen: (name: string, attributes: string) => void
  readonly onClose: (name: string) => void
  readonly onText: (raw: string) => void
  /** The string so far, and starts anew. */
  readonly take: () => ReadString
}

function wholeReading(text: string, parts: readonly Furigana[]): string | null {
  if (parts.length === 0) return null
  let reading = ''
  let at = 0
  for (const part of [...parts].sort((first, second) => first.from - second.from)) {
    reading += text.slice(at, Math.max(at, part.from)) + part.text
    at = Math.max(at, part.to)
  }
  return reading + text.slice(at)
}

export function createStringCollector(): StringCollector {
  let text = ''
  let inText = false
  let piece = ''
  let ruby: { from: number; to: number; text: string } | null = null
  let furigana: Furigana[] = []
  let runStruck = false
  let lettersUnstruck = false
  let lettersStruck = false
  const endPiece = (): void => {
    const letters = unescapeCellText(piece).replace(/\r\n?/g, '\n')
    inText = false
    if (ruby !== null) {
      ruby.text += letters
      return
    }
    text += letters
    if (letters.trim() !== '') {
      if (runStruck) lettersStruck = true
      else lettersUnstruck = true
    }
  }
  return {
    onOpen(name, attributes) {
      if (name === 't') {
        inText = true
        piece = ''
      } else if (name === 'rPh') {
        const from = Number(attributeIn(attributes, 'sb'))
        const to = Number(attributeIn(attributes, 'eb'))
        ruby = { from: Number.isInteger(from) ? from : 0, to: Number.isInteger(to) ? to : 0, text: '' }
      } else if (name === 'r') runStruck = false
      else if (name === 'strike') runStruck = isTrue(attributeIn(attributes, 'val') ?? '1')
    },
    onClose(name) {
      if (name === 't') endPiece()
      else if (name === 'rPh' && ruby !== null) {
        furigana.push(ruby)
        ruby = null
      } else if (name === 'r') runStruck = false
    },
    onText(raw) {
      if (inText) piece += raw
    },
    take() {
      const taken = { text, reading: wholeReading(text, furigana), struck: lettersStruck && !lettersUnstruck }
      text = ''
      furigana = []
      ruby = null
      inText = false
      lettersStruck = false
      lettersUnstruck = false
      return taken
    },
  }
}

/** All strings of `xl/sharedStrings.xml`, in order. @throws Refusal as scanXml */
export function readStringList(xml: string, part: string): readonly ReadString[] {
  const strings: ReadString[] = []
  const collector = createStringCollector()
  scanXml(xml, part, {
    onOpen: collector.onOpen,
    onClose(name) {
      if (name === 'si') strings.push(collector.take())
      else collector.onClose(name)
    },
    onText: collector.onText,
  })
  return strings
}
