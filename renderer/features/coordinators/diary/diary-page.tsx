import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useShowSought, useSought } from '#renderer/api/use-sought.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Activity } from '#shared/contract/activity-operations.ts'
import type { Coordinator } from '#shared/contract/coordinator-operations.ts'
import {
  addDays,
  type CalendarDate,
  dateParts,
  daysInMonth,
  eraParts,
  makeCalendarDate,
} from '#shared/domain/calendar-date.ts'
import { inOffice } from '#shared/domain/coordinator.ts'
import type { ActivityId, CoordinatorId } from '#shared/domain/ids.ts'
import { CoordinatorParts } from '../coordinator-parts.tsx'
import styles from '../coordinators.module.css'
import { blankEntry, type EntryDraft, fieldsOfActivity, likeEntry, patternWords } from './entry-fields.ts'
import { EntryForm } from './entry-form.tsx'
import { EntryTable } from './entry-table.tsx'
import { FollowUpList } from './follow-up-list.tsx'

/** The first and the last day of the month of a day. */
function monthOf(day: CalendarDate): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const { year, month } = dateParts(day)
  return {
    from: makeCalendarDate(year, month, 1) ?? day,
    to: makeCalendarDate(year, month, daysInMonth(year, month)) ?? day,
  }
}

/** 活動記録: what a コーディネーター did, written in half a minute, with the entries of the month below. */
export function DiaryPage() {
  const coordinators = useRead('coordinators.list', {})
  const at = useSought()
  const found = useRead('activities.get', { activityId: (at ?? '') as ActivityId }, { when: at !== null })
  if (at !== null && found.waiting) return null
  return (
    <Loaded read={coordinators}>
      {(list) => (
        <Diary
          key={found.data?.id ?? ''}
          coordinators={list}
          at={at}
          soughtDay={found.data?.actedOn ?? null}
        />
      )}
    </Loaded>
  )
}

interface DiaryProps {
  readonly coordinators: readonly Coordinator[]
  readonly at: string | null
  readonly soughtDay: CalendarDate | null
}

function Diary({ coordinators, at, soughtDay }: DiaryProps) {
  const { today } = usePlace()
  const [day, setDay] = useState(soughtDay ?? today)
  const [who, setWho] = useState<CoordinatorId | null>(null)
  const [editing, setEditing] = useState<Activity | null>(null)
  const month = monthOf(day)
  const entries = useRead('activities.list', { ...month, coordinatorId: who }, { keepLast: true })
  useShowSought(entries.data !== undefined)
  const remove = useWrite('activities.remove')
  const restore = useWrite('activities.restore')
  const tell = useTell()
  const takeAway = async ({ id: activityId }: Activity): Promise<void> => {
    if (await remove.did({ activityId }))
      tell({ text: '活動記録を1件消しました。', undo: () => restore.run({ activityId }) })
  }
  const writers = coordinators.filter((each) => inOffice(each, today))
  const { era, year, month: number } = eraParts(day)
  return (
    <>
      <PageHead
        title="活動記録"
        beside={<CoordinatorParts />}
        line="したことを、その日のうちに一行で。書いたものが、そのまま月報の数になります。"
        actions={
          <ButtonLink look="main" to="/coordinators/figures">
            活動報告書を作る
          </ButtonLink>
        }
      />
      {writers.length === 0 ? (
        <Empty next={<ButtonLink to="/coordinators/people">コーディネーターを登録する</ButtonLink>}>
          まだコーディネーターが登録されていません。
        </Empty>
      ) : (
        <div className={styles.page}>
          <div className={styles.beside}>
            <Writing
              key={editing?.id ?? 'new'}
              editing={editing}
              writers={writers}
              entries={entries.data ?? []}
              who={who}
              onDone={() => setEditing(null)}
            />
            <FollowUpList />
          </div>
          <Block
            title={`${era}${year === 1 ? '元' : String(year)}年${String(number)}月`}
            note={`${String(entries.data?.length ?? 0)}件`}
            more={
              <span className={styles.filters}>
                <Button small onPress={() => setDay(addDays(month.from, -1))}>
                  前の月
                </Button>
                <Button small onPress={() => setDay(addDays(month.to, 1))}>
                  次の月
                </Button>
                <Select<CoordinatorId | '-'>
                  label="だれの記録か"
                  labelUnseen
                  value={who ?? '-'}
                  onChange={(value) => setWho(value === '-' ? null : value)}
                  choices={[
                    { value: '-', label: '全員' },
                    ...coordinators.map((each) => ({ value: each.id, label: each.name })),
                  ]}
                />
              </span>
            }
          >
            <ErrorNotice error={entries.error ?? remove.error} />
            {entries.data?.length === 0 ? (
              <p className="sub">この月の記録はまだありません。</p>
            ) : (
              <EntryTable
                entries={entries.data ?? []}
                at={at}
                onEdit={setEditing}
                onRemove={(entry) => void takeAway(entry)}
              />
            )}
          </Block>
        </div>
      )}
    </>
  )
}

interface WritingProps {
  readonly editing: Activity | null
  readonly writers: readonly Coordinator[]
  readonly entries: readonly Activity[]
  readonly who: CoordinatorId | null
  readonly onDone: () => void
}

/** The entry being written, new or old; above a new one the last ones, to begin from. */
function Writing({ editing, writers, entries, who, onDone }: WritingProps) {
  const { today } = usePlace()
  const [round, setRound] = useState(0)
  const [own, setOwn] = useState<CoordinatorId | null>(who ?? writers[0]?.id ?? null)
  const [pattern, setPattern] = useState<Activity | null>(null)
  const patterns = useRead('activities.patterns', { coordinatorId: own })
  const writer = writers.find((each) => each.id === own)
  const blank = blankEntry(today, own, writer?.areaName ?? '')
  const first: EntryDraft =
    editing !== null ? fieldsOfActivity(editing) : pattern === null ? blank : likeEntry(blank, pattern)
  return (
    <section className={styles.quick} aria-label={editing === null ? '活動を書く' : '活動を直す'}>
      <div className={styles.quickHead}>
        <h2>{editing === null ? 'きょうの活動を書く' : '活動を直す'}</h2>
        {editing !== null || writers.length < 2 ? (
          <span className="sub">{editing === null ? writer?.name : ''}</span>
        ) : (
          <Select
            label="書く人"
            labelUnseen
            value={own}
            onChange={(id) => {
              setOwn(id)
              setPattern(null)
              setRound((before) => before + 1)
            }}
            choices={writers.map((each) => ({ value: each.id, label: each.name }))}
          />
        )}
      </div>
      {editing !== null || (patterns.data ?? []).length === 0 ? null : (
        <div className={styles.patterns} role="group" aria-label="前と同じように書く">
          <span className="sub">前と同じように：</span>
          {(patterns.data ?? []).slice(0, 4).map((each) => (
            <Button
              key={each.id}
              small
              onPress={() => {
                setPattern(each)
                setRound((before) => before + 1)
              }}
            >
              {patternWords(each)}
            </Button>
          ))}
        </div>
      )}
      <EntryForm
        key={round}
        activity={editing}
        first={first}
        coordinators={writers}
        others={entries}
        focusWords={pattern !== null || editing !== null}
        onDone={() => {
          setPattern(null)
          setRound((before) => before + 1)
          onDone()
        }}
        onStop={editing === null ? null : onDone}
      />
    </section>
  )
}
