import { PageHead } from '#renderer/ui/page-head.tsx'

export function RosterImportPage() {
  return <PageHead title="名簿を取り込む" />
}
