import { PageParts } from '#renderer/ui/page-parts.tsx'

const parts = [
  { to: '/reports/payments', name: '謝金の支払い' },
  { to: '/reports/payments/rules', name: 'きまりと受けとりかた' },
  { to: '/reports/budget', name: '予算・決算' },
  { to: '/reports/plan', name: '事業計画' },
] as const

/** The pages of the office's money and of its year's plan, behind the title of each. */
export function MoneyParts() {
  return <PageParts label="お金と計画のページ" parts={parts} />
}
