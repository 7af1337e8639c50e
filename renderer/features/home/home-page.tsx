import { PageHead } from '#renderer/ui/page-head.tsx'

export function HomePage() {
  return <PageHead title="ホーム" />
}
