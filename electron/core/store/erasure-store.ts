import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { noRetention, type RetentionRule } from '#shared/domain/retention.ts'
import { councilRoleNames, type CouncilRole } from '#shared/domain/roles.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { personKeys } from './person-keys.ts'

/** Stands where a name stood. */
export const erasedName = '（消去した方）'

export function getRetentionRule(db: ReadDb): RetentionRule {
  return db.get<RetentionRule>("SELECT years, papers FROM retention_rules WHERE id = 'own'") ?? noRetention
}

export function saveRetentionRule(db: WriteDb, { years, papers }: RetentionRule): void {
  const changed = db.run("UPDATE retention_rules SET years = ?, papers = ? WHERE id = 'own'", [years, papers])
  if (changed === 0)
    db.run("INSERT INTO retention_rules (id, years, papers) VALUES ('own', ?, ?)", [years, papers])
}

export interface PersonWhoLeft {
  readonly personId: PersonId
  readonly name: string
  readonly kana: string
  readonly lastDay: CalendarDate
  readonly removed: number
  readonly belongs: number
  readonly openTasks: number
  readonly posts: number
  readonly outreach: number
  readonly rolls: number
  readonly confirmed: number
}

/** Everybody without an open seat who once had one or was taken off the roster, whoever left first at the top. */
export function listPeopleWhoLeft(db: ReadDb): readonly PersonWhoLeft[] {
  return db.all<PersonWhoLeft>(
    `WITH gone AS (
       SELECT p.id, p.name, p.kana, p.removed_at IS NOT NULL AS removed,
              MAX(COALESCE(substr(p.removed_at, 1, 10), ''), COALESCE(MAX(m.released_on), '')) AS last_day
       FROM people p LEFT JOIN memberships m ON m.person_id = p.id AND m.removed_at IS NULL
       WHERE p.erased_on IS NULL
         AND NOT EXISTS (SELECT 1 FROM person_merges g WHERE g.merged_id = p.id AND g.undone_at IS NULL)
       GROUP BY p.id
       HAVING p.removed_at IS NOT NULL OR (COUNT(m.id) > 0 AND COUNT(m.id) = COUNT(m.released_on)))
     SELECT id AS personId, name, kana, last_day AS lastDay, removed,
            EXISTS (SELECT 1 FROM affiliations f WHERE f.person_id = gone.id AND f.removed_at IS NULL AND f.to_on IS NULL) AS belongs,
            (SELECT COUNT(*) FROM tasks t WHERE t.owner_person_id = gone.id AND t.removed_at IS NULL AND t.status IN ('open', 'carried', 'continued')) AS openTasks,
            (SELECT COUNT(*) FROM affiliations f WHERE f.person_id = gone.id AND f.removed_at IS NULL) AS posts,
            (SELECT COUNT(*) FROM outreach u WHERE u.person_id = gone.id AND u.removed_at IS NULL) AS outreach,
            (SELECT COUNT(*) FROM attendances a WHERE a.person_id = gone.id AND a.removed_at IS NULL) AS rolls,
            (SELECT COUNT(*) FROM minutes_versions v WHERE v.meeting_id IN (SELECT a.meeting_id FROM attendances a WHERE a.person_id = gone.id)) AS confirmed
     FROM gone WHERE last_day <> '' ORDER BY last_day, id`,
  )
}

interface Roll {
  readonly id: string
  readonly meetingId: string
  readonly name: string
  readonly role: CouncilRole
}

/** Forgets what the log says of records, old values and new: that something was changed, and when, stays. */
function forgetInLog(db: WriteDb, table: string, recordIds: readonly string[]): void {
  for (const recordId of recordIds) {
    db.run(
      `UPDATE change_log SET old_values = iif(old_values IS NULL, NULL, '{}'), new_values = iif(new_values IS NULL, NULL, '{}')
       WHERE table_name = ? AND record_id = ?`,
      [table, recordId],
    )
  }
}

/** Her name in every way a paper writes it: as recorded, and without its blanks. */
function spellings(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => [name, name.replace(/\s+/g, '')]))].filter((name) => name !== '')
}

/** Every way in which a person's own name may be written; those merged into her too. */
export function namesOnRecord(db: ReadDb, personId: PersonId): readonly string[] {
  const people = db.all<{ name: string }>(
    `SELECT name FROM people WHERE id = ? OR id IN (SELECT merged_id FROM person_merges WHERE kept_id = ? AND undone_at IS NULL)`,
    [personId, personId],
  )
  return spellings(people.map(({ name }) => name))
}

/** A frozen record with her role where she stood: in lines that are hers, and wherever her name is written. */
function withoutHer(record: unknown, names: readonly string[], role: string): unknown {
  if (typeof record === 'string') return names.reduce((text, name) => text.replaceAll(name, role), record)
  if (Array.isArray(record)) return record.map((each) => withoutHer(each, names, role))
  if (typeof record !== 'object' || record === null) return record
  const isHer = 'name' in record && typeof record.name === 'string' && names.includes(record.name)
  const told = new Set(['kana', 'post', 'organizationName', 'note'])
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      isHer && told.has(key) ? '' : withoutHer(value, names, role),
    ]),
  )
}

/** Frozen records of the meetings on whose rolls she stands, with her role where her name stood. */
function eraseFromFrozen(db: WriteDb, rolls: readonly Roll[]): void {
  for (const meetingId of new Set(rolls.map((roll) => roll.meetingId))) {
    const own = rolls.filter((roll) => roll.meetingId === meetingId)
    const role = councilRoleNames[own[0]?.role ?? 'member']
    const names = spellings(own.map((roll) => roll.name))
    for (const { table, column } of frozen) {
      const kept = db.all<{ id: string; record: string }>(
        `SELECT id, ${column} AS record FROM ${table} WHERE meeting_id = ?`,
        [meetingId],
      )
      for (const { id, record } of kept) {
        db.run(`UPDATE ${table} SET ${column} = ? WHERE id = ?`, [
          JSON.stringify(withoutHer(JSON.parse(record), names, role)),
          id,
        ])
      }
    }
  }
}

/** Where a meeting's record was frozen, as JSON. */
const frozen = [
  { table: 'minutes_versions', column: 'record' },
  { table: 'minutes_reviews', column: 'record' },
  { table: 'submissions', column: 'field_values' },
] as const

const idsOf = (db: ReadDb, table: string, column: string, personId: PersonId): readonly string[] =>
  db.all<{ id: string }>(`SELECT id FROM ${table} WHERE ${column} = ?`, [personId]).map((row) => row.id)

function eraseFromRolls(db: WriteDb, personId: PersonId): void {
  const rolls = db.all<Roll>(
    'SELECT id, meeting_id AS meetingId, name, role FROM attendances WHERE person_id = ?',
    [personId],
  )
  eraseFromFrozen(db, rolls)
  for (const roll of rolls) {
    db.run(`UPDATE attendances SET name = ?, kana = '', post = '', organization_name = '' WHERE id = ?`, [
      councilRoleNames[roll.role],
      roll.id,
    ])
  }
  forgetInLog(
    db,
    'attendances',
    rolls.map((roll) => roll.id),
  )
}

function erasePosts(db: WriteDb, personId: PersonId): void {
  const posts = idsOf(db, 'affiliations', 'person_id', personId)
  for (const post of posts) {
    db.run('UPDATE memberships SET post_affiliation_id = NULL WHERE post_affiliation_id = ?', [post])
    db.run('DELETE FROM affiliations WHERE id = ?', [post])
  }
  forgetInLog(db, 'affiliations', posts)
  const sectors = idsOf(db, 'person_sectors', 'person_id', personId)
  db.run('DELETE FROM person_sectors WHERE person_id = ?', [personId])
  forgetInLog(db, 'person_sectors', sectors)
}

/**
 * What was written of her beside the roster: as a candidate and as coordinator, what she needed at a meeting, how she
 * was paid, and where she stands as the contact of her own group. Closed payments are accounts, and stay.
 */
function eraseDealings(db: WriteDb, personId: PersonId): void {
  const clear = (table: string, set: string): void => {
    const ids = idsOf(db, table, 'person_id', personId)
    db.run(`UPDATE ${table} SET ${set} WHERE person_id = ?`, [personId])
    forgetInLog(db, table, ids)
  }
  const take = (table: string): void => {
    const ids = idsOf(db, table, 'person_id', personId)
    db.run(`DELETE FROM ${table} WHERE person_id = ?`, [personId])
    forgetInLog(db, table, ids)
  }
  const chosen = db
    .all<{ id: string }>(
      `SELECT s.id FROM selections s JOIN selection_candidates c ON c.id = s.chosen_id WHERE c.person_id = ?`,
      [personId],
    )
    .map((row) => row.id)
  for (const id of chosen) db.run(`UPDATE selections SET because = '' WHERE id = ?`, [id])
  forgetInLog(db, 'selections', chosen)
  clear('selection_candidates', `reason = '', proposed_by = ''`)
  clear('coordinators', `qualification = ''`)
  // 配慮 and remarks are no part of any paper.
  db.run(`UPDATE attendances SET care = '', note = '' WHERE person_id = ?`, [personId])
  take('payees')
  take('bank_accounts')
  const contacts = db
    .all<{ id: string }>(
      `SELECT o.id FROM organizations o JOIN affiliations f ON f.organization_id = o.id JOIN people p ON p.id = f.person_id
       WHERE p.id = ? AND replace(replace(o.contact_name, '　', ''), ' ', '') = replace(replace(p.name, '　', ''), ' ', '')`,
      [personId],
    )
    .map((row) => row.id)
  for (const id of contacts) {
    db.run(`UPDATE organizations SET contact_name = '', contact_post = '' WHERE id = ?`, [id])
  }
}

/** Tables whose log keeps a name as long as they themselves do. */
const papersWithNames = `'attendances', 'minutes_versions', 'minutes_reviews', 'submissions', 'payments'`

/** Her name in what the log says of other records. Not where somebody else has the same: whose it is cannot be told. */
function eraseFromLogOfOthers(db: WriteDb, personId: PersonId, papers: RetentionRule['papers']): void {
  const person = db.get<{ name: string; namesakes: number }>(
    `SELECT name, (SELECT COUNT(*) FROM people x WHERE x.name_key = p.name_key AND x.id <> p.id AND x.erased_on IS NULL
                   AND NOT EXISTS (SELECT 1 FROM person_merges m WHERE m.merged_id = x.id AND m.kept_id = p.id)) AS namesakes
     FROM people p WHERE id = ?`,
    [personId],
  )
  if (person === undefined || person.namesakes > 0) return
  for (const name of spellings([person.name])) {
    // In the log a name stands within JSON.
    const inJson = JSON.stringify(name).slice(1, -1)
    db.run(
      `UPDATE change_log SET old_values = replace(old_values, ?, ?), new_values = replace(new_values, ?, ?)
       WHERE (instr(COALESCE(old_values, ''), ?) > 0 OR instr(COALESCE(new_values, ''), ?) > 0)
         AND (? = 'role' OR table_name NOT IN (${papersWithNames}))`,
      [inJson, erasedName, inJson, erasedName, inJson, inJson, papers],
    )
  }
}

/** What was said about her, and what she was asked or had promised. */
function eraseWords(db: WriteDb, personId: PersonId): void {
  const seats = idsOf(db, 'memberships', 'person_id', personId)
  db.run(`UPDATE memberships SET term_note = '', released_because = '', despite = '' WHERE person_id = ?`, [
    personId,
  ])
  forgetInLog(db, 'memberships', seats)
  const outreach = idsOf(db, 'outreach', 'person_id', personId)
  db.run(`UPDATE outreach SET contact_name = '', answer_note = '', next_step = '' WHERE person_id = ?`, [
    personId,
  ])
  forgetInLog(db, 'outreach', outreach)
  const tasks = idsOf(db, 'tasks', 'owner_person_id', personId)
  db.run('UPDATE tasks SET owner = ? WHERE owner_person_id = ?', [erasedName, personId])
  forgetInLog(db, 'tasks', tasks)
}

/**
 * Takes away all that identifies a person, in the log of changes as well; whoever was merged into her goes with her. Seats,
 * rolls and statements stay as those of somebody without a name; `papers` says whether rolls and frozen minutes keep it.
 */
export function erasePerson(
  db: WriteDb,
  personId: PersonId,
  {
    papers,
    on,
    at,
  }: { readonly papers: RetentionRule['papers']; readonly on: CalendarDate; readonly at: string },
): void {
  const merged = db
    .all<{ id: PersonId }>(
      'SELECT merged_id AS id FROM person_merges WHERE kept_id = ? AND undone_at IS NULL',
      [personId],
    )
    .map((row) => row.id)
  for (const id of [personId, ...merged]) {
    eraseDealings(db, id)
    eraseFromLogOfOthers(db, id, papers)
    erasePosts(db, id)
    eraseWords(db, id)
    if (papers === 'role') eraseFromRolls(db, id)
    db.run('DELETE FROM different_people WHERE first_person_id = ? OR second_person_id = ?', [id, id])
    db.run(
      `UPDATE people SET name = ?, kana = '', postal_code = '', address = '', phone = '', phone_note = '', fax = '', email = '', note = '',
         name_key = ?, kana_key = ?, removed_at = COALESCE(removed_at, ?), erased_on = ? WHERE id = ?`,
      [erasedName, ...personKeys(erasedName, ''), at, on, id],
    )
    forgetInLog(db, 'people', [id])
  }
}

/** Within this, what is deleted is overwritten with zeros in the file, so that no later copy of it can hold it. */
export function overwriteDeleted<T>(db: WriteDb, work: () => T): T {
  db.all('PRAGMA secure_delete = ON')
  try {
    const value = work()
    // The index of words keeps what was taken out until its parts are put together anew.
    db.run("INSERT INTO search_index (search_index) VALUES ('optimize')")
    return value
  } finally {
    db.all('PRAGMA secure_delete = OFF')
  }
}

/**
 * Writes the whole file anew, then empties the log beside it: what was changed or deleted in all the years before still stands in
 * the gaps between records, and a backup copies page by page. Not within a transaction.
 */
export function rewriteFile(db: ReadDb): void {
  // No record is written: it is the file that is put in order, which no transaction may do.
  ;(db as WriteDb).run('VACUUM')
  db.all('PRAGMA wal_checkpoint(TRUNCATE)')
}

export function countSubmissionsOf(db: ReadDb, personId: PersonId): number {
  return (
    db.get<{ n: number }>(
      `SELECT COUNT(*) AS n FROM submissions WHERE meeting_id IN (SELECT meeting_id FROM attendances WHERE person_id = ?)`,
      [personId],
    )?.n ?? 0
  )
}
