import { Link, useLocation } from '@tanstack/react-router'
import type { SystemStatus } from '#shared/contract/system-operations.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import { fiscalYearName, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import { mayAct } from '#shared/domain/seat.ts'
import { useMinute, useSavedAt } from '#renderer/api/saved-time.ts'
import { SearchBox } from '#renderer/features/search/search-box.tsx'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useSharing } from '#renderer/api/use-sharing.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { Glyph } from '#renderer/ui/glyph.tsx'
import { Mark } from '#renderer/ui/mark.tsx'
import { PickMenu } from '#renderer/ui/pick-menu.tsx'
import { penWords, savedWords } from './state-words.ts'
import styles from './state-lines.module.css'

const all = 'all'

/** Which council, which 年度, who has the pen, when it was saved: always in these places, in words. */
export function TopLine({ status }: { readonly status: SystemStatus }) {
  return (
    <header className={styles.top}>
      <CouncilPick />
      <FiscalYearPick />
      <SearchBox />
      <span className={styles.states}>
        <Pen seat={status.seat} />
        <Saved lastSavedAt={status.lastSavedAt} />
      </span>
    </header>
  )
}

function CouncilPick() {
  const { councils, council, setCouncil } = usePlace()
  const [only] = councils
  if (councils.length === 1 && only !== undefined)
    return <strong className={styles.words}>{only.name}</strong>
  return (
    <PickMenu
      label="協議体"
      value={council?.id ?? all}
      onChange={(value) => setCouncil(councils.find((each) => each.id === value)?.id ?? null)}
      choices={[
        ...councils.map((each) => ({
          value: each.id,
          label: each.name,
          note: `${councilLayerNames[each.layer]} ${each.areaName}`,
        })),
        { value: all, label: 'すべての協議体' },
      ]}
    />
  )
}

const pathsByYear: ReadonlySet<string> = new Set([
  '/meetings',
  '/reports',
  '/roster',
  '/reports/payments',
  '/reports/budget',
  '/reports/plan',
])

/** A choice on the pages that go by 年度, and plain words on those that show today. */
function FiscalYearPick() {
  const { fiscalYear, setFiscalYear, today } = usePlace()
  const path = useLocation({ select: (location) => location.pathname })
  const thisYear = fiscalYearOf(today)
  const chooses = pathsByYear.has(path)
  if (!chooses) return <strong className={styles.words}>{fiscalYearName(thisYear)}</strong>
  return (
    <PickMenu
      label="年度"
      value={String(fiscalYear)}
      onChange={(value) => setFiscalYear(Number(value))}
      choices={[1, 0, -1, -2, -3, -4].map((by) => ({
        value: String(thisYear + by),
        label: fiscalYearName(thisYear + by),
        ...(by === 0 ? { note: '今年度' } : {}),
      }))}
    />
  )
}

/** Whose hand is on the pen. Where a folder is shared, a way to the page that says more and lets it change. */
function Pen({ seat }: { readonly seat: SystemStatus['seat'] }) {
  const secretariat = useRead('secretariat.get', {})
  const sharing = useSharing()
  if (sharing?.share == null) {
    return (
      <span className={styles.state}>
        <Glyph kind="pencil" />
        <b>{mayAct(seat.role, 'edit') ? '編集中' : '閲覧のみ'}</b>
        {seat.name ?? secretariat.data?.staffName}
      </span>
    )
  }
  return (
    <Link to="/settings/sharing" className={styles.pen}>
      {sharing.mayEdit ? <Glyph kind="pencil" /> : <Mark kind="waiting" />}
      <b>{sharing.mayEdit ? '編集中' : '閲覧のみ'}</b>
      {penWords(sharing)}
      {sharing.askedBy === null ? null : (
        <span className={styles.practice}>{sharing.askedBy.name}さんが編集したいそうです</span>
      )}
      {sharing.keptWork === 0 ? null : <span className={styles.practice}>取り残された変更があります</span>}
    </Link>
  )
}

function Saved({ lastSavedAt }: { readonly lastSavedAt: string | null }) {
  const here = useSavedAt()
  const now = useMinute()
  const before = lastSavedAt === null ? null : new Date(lastSavedAt).getTime()
  const at = here ?? before
  if (at === null || Number.isNaN(at)) return null
  return (
    <span className={styles.state}>
      <Mark kind="done" className={styles.ok} />
      {savedWords(at, Math.max(now, at))}
    </span>
  )
}
