import { PageParts } from '#renderer/ui/page-parts.tsx'

const parts = [
  { to: '/coordinators', name: '活動記録' },
  { to: '/coordinators/figures', name: '活動報告' },
  { to: '/coordinators/selections', name: '選出' },
  { to: '/coordinators/year', name: '年度のまとめ' },
  { to: '/coordinators/people', name: '人と区分' },
] as const

/** The pages of コーディネーター, behind the title of each. */
export function CoordinatorParts() {
  return <PageParts label="コーディネーターのページ" parts={parts} />
}
