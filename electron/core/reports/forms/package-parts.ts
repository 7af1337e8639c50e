import { SaxesParser } from 'saxes'
import { Refusal } from '#shared/contract/errors.ts'

/** One relationship of a part: where a drawing, a list of strings or a sheet is to be found. */
export interface Relationship {
  readonly id: string
  /** The last word of the type: `worksheet`, `sharedStrings`, `drawing`; the same in transitional and strict files. */
  readonly type: string
  /** The name of the part, or for what lies outside the workbook its address. */
  readonly target: string
  readonly external: boolean
}

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden'

export interface WorkbookSheet {
  readonly name: string
  /** The part that holds it, as `xl/worksheets/sheet1.xml`. It may be missing from a damaged workbook. */
  readonly part: string
  readonly hidden: SheetVisibility
  /** Chart and dialog sheets have no cells. */
  readonly kind: 'worksheet' | 'other'
}

export interface WorkbookDescription {
  readonly sheets: readonly WorkbookSheet[]
  readonly date1904: boolean
}

/** An element as this engine looks at it: the name without its prefix, and attributes by their name with and without prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads a small part and tells of each element in order.
 *
 * @throws Refusal `workbook-truncated` when the XML is not well formed
 */
export function readElements(xml: string, part: string, onElement: (element: XmlElement) => void): void {
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new Refusal('workbook-truncated', { part })
  })
  parser.on('opentag', (tag) => {
    onElement({ name: localName(tag.name), attributes: tag.attributes })
  })
  parser.write(xml).close()
}

/**
 * The name of the part that a relationship means, seen from the part that holds it.
 *
 * @throws Refusal `workbook-hostile` when it leads out of the package
 */
export function resolveTarget(source: string, target: string): string {
  const written = target.replaceAll('\\', '/')
  // LibreOffice writes `../customXml/item1.xml` at the root, where there is nothing above; it means the root.
  const path = source === '' ? written.replace(/^\.\.\//, '') : written
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..') {
      if (steps.pop() === undefined) throw new Refusal('workbook-hostile', { why: 'path', part: target })
    } else {
      steps.push(step)
    }
  }
  return steps.join('/')
}

/** Where the relationships of a part stand: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; of the package itself: ''. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

export function parseRelationships(xml: string, source: string): readonly Relationship[] {
  const found: Relationship[] = []
  readElements(xml, relationshipsPart(source), ({ name, attributes }) => {
    if (name !== 'Relationship') return
    const external = attributes['TargetMode'] === 'External'
    const target = attributes['Target'] ?? ''
    const type = attributes['Type'] ?? ''
    found.push({
      id: attributes['Id'] ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolveTarget(source, target),
      external,
    })
  })
  return found
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

function visibility(state: string | undefined): SheetVisibility {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible'
}

/** The `id` in the relationships' namespace, whatever prefix it has been given. */
function relationshipId(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find((key) => key.includes(':') && localName(key) === 'id')
  return name === undefined ? '' : (attributes[name] ?? '')
}

/**
 * Reads the list of sheets.
 *
 * @throws Refusal `not-a-workbook` when the part is something else, a Word document for one
 */
export function parseWorkbook(
  xml: string,
  part: string,
  relationships: readonly Relationship[],
): WorkbookDescription {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]))
  const sheets: WorkbookSheet[] = []
  let date1904 = false
  let root: string | undefined
  readElements(xml, part, ({ name, attributes }) => {
    root ??= name
    if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
    if (name !== 'sheet') return
    const relationship = byId.get(relationshipId(attributes))
    sheets.push({
      name: attributes['name'] ?? '',
      part: relationship?.target ?? '',
      hidden: visibility(attributes['state']),
      kind: relationship?.type === 'worksheet' ? 'worksheet' : 'other',
    })
  })
  if (root !== 'workbook') throw new Refusal('not-a-workbook')
  return { sheets, date1904 }
}
