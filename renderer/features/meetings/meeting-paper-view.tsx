import { useEffect, useState } from 'react'
import { callOperation } from '#renderer/api/call.ts'
import { toTsudoiError } from '#renderer/api/call-failed.ts'
import { host } from '#renderer/api/host.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PaperPreview } from '#renderer/ui/paper-preview.tsx'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import { meetingPaperNames, type MeetingPaper } from '#shared/contract/report-operations.ts'
import type { MeetingId } from '#shared/domain/ids.ts'

type Made = { readonly file: OfferedFile; readonly bytes: Uint8Array }

/** The PDF of a paper as the data stand now, made when it is first shown. */
function useMadePaper(meetingId: MeetingId, paper: MeetingPaper) {
  const [made, setMade] = useState<Made | null>(null)
  const [error, setError] = useState<TsudoiError | null>(null)
  useEffect(() => {
    let wanted = true
    const make = async (): Promise<Made> => {
      const file = await callOperation('reports.make', { paper, meetingId, format: 'pdf' })
      return { file, bytes: await host.readFile(file.token) }
    }
    make().then(
      (paperMade) => {
        if (wanted) setMade(paperMade)
      },
      (thrown: unknown) => {
        if (wanted) setError(toTsudoiError(thrown))
      },
    )
    return () => {
      wanted = false
    }
  }, [meetingId, paper])
  return { made, error }
}

export interface MeetingPaperViewProps {
  readonly meetingId: MeetingId
  readonly paper: MeetingPaper
  readonly onClose?: () => void
}

/** One paper of a meeting as it will be printed, with its three ways out. */
export function MeetingPaperView(props: MeetingPaperViewProps) {
  return <PaperOf key={props.paper} {...props} />
}

function PaperOf({ meetingId, paper, onClose }: MeetingPaperViewProps) {
  const { made, error } = useMadePaper(meetingId, paper)
  const files = useFiles()
  const make = useWrite('reports.make')
  const saveAs = async (format: 'xlsx' | 'docx'): Promise<void> => {
    const file = await make.run({ paper, meetingId, format })
    if (file !== null) await files.save(file.token)
  }
  const problem = error ?? files.error ?? make.error
  return (
    <PaperPreview
      title={meetingPaperNames[paper]}
      pdf={made?.bytes ?? null}
      busy={files.busy}
      {...(problem === null ? {} : { problem: <ErrorNotice error={problem} /> })}
      onPrint={() => {
        if (made !== null) void files.print(made.file.token)
      }}
      onSavePdf={() => {
        if (made !== null) void files.save(made.file.token)
      }}
      onSaveExcel={() => void saveAs('xlsx')}
      onSaveWord={() => void saveAs('docx')}
      {...(onClose === undefined ? {} : { onClose })}
    />
  )
}
