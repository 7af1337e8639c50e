import { describe, expect, it } from 'vitest'
import { minutesInForm } from '#core/reports/documents/minutes-document.ts'
import { pointsRecord, publicRecord } from '#core/reports/documents/public-record.ts'
import { factsOf } from '../block-reading.ts'
import { memoRecord } from '../memo-meeting.ts'

const closedItem = () => {
  const { meeting } = memoRecord()
  const item = meeting.agenda.find((each) =>
    meeting.decisions.some((decision) => decision.agendaItemId === each.id),
  )
  if (!item) throw new Error('the memo has decisions')
  return item
}

describe('the public version of the minutes', () => {
  it('has no name of the roll, neither of speakers nor in what they said', () => {
    const record = memoRecord()
    const text = JSON.stringify(minutesInForm(publicRecord(record, new Set()).record, '公開用'))
    for (const { name, proxyName } of record.meeting.roll) {
      for (const each of [name, proxyName].filter((one) => one !== '')) {
        expect(text).not.toContain(each)
        expect(text).not.toContain(each.replaceAll(/\s/g, ''))
      }
    }
    expect(text).toContain('議　事　録（公開用')
    expect(text).toContain('会長')
  })

  it('names each seat once, by its role', () => {
    const facts = factsOf(minutesInForm(publicRecord(memoRecord(), new Set()).record, '公開用'))
    expect(facts['出席委員']?.[0]).toBe('会長')
    for (const line of [...(facts['出席委員'] ?? []), ...(facts['代理出席'] ?? [])]) {
      expect(line.replace(/　※.*$/, '')).toMatch(/^(会長|副会長|[Ａ-Ｚ]委員)(の代理)?$/)
    }
  })

  it('withholds a closed item with all that belongs to it, and says so', () => {
    const record = memoRecord()
    const item = closedItem()
    const { record: open, hidden } = publicRecord(record, new Set([item.id]))
    const { meeting } = open
    expect(meeting.agenda.find((each) => each.id === item.id)?.title).toBe('（非公開の議題）')
    for (const entries of [meeting.statements, meeting.decisions, meeting.tasks]) {
      expect(entries.some((entry) => entry.agendaItemId === item.id)).toBe(false)
    }
    expect(JSON.stringify(meeting)).not.toContain(item.title)
    expect(meeting.statements.length).toBeGreaterThan(0)
    expect(hidden).toContainEqual({ what: 'closed-item', place: item.citation, text: item.title })
  })

  it('leaves the record itself as it was', () => {
    const record = memoRecord()
    publicRecord(record, new Set([closedItem().id]))
    expect(record).toEqual(memoRecord())
  })
})

describe('the minutes in points', () => {
  it('keep of the talk only 要点 and 決定, and all that was decided and promised', () => {
    const record = memoRecord()
    const { meeting } = pointsRecord(record)
    expect(meeting.statements.every(({ kind }) => kind === 'point' || kind === 'decision')).toBe(true)
    expect(meeting.statements.length).toBeLessThan(record.meeting.statements.length)
    expect(meeting.decisions).toEqual(record.meeting.decisions)
    expect(meeting.tasks).toEqual(record.meeting.tasks)
    expect(minutesInForm({ ...record, meeting }, '要点').name).toContain('要点')
  })
})
