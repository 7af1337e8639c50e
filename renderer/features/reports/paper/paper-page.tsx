import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { callOperation } from '#renderer/api/call.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { useMadeFile } from '#renderer/api/use-made-file.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { PaperPreview } from '#renderer/ui/paper-preview.tsx'
import { type Paper, paperFacts, papers } from '#shared/contract/paper-catalogue.ts'
import { usualPaperOptions } from '#shared/contract/paper-operations.ts'
import type { PaperFormat } from '#shared/contract/report-operations.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import { meetingIdFrom } from '../place-of-meeting.ts'
import { SeatingEditor } from '../seating/seating-room.tsx'
import styles from './paper.module.css'
import { PaperOptionFields } from './paper-option-fields.tsx'

/** One paper as it will be printed, with what can be chosen about it and its ways out. */
export function PaperFromShelfPage() {
  const params = useParams({ strict: false })
  const { council, councils, fiscalYear } = usePlace()
  const paper = papers.find((each) => each === params.paper)
  const councilOfPaper = council ?? councils[0]
  if (paper === undefined || councilOfPaper === undefined) {
    return <Empty next="帳票の棚から選び直してください。">この紙はありません。</Empty>
  }
  return (
    <PaperFromShelf
      key={paper}
      paper={paper}
      councilId={councilOfPaper.id}
      councilName={councilOfPaper.name}
      meetingId={meetingIdFrom(params.meetingId)}
      fiscalYear={fiscalYear}
    />
  )
}

interface PaperFromShelfProps {
  readonly paper: Paper
  readonly councilId: CouncilId
  readonly councilName: string
  readonly meetingId: MeetingId | null
  readonly fiscalYear: number
}

function PaperFromShelf({ paper, councilId, councilName, meetingId, fiscalYear }: PaperFromShelfProps) {
  const [options, setOptions] = useState(usualPaperOptions)
  // Counts what was changed on this page but is no option: the paper is made anew.
  const [changes, setChanges] = useState(0)
  const facts = paperFacts[paper]
  const wanted = { paper, councilId, meetingId, fiscalYear, options }
  const { made, error } = useMadeFile(JSON.stringify([wanted, changes]), () =>
    callOperation('papers.make', { ...wanted, format: 'pdf' }),
  )
  const files = useFiles()
  const make = useWrite('papers.make')
  const saveAs = async (format: PaperFormat): Promise<void> => {
    const file = await make.run({ ...wanted, format })
    if (file !== null) await files.save(file.token)
  }
  const problem = error ?? files.error ?? make.error
  return (
    <>
      <PageHead
        title={facts.name}
        line={`${councilName}　${facts.use}`}
        actions={<ButtonLink to="/reports">棚にもどる</ButtonLink>}
      />
      <div className={styles.page}>
        {paper === 'seating' && meetingId !== null ? (
          <SeatingEditor meetingId={meetingId} onChange={() => setChanges((before) => before + 1)} />
        ) : null}
        <PaperOptionFields paper={paper} councilId={councilId} options={options} onChange={setOptions} />
        <PaperPreview
          title={facts.name}
          pdf={made?.bytes ?? null}
          busy={files.busy}
          {...(problem === null ? {} : { problem: <ErrorNotice error={problem} /> })}
          onPrint={() => {
            if (made !== null) void files.print(made.file.token)
          }}
          onSavePdf={() => {
            if (made !== null) void files.save(made.file.token)
          }}
          {...(facts.formats.includes('xlsx') ? { onSaveExcel: () => void saveAs('xlsx') } : {})}
          {...(facts.formats.includes('docx') ? { onSaveWord: () => void saveAs('docx') } : {})}
        />
      </div>
    </>
  )
}
