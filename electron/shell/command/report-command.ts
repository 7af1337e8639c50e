import { extname } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import type { LocalPaper } from '#shared/contract/local-paper-operations.ts'
import { meetingPapers, type PaperFormat, paperFormats } from '#shared/contract/report-operations.ts'
import { fiscalYearOf, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { isId, type MeetingId } from '#shared/domain/ids.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { type CommandArguments, readArguments, refuseArguments } from './arguments.ts'
import { ask, withCore } from './ask-core.ts'

/** Papers of a 年度 as a whole. */
const yearPapers = ['year-results', 'survey'] as const

/** `--month YYYY-MM`, `--year YYYY` of the 年度, with `--quarter 1` to 4. */
function spanOf(
  args: CommandArguments,
): Omit<Extract<LocalPaper, { name: 'activity-report' }>, 'name' | 'coordinatorId'> {
  const month = args.optional('month')
  if (month !== null) {
    const [year, number] = month.split('-').map(Number)
    const first = makeCalendarDate(year ?? 0, number ?? 0, 1)
    if (!/^\d{4}-\d{2}$/.test(month) || first === null) throw refuseArguments('--month')
    return { fiscalYear: fiscalYearOf(first), period: 'month', number: number ?? 1 }
  }
  const fiscalYear = yearOf(args)
  const quarter = args.optional('quarter')
  if (quarter === null) return { fiscalYear, period: 'year', number: 1 }
  if (!/^[1-4]$/.test(quarter)) throw refuseArguments('--quarter')
  return { fiscalYear, period: 'quarter', number: Number(quarter) }
}

function yearOf(args: CommandArguments): number {
  const year = args.required('year')
  if (!/^\d{4}$/.test(year)) throw refuseArguments('--year')
  return Number(year)
}

/** A paper of a month or of a year by its name; undefined where the name is none of theirs. */
function localPaperOf(name: string, args: CommandArguments): LocalPaper | undefined {
  if (name === 'activity-report') return { name, ...spanOf(args), coordinatorId: null }
  const ofYear = yearPapers.find((each) => each === name)
  return ofYear === undefined ? undefined : { name: ofYear, fiscalYear: yearOf(args) }
}

function formatOf(out: string): PaperFormat {
  const format = paperFormats.find((each) => `.${each}` === extname(out).toLowerCase())
  if (format === undefined) throw refuseArguments('--out')
  return format
}

/** A meeting's paper, or one of a month or a year, as a file; its kind is taken from the file's ending. */
export async function reportCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, {
    texts: ['data', 'meeting', 'month', 'quarter', 'year', 'out'],
    words: 1,
  })
  const name = args.words[0] ?? ''
  const paper = meetingPapers.find((each) => each === name)
  const local = paper === undefined ? localPaperOf(name, args) : undefined
  if (paper === undefined && local === undefined) {
    throw new Refusal('unknown-operation', { operation: `report ${name}` })
  }
  const out = args.required('out')
  const format = formatOf(out)
  const meeting = paper === undefined ? '' : args.required('meeting')
  if (paper !== undefined && !isId(meeting)) throw refuseArguments('--meeting')
  return withCore(args.required('data'), async (core) => {
    const file =
      local !== undefined
        ? await ask(core, 'localPapers.make', { paper: local, format })
        : await ask(core, 'reports.make', {
            paper: paper ?? 'agenda',
            // Its form was checked; whether there is such a meeting, the core says.
            meetingId: meeting as MeetingId,
            format,
          })
    await writeFileWhole(out, core.files.take(file.token).bytes)
    return { file: out, bytes: file.size }
  })
}
