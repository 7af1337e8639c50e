import { PageHead } from '#renderer/ui/page-head.tsx'

export function SettingsPage() {
  return <PageHead title="設定" />
}
