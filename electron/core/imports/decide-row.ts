import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  Finding,
  PlannedChange,
  PlannedMatch,
  PlannedPerson,
  PlannedRow,
  RowState,
} from '#shared/domain/import-plan.ts'
import { comparePerson } from './compare-person.ts'
import type { RowMatch } from './match-people.ts'
import type { ReadPerson } from './read-person.ts'

/** A row with everybody it may be. */
export interface RowQuestion {
  readonly person: ReadPerson
  readonly sheetName: string
  /** The recorded person that it certainly is. */
  readonly certain: RowMatch | null
  readonly possible: readonly RowMatch[]
  /** The earlier row of the sheet that it is likest to, and a later one that is like it. */
  readonly earlier: SheetNamesake | null
  readonly later: SheetNamesake | null
}

export interface SheetNamesake {
  readonly match: PlannedMatch
  readonly certain: boolean
}

const asMatch = ({ person, likeness }: RowMatch): PlannedMatch => ({
  personId: person.personId,
  row: null,
  name: person.name,
  organizationName: person.organizationName,
  why: likeness.why,
})

function who(match: PlannedMatch): string {
  return match.organizationName === ''
    ? `${match.name}さん`
    : `${match.name}さん（${match.organizationName}）`
}

/** What is asked or told because of others of like name. */
function findingsOfMatches(question: RowQuestion): readonly Finding[] {
  const { person, sheetName, certain, possible, earlier, later } = question
  const cell = person.where.name ?? null
  const place = `シート「${sheetName}」の${cell ?? `${person.row}行目`}（氏名）：`
  const say = (severity: Finding['severity'], message: string): Finding => ({
    severity,
    cell,
    column: null,
    text: person.fields.name,
    message: `${place}${message}`,
  })
  const findings: Finding[] = []
  if (certain === null && earlier?.certain === true) {
    const { row, why } = earlier.match
    findings.push(
      say('ask', `${row ?? ''}行目の${who(earlier.match)}と同じ方ではありませんか（${why.join('、')}）。`),
    )
  } else if (certain === null && possible.length > 0) {
    const names = possible.slice(0, 3).map((each) => who(asMatch(each)))
    findings.push(
      say(
        'ask',
        `登録されている${names.join('、')}と同じ方か、別の方かを選んでください（${possible[0]?.likeness.why.join('、') ?? ''}）。`,
      ),
    )
  }
  for (const namesake of [earlier, later]) {
    if (namesake === null || namesake.certain) continue
    const { row } = namesake.match
    findings.push(
      say(
        'note',
        `${row ?? ''}行目の${who(namesake.match)}と氏名が似ていますが、団体も連絡先も違うので、別の方とします。`,
      ),
    )
  }
  return findings
}

/** A list whose terms begin before the recorded ones, or end before they begin, is last year's, whatever its title says. */
function findingOfOldTerm(question: RowQuestion): readonly Finding[] {
  const recorded = question.certain?.person.membership?.termFrom ?? null
  const { termFrom, termTo } = question.person.fields
  const isOld = (day: CalendarDate | null): boolean => recorded !== null && day !== null && day < recorded
  if (!isOld(termFrom) && !isOld(termTo)) return []
  const cell = question.person.where.term ?? question.person.where.termTo ?? null
  const message = `シート「${question.sheetName}」の${cell ?? `${question.person.row}行目`}（任期）：登録されている任期より前の任期です。古い名簿ではありませんか。`
  return [{ severity: 'ask', cell, column: null, text: '', message }]
}

interface Decision {
  readonly state: RowState
  readonly reason: string
}

function decide(
  question: RowQuestion,
  changes: readonly PlannedChange[],
  findings: readonly Finding[],
): Decision {
  const wrong = findings.find((finding) => finding.severity === 'error')
  if (wrong !== undefined) return { state: 'wrong', reason: wrong.message }
  const { certain } = question
  if (certain !== null && changes.length === 0) {
    return { state: 'same', reason: `登録されている${who(asMatch(certain))}と同じです。何も変わりません。` }
  }
  const asked = findings.find((finding) => finding.severity === 'ask')
  if (asked !== undefined) return { state: 'doubtful', reason: asked.message }
  if (certain !== null) {
    const labels = changes.map((change) => change.label).join('、')
    return { state: 'changed', reason: `登録されている${who(asMatch(certain))}の${labels}が変わります。` }
  }
  return { state: 'new', reason: '登録されていない方なので、新しく追加します。' }
}

/** A sheet that says nothing of the role leaves the recorded one: our default 委員 must not unseat a 会長. */
function withKnownRole({ person, certain }: RowQuestion): PlannedPerson {
  const role = certain?.person.membership?.role
  return person.roleStated || role === undefined ? person.fields : { ...person.fields, role }
}

/** Decides what an import would do with a row, and says why. */
export function decideRow(question: RowQuestion): PlannedRow {
  const { person, certain, possible, earlier } = question
  const changes = certain === null ? [] : comparePerson(person.fields, certain.person, person.roleStated)
  // Who it is comes first: the reason shown with a row is its first question.
  const findings = [...findingsOfMatches(question), ...findingOfOldTerm(question), ...person.findings]
  const matches = certain !== null ? [asMatch(certain)] : possible.map(asMatch)
  if (certain === null && earlier?.certain === true) matches.push(earlier.match)
  return {
    row: person.row,
    ...decide(question, changes, findings),
    fields: withKnownRole(question),
    where: person.where,
    findings,
    matches,
    changes,
    struckThrough: person.struckThrough,
    highlighted: person.highlighted,
  }
}
