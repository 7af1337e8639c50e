import { PageParts } from '#renderer/ui/page-parts.tsx'

const parts = [
  { to: '/advocacy', name: '提案・要望' },
  { to: '/advocacy/briefings', name: '説明会' },
] as const

/** The pages of 働きかけ, behind the title of each. */
export function AdvocacyParts() {
  return <PageParts label="働きかけのページ" parts={parts} />
}
