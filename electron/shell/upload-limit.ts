import type { FilePurpose } from '#shared/contract/files.ts'

/** No roster or form comes near it, and more would only fill the memory. */
const longestUploadBytes = 60_000_000
/** A hand-over file holds ten years of an office, forms and all. */
const longestHandoverBytes = 1_000_000_000

export function longestUploadOf(purpose: FilePurpose | null): number {
  return purpose === 'handover' ? longestHandoverBytes : longestUploadBytes
}
