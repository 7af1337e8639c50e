import { PageParts } from '#renderer/ui/page-parts.tsx'

const parts = [
  { to: '/area', name: '課題' },
  { to: '/area/resources', name: '資源' },
  { to: '/area/developments', name: '開発' },
  { to: '/area/gap', name: '過不足' },
  { to: '/area/kinds', name: '分類' },
] as const

/** The pages of 地域, behind the title of each. */
export function AreaParts() {
  return <PageParts label="地域のページ" parts={parts} />
}
