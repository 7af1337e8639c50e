import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from 'xlsx'
import { describe, expect, it } from 'vitest'
import { activityMethods } from '#shared/domain/activity.ts'
import { upTo } from '#shared/domain/activity-figures.ts'
import type { CoordinatorId, MeetingId } from '#shared/domain/ids.ts'
import { activity, coordinator } from '../coordinator-records.ts'
import { openTestCore } from '../core-harness.ts'
import { day, planned, setUpCouncil, time } from '../small-council.ts'

/**
 * A year of two coordinators, 500 entries (seeded once, kept as a table), among them meetings at which both were, some
 * written once and some twice, entries over midnight and without times. What they come to was counted apart from
 * this program; see tests/fixtures/diary/README.md.
 */
function table(name: string): readonly (readonly string[])[] {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures/diary', name), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}

type Expected = (what: string, name: string) => readonly number[]

const expected: Expected = (what, name) => {
  const found = table('diary-500-expected.csv').find((row) => row[0] === what && row[1] === name)
  if (found === undefined) throw new Error(`no ${what} ${name}`)
  return found.slice(2).map(Number)
}

async function enterYear() {
  const core = await openTestCore()
  const { ask } = core
  const { councilId, people } = await setUpCouncil(ask)
  const coordinators = new Map<string, CoordinatorId>()
  for (const [position, key] of ['a', 'b'].entries()) {
    const personId = people[position]
    if (personId === undefined) throw new Error('nobody')
    const { coordinatorId } = await ask('coordinators.add', { coordinator: coordinator(personId) })
    coordinators.set(key, coordinatorId)
  }
  const kinds = new Map((await ask('activityKinds.list', {})).map((kind) => [kind.name, kind.id]))
  const meetings = new Map<string, MeetingId>()
  const rows = table('diary-500.csv')
  for (const [number, row] of rows.entries()) {
    const [on = '', from = '', to = '', kind = '', method = '', areaName = '', who = '', meeting = ''] = row
    if (meeting !== '' && !meetings.has(meeting)) {
      const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day(on) }))
      meetings.set(meeting, meetingId)
    }
    const [first, ...others] = who.split('|').map((key) => coordinators.get(key))
    const kindId = kinds.get(kind)
    if (first === undefined || kindId === undefined) throw new Error(`row ${String(number)}`)
    await ask('activities.add', {
      activity: activity(first, kindId, {
        coordinatorIds: [first, ...others.filter((each) => each !== undefined)],
        actedOn: day(on),
        startsAt: from === '' ? null : time(from),
        endsAt: to === '' ? null : time(to),
        method: activityMethods.find((each) => each === method) ?? 'other',
        areaName,
        meetingId: meetings.get(meeting) ?? null,
        content: `活動${String(number + 1)}`,
      }),
    })
  }
  return { ...core, rows: rows.length }
}

describe('a year’s diary of 500 entries', () => {
  it('comes to the figures that were counted apart from the program, on the screen and in the 月報', async () => {
    const { ask, core, rows } = await enterYear()
    expect(rows).toBe(500)
    const figures = await ask('activities.figures', { fiscalYear: 2026, coordinatorId: null, areaName: null })
    for (const { key, months } of figures.byKind) expect(months, key.name).toEqual(expected('区分', key.name))
    for (const { key, months } of figures.byMethod) expect(months, key).toEqual(expected('方法', key))
    for (const { key, months } of figures.byArea) {
      expect(months, key).toEqual(expected('圏域', key === '' ? '全域' : key))
    }
    expect(figures.total).toEqual(expected('合計', ''))
    expect(figures.worked.map((month) => month.days)).toEqual(expected('日数', ''))
    expect(figures.worked.map((month) => month.halfDays)).toEqual(expected('半日', ''))
    expect(figures.worked.map((month) => month.minutes)).toEqual(expected('分', ''))

    // The 月報 of September as Excel has it, read back by another library.
    const file = await ask('localPapers.make', {
      paper: {
        name: 'activity-report',
        fiscalYear: 2026,
        period: 'month',
        number: 9,
        coordinatorId: null,
      },
      format: 'xlsx',
    })
    const book = read(core.files.take(file.token).bytes)
    const cells = book.SheetNames.flatMap((name) => {
      const sheet = book.Sheets[name]
      return sheet === undefined
        ? []
        : utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, defval: '' })
    })
    const numbersOf = (label: string): readonly number[] =>
      cells
        .find((row) => row.some((cell) => cell === label))
        ?.filter((cell): cell is number => typeof cell === 'number') ?? []
    for (const { key, months } of figures.byKind) {
      expect(numbersOf(key.name), key.name).toEqual([upTo(months, 4), months[5], upTo(months, 5)])
    }
    const total = expected('合計', '')
    expect(numbersOf('合計')).toEqual([upTo(total, 4), total[5], upTo(total, 5)])
    // The diary of the month stands behind it: every entry, also the two of one meeting.
    const ofSeptember = table('diary-500.csv').filter(([on]) => on?.startsWith('2026-09')).length
    expect(cells.filter((row) => row.some((cell) => /^活動\d+$/.test(String(cell))))).toHaveLength(
      ofSeptember,
    )
  }, 300_000)
})
