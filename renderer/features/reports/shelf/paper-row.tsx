import { Link } from '@tanstack/react-router'
import { Chip } from '#renderer/ui/mark.tsx'
import type { LetterKind } from '#shared/contract/letter-operations.ts'
import type { Paper, PaperLack, ShelfPaper } from '#shared/contract/paper-catalogue.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { blockedWords, wantingWords } from './lack-words.ts'
import styles from './shelf.module.css'

interface EntryFacts {
  readonly name: string
  readonly use: string
  readonly blocked: PaperLack | null
  readonly wanting: ShelfPaper['wanting']
}

/** Something that can be taken from the shelf. */
export type ShelfEntry = EntryFacts &
  (
    | { readonly what: 'paper'; readonly paper: Paper }
    | { readonly what: 'letter'; readonly kind: LetterKind }
    | { readonly what: 'link'; readonly to: string }
  )

/** A paper that can be made leads to it; one that cannot says what it lacks, and is no link. */
export function PaperRow({
  entry,
  meetingId,
}: {
  readonly entry: ShelfEntry
  readonly meetingId: MeetingId | null
}) {
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        {entry.blocked === null ? <PaperLink entry={entry} meetingId={meetingId} /> : entry.name}
      </span>
      <span className="sub">{entry.use}</span>
      {entry.blocked === null ? null : <Chip mark="none">{blockedWords(entry.blocked)}</Chip>}
      {entry.blocked === null
        ? entry.wanting.map((each) => (
            <Chip key={each.lack} mark="soon">
              {wantingWords(each)}
            </Chip>
          ))
        : null}
    </li>
  )
}

function PaperLink({
  entry,
  meetingId,
}: {
  readonly entry: ShelfEntry
  readonly meetingId: MeetingId | null
}) {
  const place = meetingId ?? 'none'
  // Addresses of the catalogue are checked against the router's by test.
  if (entry.what === 'link') return <a href={`#${entry.to}`}>{entry.name}</a>
  return entry.what === 'paper' ? (
    <Link to="/reports/papers/$paper/$meetingId" params={{ paper: entry.paper, meetingId: place }}>
      {entry.name}
    </Link>
  ) : (
    <Link to="/reports/letters/$kind/$meetingId" params={{ kind: entry.kind, meetingId: place }}>
      {entry.name}
    </Link>
  )
}
