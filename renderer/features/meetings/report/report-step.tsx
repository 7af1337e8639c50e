import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { MeetingHead } from '../meeting-head.tsx'

export function ReportStep({ meeting }: { readonly meeting: MeetingDetail }) {
  return <MeetingHead meeting={meeting} step="report" line="" />
}
