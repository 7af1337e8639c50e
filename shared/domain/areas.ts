import { foldForSearch } from './japanese-text.ts'

/** 東部 of a list and 東部圏域 of a council are one area: what says only that it is an area does not count. */
export function areaKey(name: string): string {
  const plain = name.normalize('NFKC').trim()
  const bare = plain.replace(/(?:日常生活圏域|圏域|地区|地域|エリア)$/, '')
  return foldForSearch(bare === '' ? plain : bare)
}

export interface TreeNode {
  readonly id: string
  readonly parentId: string | null
}

/** Whether hanging `id` below `parentId` would make a circle of the tree. */
export function wouldCircle(nodes: readonly TreeNode[], id: string, parentId: string | null): boolean {
  const parentOf = new Map(nodes.map((node) => [node.id, node.parentId]))
  let at = parentId
  for (let steps = 0; at !== null && steps <= nodes.length; steps += 1) {
    if (at === id) return true
    at = parentOf.get(at) ?? null
  }
  return at !== null
}

export interface Placed<Node> {
  readonly node: Node
  /** 0 for the topmost. */
  readonly depth: number
}

/** The tree from the top down, each below its parent, in the order given. Whose parent is unknown stands at the top. */
export function inTreeOrder<Node extends TreeNode>(nodes: readonly Node[]): readonly Placed<Node>[] {
  const known = new Set(nodes.map((node) => node.id))
  const below = (parentId: string | null, depth: number): readonly Placed<Node>[] =>
    nodes
      .filter(
        (node) => (node.parentId !== null && known.has(node.parentId) ? node.parentId : null) === parentId,
      )
      .flatMap((node) => [{ node, depth }, ...below(node.id, depth + 1)])
  return below(null, 0)
}
