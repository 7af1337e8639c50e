import { SaxesParser } from 'saxes'
import { Refusal } from '#shared/contract/errors.ts'

/** A small part as a tree. Names are without prefix; attributes by both. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** The text directly within. */
  readonly text: string
}

interface GrowingNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: GrowingNode[]
  text: string
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** @throws Refusal `workbook-truncated` when the XML is not well formed */
export function readTree(xml: string, part: string): XmlNode {
  const root: GrowingNode = { name: '', attributes: {}, children: [], text: '' }
  const open: GrowingNode[] = [root]
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new Refusal('workbook-truncated', { part })
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: GrowingNode = { name: localName(name), attributes, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node !== undefined) node.text += text
  })
  parser.write(xml).close()
  return root.children[0] ?? root
}

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name)

/** All nodes below that have the name, in order. */
export function descendants(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ])
}

export const numberAttribute = (node: XmlNode | undefined, name: string): number =>
  Number(node?.attributes[name] ?? 0)
