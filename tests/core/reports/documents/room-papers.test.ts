import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameTagsDocument, tableTentsDocument } from '#core/reports/documents/name-cards-document.ts'
import { seatingDocument } from '#core/reports/documents/seating-document.ts'
import { type SeatedRoom, seatPeople } from '#core/reports/documents/seating-places.ts'
import { summaryDocument } from '#core/reports/documents/summary-document.ts'
import type { BoxesBlock, ReportDocument } from '#core/reports/report-document.ts'
import { writePrintHtml } from '#core/reports/writers/print-html.ts'
import { seatingLayouts } from '#shared/contract/paper-operations.ts'
import { councilRoles } from '#shared/domain/roles.ts'
import { allBlocks, factsOf } from '../block-reading.ts'
import { attendance, memoMeeting, memoRecord, testId } from '../memo-meeting.ts'

const boxesOf = (document: ReportDocument): readonly BoxesBlock[] =>
  allBlocks(document.blocks).filter((block) => block.kind === 'boxes')
const boxTexts = (document: ReportDocument): readonly string[] =>
  boxesOf(document).flatMap((block) =>
    block.rows.flatMap((row) => row.boxes.map((box) => box.lines.map((line) => line.text).join('／'))),
  )

const takenDesks = ({ desks }: Pick<SeatedRoom, 'desks'>) =>
  desks.flatMap(({ line, ...desk }) => (line === null ? [] : [{ ...desk, line }]))

describe('席次表', () => {
  it.each(seatingLayouts)('%s: gives everybody who comes one desk, and no two the same', (layout) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...councilRoles), { maxLength: 60 }), (roles) => {
        const roll = roles.map((role, position) =>
          attendance({ name: `甲${String(position)}`, role, seatNumber: position + 1 }),
        )
        const { columns, rows, ...room } = seatPeople(roll, layout)
        const places = takenDesks(room)
        expect(new Set(places.map((place) => place.line.name)).size).toBe(roll.length)
        expect(places).toHaveLength(roll.length)
        for (const [position, place] of places.entries()) {
          expect(place.column).toBeGreaterThanOrEqual(0)
          expect(place.column + 1).toBeLessThanOrEqual(columns)
          expect(place.row).toBeGreaterThanOrEqual(0)
          expect(place.row + 1).toBeLessThanOrEqual(rows)
          for (const other of places.slice(position + 1)) {
            const apart = Math.abs(place.column - other.column) >= 1 || Math.abs(place.row - other.row) >= 1
            expect(apart).toBe(true)
          }
        }
      }),
    )
  })

  it('puts the chair in front and the secretariat at the door', () => {
    const places = takenDesks(seatPeople(memoMeeting().roll, 'u-shape'))
    expect(places.find((place) => place.line.role === 'chair')?.row).toBe(0)
    const last = Math.max(...places.map((place) => place.row))
    expect(places.filter((place) => place.row === last).map((place) => place.line.role)).toContain(
      'coordinator',
    )
  })

  it('leaves out who has sent word of absence, and seats a proxy under their own name', () => {
    const roll = [
      attendance({ name: '甲', role: 'chair', seatNumber: 1 }),
      attendance({ name: '乙', seatNumber: 2, reply: 'absent' }),
      attendance({ name: '丙', seatNumber: 3, reply: 'proxy', proxyName: '丁' }),
    ]
    const drawn = boxTexts(seatingDocument(memoRecord({ roll }), 'u-shape')).join()
    expect(drawn).toContain('丁（代理）')
    expect(drawn).not.toContain('乙')
  })

  it('follows a changed 席次', () => {
    const names = (seats: readonly number[]): readonly string[] =>
      takenDesks(
        seatPeople(
          seats.map((seatNumber, position) => attendance({ name: '甲乙丙'.charAt(position), seatNumber })),
          'school',
        ),
      ).map((place) => place.line.name)
    expect(names([1, 2, 3])).toEqual(['甲', '乙', '丙'])
    expect(names([3, 2, 1])).toEqual(['丙', '乙', '甲'])
  })

  it('seats whoever was moved where they were put, and everybody else once, whatever was moved', () => {
    const roll = Array.from({ length: 23 }, (_, position) =>
      attendance({ name: `甲${String(position)}`, seatNumber: position + 1 }),
    ).map((line, position) => ({ ...line, id: testId<'attendance'>(`a${String(position)}`) }))
    const moves = fc.array(fc.tuple(fc.nat(22), fc.nat(60)), { maxLength: 12 })
    fc.assert(
      fc.property(fc.constantFrom(...seatingLayouts), moves, (layout, given) => {
        const { desks } = seatPeople(roll, layout)
        const wanted = new Map(
          given.flatMap(([who, where]) => {
            const id = roll[who]?.id
            return id === undefined ? [] : [[id, desks[where % desks.length]?.place ?? 0] as const]
          }),
        )
        const seated = takenDesks(seatPeople(roll, layout, wanted))
        expect(new Set(seated.map(({ place }) => place)).size).toBe(roll.length)
        expect(new Set(seated.map(({ line }) => line.id)).size).toBe(roll.length)
        // Of two who want one desk the first in the order of 席次 has it; everybody else who was moved is there.
        for (const [id, place] of wanted) {
          const rivals = [...wanted].filter(([, other]) => other === place).length
          if (rivals === 1) expect(seated.find(({ line }) => line.id === id)?.place).toBe(place)
        }
      }),
    )
  })

  it('puts back into the order who was moved to a desk that there is no more', () => {
    const [first] = memoMeeting().roll
    if (first === undefined) throw new Error('the memo has a roll')
    const usual = seatPeople(memoMeeting().roll, 'square')
    expect(seatPeople(memoMeeting().roll, 'square', new Map([[first.id, 987_654]]))).toEqual(usual)
  })

  it('says so where nobody is on the roll', () => {
    expect(JSON.stringify(seatingDocument(memoRecord({ roll: [] }), 'square').blocks)).toContain(
      'まだ記録されていません',
    )
  })
})

describe('名札・卓上札', () => {
  it('cut ten to a sheet, and fold two to a sheet with the name to both sides', () => {
    const roll = Array.from({ length: 11 }, (_unused, position) =>
      attendance({ name: `甲${String(position)}`, kana: 'こう', seatNumber: position + 1 }),
    )
    const tags = boxesOf(nameTagsDocument(memoRecord({ roll })))
    expect(tags.map((block) => block.rows.flatMap((row) => row.boxes).length)).toEqual([10, 1])
    const tents = boxesOf(tableTentsDocument(memoRecord({ roll })))
    expect(tents).toHaveLength(6)
    const [first, second] = tents[0]?.rows ?? []
    expect([first?.boxes[0]?.upsideDown, second?.boxes[0]?.upsideDown]).toEqual([true, false])
    expect(first?.boxes[0]?.lines).toEqual(second?.boxes[0]?.lines)
  })

  it('keep a name of sixty characters, smaller', () => {
    const name = '長'.repeat(60)
    const [box] =
      boxesOf(nameTagsDocument(memoRecord({ roll: [attendance({ name })] })))[0]?.rows[1]?.boxes ?? []
    expect(box?.lines.at(-1)?.text).toBe(name)
    expect(box?.lines.at(-1)?.points).toBeLessThan(16)
  })
})

describe('会議概要', () => {
  it('names no speaker, and tells decisions, tasks and the next day', () => {
    const record = memoRecord()
    const facts = factsOf(summaryDocument(record))
    expect(facts['決定事項']).toHaveLength(record.meeting.decisions.length)
    expect(facts['今後の取組']?.length).toBeGreaterThan(0)
    expect(facts['次回']?.[0]).toContain('令和８年12月10日')
    const html = writePrintHtml(summaryDocument(record))
    for (const { speaker } of record.meeting.statements)
      if (speaker !== '') expect(html).not.toContain(`>${speaker}<`)
  })

  it('says that words may still change only while the minutes are not confirmed', () => {
    const html = (locked: boolean): string => writePrintHtml(summaryDocument(memoRecord({ locked })))
    expect(html(false)).toContain('確定前のため')
    expect(html(true)).not.toContain('確定前のため')
  })

  it('is made of a meeting without anything', () => {
    const bare = memoRecord({ agenda: [], roll: [], statements: [], decisions: [], tasks: [], nextOn: null })
    expect(Object.keys(factsOf(summaryDocument(bare)))).toEqual(['日時', '場所', '出席状況'])
  })
})
