import type { localPaperOperations } from '#shared/contract/local-paper-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { readLocalPaper } from '../records/read-local-paper.ts'
import { safeFileName } from '../reports/file-name.ts'
import { writeDocument } from '../reports/write-document.ts'

export const localPaperHandlers: Handlers<OperationsOf<typeof localPaperOperations>> = {
  'localPapers.make': async (context, { paper, format }) => {
    const document = context.read((reading) => readLocalPaper(reading, paper))
    const bytes = await writeDocument(context.printer, document, format)
    const name = safeFileName(`${formatWareki(context.today, 'short')}_${document.title}`)
    return context.files.put(`${name}.${format}`, bytes)
  },
}
