import type { SystemStatus } from '#shared/contract/system-operations.ts'

export function FirstStart({ status }: { readonly status: SystemStatus }) {
  return <p>{status.version}</p>
}
