import { PageHead } from '#renderer/ui/page-head.tsx'

export function RosterPage() {
  return <PageHead title="名簿" />
}
