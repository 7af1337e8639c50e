import { Link } from '@tanstack/react-router'
import { classNames } from '#renderer/ui/class-names.ts'
import { Chip } from '#renderer/ui/mark.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { type FormSummary, type MeetingPaper, meetingPaperNames } from '#shared/contract/report-operations.ts'
import type { FormId } from '#shared/domain/ids.ts'
import { monthAndDay } from '../due-words.ts'
import styles from './report.module.css'

/** Something that goes out: a paper of ours, a form of the city's, or a form still to be taken in. */
export type Out =
  | { readonly what: 'paper'; readonly paper: MeetingPaper }
  | { readonly what: 'form'; readonly formId: FormId }
  | { readonly what: 'add-form' }

const paperFor: Readonly<Record<MeetingPaper, string>> = {
  agenda: '会議で配る',
  'sign-in-sheet': '当日の受付',
  'attendee-list': '報告に添える',
  'invitation-list': '通知の送り先',
  'item-attendance': '遅刻・早退・退席',
  minutes: '委員へ、市へ',
  'minutes-points': '要点と決定だけ',
  'minutes-public': '名前を役割に',
}
/** In the order in which they are wanted after a meeting. */
const papersInOrder: readonly MeetingPaper[] = [
  'minutes',
  'minutes-points',
  'minutes-public',
  'attendee-list',
  'item-attendance',
  'agenda',
  'sign-in-sheet',
]

function sameOut(first: Out, second: Out): boolean {
  if (first.what === 'paper' && second.what === 'paper') return first.paper === second.paper
  if (first.what === 'form' && second.what === 'form') return first.formId === second.formId
  return first.what === 'add-form' && second.what === 'add-form'
}

export interface OutListProps {
  readonly meeting: MeetingDetail
  readonly forms: readonly FormSummary[]
  readonly chosen: Out
  readonly onChoose: (out: Out) => void
}

interface Entry {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly out: Out
  readonly done: string | null
}

function entriesOf(meeting: MeetingDetail, forms: readonly FormSummary[]): readonly Entry[] {
  const formEntries = forms.map((form): Entry => {
    const submission = meeting.submissions.findLast((each) => each.formName === form.name)
    return {
      key: form.id,
      name: form.name,
      note: '市の様式',
      out: { what: 'form', formId: form.id },
      done: submission === undefined ? null : `提出 ${monthAndDay(submission.submittedOn)}`,
    }
  })
  const paperEntries = papersInOrder.map((paper): Entry => ({
    key: paper,
    name: meetingPaperNames[paper],
    note: paperFor[paper],
    out: { what: 'paper', paper },
    done: null,
  }))
  const add: Entry = {
    key: 'add-form',
    name: '市の様式を加える',
    note: 'Excelの様式',
    out: { what: 'add-form' },
    done: null,
  }
  return [...formEntries, ...paperEntries, add]
}

/** What must go out, and what of it is done. */
export function OutList({ meeting, forms, chosen, onChoose }: OutListProps) {
  return (
    <nav aria-label="出すもの" className={styles.list}>
      <ul>
        {entriesOf(meeting, forms).map((entry) => {
          const now = sameOut(entry.out, chosen)
          return (
            <li key={entry.key}>
              <button
                type="button"
                aria-current={now ? 'true' : undefined}
                className={classNames(styles.entry, now && styles.entryNow)}
                onClick={() => onChoose(entry.out)}
              >
                <span className={styles.entryName}>{entry.name}</span>
                {entry.done === null ? (
                  <span className="sub">{entry.note}</span>
                ) : (
                  <Chip mark="done">{entry.done}</Chip>
                )}
              </button>
            </li>
          )
        })}
        <li>
          <Link to="/reports/payments" className={styles.entry}>
            <span className={styles.entryName}>謝金・費用弁償</span>
            <span className="sub">支払調書・振込</span>
          </Link>
        </li>
      </ul>
    </nav>
  )
}
