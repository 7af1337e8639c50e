import { useParams } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { letterFacts, letterKinds } from '#shared/contract/letter-operations.ts'
import { meetingIdFrom } from '../place-of-meeting.ts'
import { LetterDesk } from './letter-desk.tsx'

/** A letter: what changes from time to time at the left, the wording below it, the paper beside. */
export function LetterPage() {
  const params = useParams({ strict: false })
  const { council, councils } = usePlace()
  const templates = useRead('letters.list', {})
  const kind = letterKinds.find((each) => each === params.kind)
  const councilOfLetter = council ?? councils[0]
  if (kind === undefined || councilOfLetter === undefined) {
    return <Empty next="帳票の棚から選び直してください。">この文書はありません。</Empty>
  }
  return (
    <>
      <PageHead
        title={letterFacts[kind].name}
        line={`${councilOfLetter.name}　${letterFacts[kind].use}`}
        actions={<ButtonLink to="/reports">棚にもどる</ButtonLink>}
      />
      <Loaded read={templates}>
        {(list) => {
          const template = list.find((each) => each.kind === kind)
          return template === undefined ? null : (
            <LetterDesk
              key={`${kind} ${template.subject} ${template.body}`}
              template={template}
              councilId={councilOfLetter.id}
              meetingId={meetingIdFrom(params.meetingId)}
            />
          )
        }}
      </Loaded>
    </>
  )
}
