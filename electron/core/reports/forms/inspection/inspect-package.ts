import type { WorkbookPackage } from '../open-package.ts'
import { readElements, type Relationship } from '../package-parts.ts'
import { unescapeXml } from '../xml-text.ts'
import type { Finding } from './findings.ts'

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

const unique = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
]

/** Parts that a part leads to by relationships of one type, where they are there. */
export const relatedParts = (workbook: WorkbookPackage, holder: string, type: string): readonly string[] =>
  workbook
    .relationshipsOf(holder)
    .filter((related) => related.type === type && !related.external && workbook.has(related.target))
    .map(({ target }) => target)

/** Values of an attribute of all elements of that name in a part. */
function attributesIn(
  workbook: WorkbookPackage,
  part: string,
  element: string,
  attribute: string,
): readonly string[] {
  const found: string[] = []
  readElements(workbook.partText(part), part, ({ name, attributes }) => {
    const value = name === element ? attributes[attribute] : undefined
    if (value !== undefined) found.push(value)
  })
  return found
}

/** The file's name at the end of a path; a path with no folder is its own name. */
export const bareTarget = (target: string): string =>
  target.slice(Math.max(...['/', '\\'].map((mark) => target.lastIndexOf(mark))) + 1)

/** Whether an address outside the workbook names a folder or a server of the office. */
export const isFolderPath = (target: string): boolean =>
  bareTarget(target) !== target && !/^(?:https?|mailto):/i.test(target)

const linkParts = (workbook: WorkbookPackage): readonly string[] =>
  relatedParts(workbook, workbook.workbookPart, 'externalLink')

export const outsideTargets = (relationships: readonly Relationship[]): readonly string[] =>
  relationships.filter(({ external }) => external).map(({ target }) => target)

function externalData(workbook: WorkbookPackage): readonly Finding[] {
  return linkParts(workbook).flatMap((part): readonly Finding[] => {
    const count = (workbook.partText(part).match(/<(?:[\w.-]+:)?v>/g) ?? []).length
    const [target = ''] = outsideTargets(workbook.relationshipsOf(part))
    return count === 0 ? [] : [{ kind: 'external-data', part, target, count }]
  })
}

function linkPaths(workbook: WorkbookPackage): readonly Finding[] {
  return linkParts(workbook).flatMap((part): readonly Finding[] => {
    const target = outsideTargets(workbook.relationshipsOf(part)).find(isFolderPath)
    return target === undefined ? [] : [{ kind: 'link-path', part, target }]
  })
}

/** Attributes of a connection that lead to where the data are: addresses, users, questions asked of a database. */
export const CONNECTION_SECRETS: Readonly<Record<string, readonly string[]>> = {
  connection: ['sourceFile', 'odcFile', 'description', 'singleSignOnId'],
  dbPr: ['connection', 'command', 'serverCommand'],
  webPr: ['url', 'post', 'editPage'],
  textPr: ['sourceFile'],
  dataFeedPr: ['connection'],
  oledbPr: ['connection'],
  rangePr: ['sourceName'],
}

function connections(workbook: WorkbookPackage): readonly Finding[] {
  return relatedParts(workbook, workbook.workbookPart, 'connections').flatMap((part): readonly Finding[] => {
    let leads = false
    readElements(workbook.partText(part), part, ({ name, attributes }) => {
      leads ||= (CONNECTION_SECRETS[name] ?? []).some((attribute) => (attributes[attribute] ?? '') !== '')
    })
    return leads
      ? [{ kind: 'connections', names: unique(attributesIn(workbook, part, 'connection', 'name')) }]
      : []
  })
}

export const pivotCaches = (workbook: WorkbookPackage): readonly string[] =>
  relatedParts(workbook, workbook.workbookPart, 'pivotCacheDefinition')

function pivotRecords(workbook: WorkbookPackage): readonly Finding[] {
  return pivotCaches(workbook).flatMap((part) =>
    relatedParts(workbook, part, 'pivotCacheRecords').flatMap((records): readonly Finding[] => {
      const count = (workbook.partText(records).match(/<(?:[\w.-]+:)?r>/g) ?? []).length
      const [sheet = ''] = attributesIn(workbook, part, 'worksheetSource', 'sheet')
      return count === 0 ? [] : [{ kind: 'pivot-records', part, source: sheet, count }]
    }),
  )
}

function people(workbook: WorkbookPackage): readonly Finding[] {
  const talks = workbook.sheets.some(({ part }) => relatedParts(workbook, part, 'threadedComment').length > 0)
  if (talks) return []
  const names = relatedParts(workbook, workbook.workbookPart, 'person').flatMap((part) => [
    ...attributesIn(workbook, part, 'person', 'displayName'),
    ...attributesIn(workbook, part, 'person', 'userId'),
  ])
  return names.length === 0 ? [] : [{ kind: 'people', names: unique(names) }]
}

/** Names that Excel hides for itself: filters, functions newer than the file, newer charts. */
const isExcelsOwn = (name: string): boolean => /^_xl|^_FilterDatabase$/i.test(name)
/** The print areas of somebody's own view of a shared workbook. */
export const isOfView = (name: string): boolean => /\.wvu\./i.test(name)

function hiddenNames(workbook: WorkbookPackage): readonly Finding[] {
  const names: string[] = []
  readElements(workbook.partText(workbook.workbookPart), workbook.workbookPart, ({ name, attributes }) => {
    const called = attributes['name'] ?? ''
    if (name !== 'definedName' || !isTrue(attributes['hidden'])) return
    if (!isExcelsOwn(called) && !isOfView(called)) names.push(called)
  })
  return names.length === 0 ? [] : [{ kind: 'hidden-names', names: unique(names) }]
}

const textsOf = (xml: string, elements: readonly string[]): readonly string[] =>
  [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?(?:${elements.join('|')})(?:\\s[^>]*)?>([^<]+)<`, 'g'))].map(
    (found) => unescapeXml(found[1] ?? ''),
  )

export const NAME_ELEMENTS = ['creator', 'lastModifiedBy', 'Manager', 'Company']
export const REMARK_ELEMENTS = ['description', 'keywords', 'category', 'contentStatus']

/** Parts with the properties of the file. */
export const propertyParts = (workbook: WorkbookPackage): readonly string[] =>
  ['core-properties', 'extended-properties'].flatMap((type) => relatedParts(workbook, '', type))

function authors(workbook: WorkbookPackage): readonly Finding[] {
  const names = unique([
    ...propertyParts(workbook).flatMap((part) => textsOf(workbook.partText(part), NAME_ELEMENTS)),
    ...attributesIn(workbook, workbook.workbookPart, 'fileSharing', 'userName'),
  ])
  return names.length === 0 ? [] : [{ kind: 'author', names }]
}

function properties(workbook: WorkbookPackage): readonly Finding[] {
  const names = unique([
    ...propertyParts(workbook).flatMap((part) => textsOf(workbook.partText(part), REMARK_ELEMENTS)),
    ...relatedParts(workbook, '', 'custom-properties').flatMap((part) =>
      attributesIn(workbook, part, 'property', 'name'),
    ),
  ])
  return names.length === 0 ? [] : [{ kind: 'properties', names }]
}

function revisions(workbook: WorkbookPackage): readonly Finding[] {
  const headers = relatedParts(workbook, workbook.workbookPart, 'revisionHeaders')
  const users = relatedParts(workbook, workbook.workbookPart, 'usernames')
  const views = attributesIn(workbook, workbook.workbookPart, 'customWorkbookView', 'name')
  if (headers.length + users.length + views.length === 0) return []
  const names = [
    ...headers.flatMap((part) => attributesIn(workbook, part, 'header', 'userName')),
    ...users.flatMap((part) => attributesIn(workbook, part, 'userInfo', 'name')),
    ...views,
  ]
  return [{ kind: 'revisions', names: unique(names) }]
}

/** Data of other programs hang on the workbook (Excel) or on the package (LibreOffice). */
export const customXmlHolders = (workbook: WorkbookPackage): readonly string[] => [workbook.workbookPart, '']

function customXml(workbook: WorkbookPackage): readonly Finding[] {
  const count = customXmlHolders(workbook).flatMap((holder) =>
    relatedParts(workbook, holder, 'customXml'),
  ).length
  return count === 0 ? [] : [{ kind: 'custom-xml', count }]
}

const thumbnail = (workbook: WorkbookPackage): readonly Finding[] =>
  relatedParts(workbook, '', 'thumbnail').length === 0 ? [] : [{ kind: 'thumbnail' }]

/** A DEVMODE begins with the name of its device: 32 signs of UTF-16, the rest zeros (MS-RPRN 2.2.2.1). */
const DEVICE_NAME_BYTES = 64

function printerOf(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-16le').decode(bytes.slice(0, DEVICE_NAME_BYTES))
  const name = text.slice(0, Math.max(0, text.indexOf('\0'))).trim()
  // Other systems keep other things here: a property list of a Mac is no name.
  return /^[^\p{Cc}\p{Cn}\p{Co}]{2,}$/u.test(name) ? name : ''
}

function printers(workbook: WorkbookPackage): readonly Finding[] {
  const names = workbook.sheets
    .flatMap(({ part }) => relatedParts(workbook, part, 'printerSettings'))
    .map((part) => printerOf(workbook.partBytes(part)))
  return unique(names).length === 0 ? [] : [{ kind: 'printers', names: unique(names) }]
}

function filePath(workbook: WorkbookPackage): readonly Finding[] {
  const [written] = attributesIn(workbook, workbook.workbookPart, 'absPath', 'url')
  const [base] = propertyParts(workbook).flatMap((part) =>
    textsOf(workbook.partText(part), ['HyperlinkBase']),
  )
  const path = [written, base].find((each) => each !== undefined && each !== '')
  return path === undefined ? [] : [{ kind: 'file-path', path }]
}

/** What the parts around the sheets give away. @throws Refusal `workbook-truncated` for a part that is no XML */
export function inspectPackage(workbook: WorkbookPackage): readonly Finding[] {
  const looks = [
    externalData,
    linkPaths,
    connections,
    pivotRecords,
    filePath,
    authors,
    properties,
    people,
    revisions,
    printers,
    customXml,
    thumbnail,
    hiddenNames,
  ]
  return looks.flatMap((look) => look(workbook))
}
