import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { MeetingHead } from '../meeting-head.tsx'

export function DayStep({ meeting }: { readonly meeting: MeetingDetail }) {
  return <MeetingHead meeting={meeting} step="day" line="" />
}
