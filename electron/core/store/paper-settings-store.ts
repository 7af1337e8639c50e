import { type PaperSettings, usualPaperSettings } from '#shared/contract/paper-operations.ts'
import type { ReadDb, WriteDb } from './database.ts'

interface StoredSettings {
  readonly sealBoxes: string
  readonly replySlip: PaperSettings['replySlip']
}

/** What the office has chosen for its papers; the usual where it has not. */
export function getPaperSettings(db: ReadDb): PaperSettings {
  const stored = db.get<StoredSettings>(
    "SELECT seal_boxes AS sealBoxes, reply_slip AS replySlip FROM paper_settings WHERE id = 'own'",
  )
  if (stored === undefined) return usualPaperSettings
  const boxes = stored.sealBoxes.split('\n').filter((box) => box !== '')
  return { sealBoxes: boxes, replySlip: stored.replySlip }
}

export function savePaperSettings(db: WriteDb, { sealBoxes, replySlip }: PaperSettings): void {
  db.run(
    `INSERT INTO paper_settings (id, seal_boxes, reply_slip) VALUES ('own', ?, ?)
     ON CONFLICT (id) DO UPDATE SET seal_boxes = excluded.seal_boxes, reply_slip = excluded.reply_slip`,
    [sealBoxes.join('\n'), replySlip],
  )
}
