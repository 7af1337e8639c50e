import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { meetingPictureFields } from '../reports/fields.ts'
import { getAttachmentFile, listAttachments } from '../store/attachment-store.ts'
import type { ReadDb } from '../store/database.ts'

/** What Excel can show in a drawing, and the form engine writes. */
const isPicture = (name: string): boolean => /\.(?:png|jpe?g)$/i.test(name)

/** The pictures of a meeting that a mapping asks for, by their paths. Only those are read: a photo is megabytes. */
export function readMeetingPictures(
  db: ReadDb,
  meetingId: MeetingId,
  mapping: FormMapping,
): Readonly<Record<string, Uint8Array>> {
  const asked = new Set(mapping.entries.flatMap((entry) => ('picture' in entry ? [entry.picture.field] : [])))
  if (asked.size === 0) return {}
  const pictures = listAttachments(db, meetingId).filter(({ name }) => isPicture(name))
  return Object.fromEntries(
    meetingPictureFields.flatMap(({ path }, at): readonly (readonly [string, Uint8Array])[] => {
      const picture = pictures[at]
      if (picture === undefined || !asked.has(path)) return []
      const file = getAttachmentFile(db, picture.id)
      return file === undefined ? [] : [[path, file.bytes]]
    }),
  )
}
