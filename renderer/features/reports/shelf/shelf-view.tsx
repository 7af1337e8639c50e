import { useFiles } from '#renderer/api/use-files.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { CouncilSummary } from '#shared/contract/council-operations.ts'
import { letterFacts, letterKinds } from '#shared/contract/letter-operations.ts'
import type { MeetingSummary } from '#shared/contract/meeting-operations.ts'
import {
  paperFacts,
  type Shelf,
  shelfLinks,
  type ShelfPaper,
  shelfNames,
  shelves,
} from '#shared/contract/paper-catalogue.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { PaperRow, type ShelfEntry } from './paper-row.tsx'
import styles from './shelf.module.css'

export interface ShelfViewProps {
  readonly council: CouncilSummary
  readonly fiscalYear: number
  readonly meetings: readonly MeetingSummary[]
  readonly meetingId: MeetingId | null
  readonly onChooseMeeting: (meetingId: MeetingId) => void
}

/** 出力の棚: papers and letters by what they are for. A row leads to the paper; a set is made here. */
export function ShelfView({ council, fiscalYear, meetings, meetingId, onChooseMeeting }: ShelfViewProps) {
  const shelf = useRead('papers.shelf', { councilId: council.id, meetingId, fiscalYear }, { keepLast: true })
  const makeSet = useWrite('papers.makeSet')
  const files = useFiles()
  const tell = useTell()
  const takeSet = async (which: 'before-meeting' | 'after-meeting', as: 'folder' | 'pdf'): Promise<void> => {
    if (meetingId === null) return
    const file = await makeSet.run({ councilId: council.id, fiscalYear, meetingId, shelf: which, as })
    if (file !== null && (await files.save(file.token)) === 'saved') {
      const what = as === 'pdf' ? 'ひとつのPDF' : 'ひとつのフォルダー'
      tell({ text: `「${shelfNames[which]}」の紙を、${what}にまとめました。` })
    }
  }
  return (
    <>
      <div className={styles.about}>
        <Select
          label="どの会議の紙か"
          width="long"
          value={meetingId}
          placeholder="この年度の会議がまだありません"
          disabled={meetings.length === 0}
          onChange={onChooseMeeting}
          choices={meetings.map((meeting) => ({
            value: meeting.id,
            label: `第${String(meeting.number)}回　${formatWareki(meeting.heldOn, 'long-with-weekday')}`,
          }))}
        />
      </div>
      <ErrorNotice
        error={makeSet.error ?? files.error}
        onClose={() => {
          makeSet.forget()
          files.forget()
        }}
      />
      <Loaded read={shelf}>
        {(papers) => (
          <div className={styles.shelves}>
            {shelves.map((each) => (
              <Block
                key={each}
                title={shelfNames[each]}
                more={
                  (each === 'before-meeting' || each === 'after-meeting') && meetingId !== null ? (
                    <span className={styles.ways}>
                      <Button
                        small
                        busy={makeSet.busy}
                        label={`${shelfNames[each]}の紙をまとめて作る`}
                        onPress={() => void takeSet(each, 'folder')}
                      >
                        {makeSet.busy ? '作っています…' : 'まとめて作る'}
                      </Button>
                      <Button
                        small
                        busy={makeSet.busy}
                        label={`${shelfNames[each]}の紙をひとつのPDFにする`}
                        onPress={() => void takeSet(each, 'pdf')}
                      >
                        ひとつのPDF
                      </Button>
                    </span>
                  ) : undefined
                }
              >
                <ul className={styles.rows}>
                  {entriesOf(each, papers, meetingId).map((entry) => (
                    <PaperRow key={entry.name} entry={entry} meetingId={meetingId} />
                  ))}
                </ul>
              </Block>
            ))}
          </div>
        )}
      </Loaded>
    </>
  )
}

/** Letters stand before the papers of their shelf: a notice goes out first. */
function entriesOf(
  shelf: Shelf,
  papers: readonly ShelfPaper[],
  meetingId: MeetingId | null,
): readonly ShelfEntry[] {
  const roll = papers.find((each) => each.paper === 'sign-in-sheet')?.blocked ?? null
  const members = papers.find((each) => each.paper === 'roster-public')?.blocked ?? null
  const letters = letterKinds
    .filter((kind) => letterFacts[kind].shelf === shelf)
    .map((kind): ShelfEntry => {
      const { name, use, of } = letterFacts[kind]
      const blocked = of === 'meeting' ? (meetingId === null ? 'no-meeting' : roll) : members
      return { what: 'letter', kind, name, use, blocked, wanting: [] }
    })
  const ours = papers
    .filter(({ paper }) => paperFacts[paper].shelf === shelf)
    .map(({ paper, blocked, wanting }): ShelfEntry => {
      const { name, use } = paperFacts[paper]
      return { what: 'paper', paper, name, use, blocked, wanting }
    })
  const elsewhere = shelfLinks
    .filter((each) => each.shelf === shelf)
    .map(({ name, use, to }): ShelfEntry => ({ what: 'link', to, name, use, blocked: null, wanting: [] }))
  return [...letters, ...ours, ...elsewhere]
}
