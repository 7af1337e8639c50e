import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { day, eastern, group, membership, outreach, person, planned, setUpCouncil } from '../small-council.ts'

async function textOf({ core }: TestCore, token: Parameters<TestCore['core']['files']['take']>[0]) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(core.files.take(token).bytes).buffer)
  const lines: string[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      const texts: string[] = []
      // A cell merged into another has no text of its own.
      row.eachCell((cell) => texts.push(cell.type === ExcelJS.ValueType.Merge ? '' : cell.text))
      lines.push(texts.join('|'))
    })
  return lines.join('\n')
}

describe('参画状況表', () => {
  it('says who sits there, whom it lacks, who was asked, and each year by the groups of that time', async () => {
    const opened = await openTestCore()
    const { ask } = opened
    const { councilId } = await setUpCouncil(ask)
    await ask('organizations.add', {
      organization: group('若者の居場所', { kind: 'youth-support', sectors: ['youth'] }),
    })
    await ask('organizations.add', {
      organization: group('東町内会', { kind: 'neighborhood-association', sectors: ['elderly'] }),
    })
    const { personId } = await ask('roster.addPerson', {
      person: person('移動　する子', { organizationName: '若者の居場所', post: '代表' }),
      membership: {
        ...membership({ appointedOn: day('2025-04-01'), termFrom: day('2025-04-01') }),
        councilId,
      },
    })
    await ask('outreach.add', { outreach: outreach(councilId, { contactName: '障害者の会の方' }) })
    // From today on she stands for another group; last year's table keeps the one of that time.
    await ask('roster.savePerson', {
      personId,
      person: person('移動　する子', { organizationName: '東町内会', post: '会長' }),
    })
    const last = await ask('participation.get', { councilId, on: day('2026-03-31') })
    expect(last.members.find((each) => each.personId === personId)?.organizationName).toBe('若者の居場所')
    const now = await ask('participation.get', { councilId, on: day('2026-09-17') })
    expect(now.members.find((each) => each.personId === personId)?.organizationName).toBe('東町内会')
    const file = await ask('papers.make', {
      councilId,
      meetingId: null,
      fiscalYear: 2026,
      paper: 'participation',
      format: 'xlsx',
    })
    const text = await textOf(opened, file.token)
    expect(text).toContain('参画状況表')
    expect(text).toContain('足りない')
    expect(text).toContain('移動　する子')
    expect(text).toContain('障害者の会の方')
    expect(text).toContain('令和7年度')
  })
})

describe('a list as it is seen', () => {
  it('goes to Excel with its rows, columns and order, and no cell is a formula', async () => {
    const opened = await openTestCore()
    await setUpCouncil(opened.ask)
    const { token, name } = await opened.ask('tables.make', {
      title: '名簿の人一覧',
      note: '氏名の順',
      columns: [
        { heading: '氏名', share: 2 },
        { heading: '電話', share: 1 },
      ],
      rows: [
        ['葛\u{E0100}城　髙子', '000-221-0001'],
        ['=1+1', '+81'],
      ],
      format: 'xlsx',
    })
    expect(name).toMatch(/名簿の人一覧\.xlsx$/)
    const text = await textOf(opened, token)
    expect(text).toContain('葛\u{E0100}城　髙子')
    expect(text).toContain('=1+1')
  })
})

describe('a council without members', () => {
  it('has no vacancies, and a member only with a reason; what it grew from stands on the board', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const { organizationId } = await ask('organizations.add', { organization: group('東部見守り連絡会') })
    const makeUp = {
      basis: '設置要綱第5条',
      origin: '',
      originOrganizationId: organizationId,
      hasMembers: false,
    }
    await ask('councilBoard.saveMakeUp', { councilId, makeUp })
    expect(await ask('councilBoard.makeUp', { councilId })).toEqual(makeUp)
    const overview = await ask('terms.overview', { councilId, on: day('2026-09-17'), withinMonths: 6 })
    expect(overview).toMatchObject({ hasMembers: false, vacant: 0 })
    const { personId } = await ask('roster.addPerson', { person: person('新しい　人'), membership: null })
    const seat = { councilId, personId, membership: membership() }
    expect(await refused('roster.addMembership', seat)).toBe('council-without-members')
    await ask('roster.addMembership', { ...seat, membership: membership({ role: 'observer' }) })
    const board = await ask('councilBoard.get', {})
    expect(board.flatMap((area) => area.councils)).toMatchObject([
      { hasMembers: false, origin: '東部見守り連絡会' },
    ])
  })
})

describe('the list of councils', () => {
  it('says of each how far it has come, how many sit there of how many, and when it meets again', async () => {
    const { ask } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const { rules } = await ask('councils.get', { councilId })
    await ask('councils.saveRules', { councilId, rules: { ...rules, seatLimit: 15 } })
    await ask('councils.add', {
      ...eastern,
      name: '青羽市第２層協議体（西部圏域）',
      areaName: '西部圏域',
      stage: 'preparation',
      origin: '',
    })
    const before = (await ask('councilBoard.list', {})).find((each) => each.id === councilId)
    const seat = (more: Parameters<typeof membership>[0]) => ({ ...membership(more), councilId })
    await ask('roster.addPerson', { person: person('席の　人'), membership: seat({}) })
    // Neither who only listens nor whose term is still to come is a member today.
    await ask('roster.addPerson', { person: person('聴く　人'), membership: seat({ role: 'observer' }) })
    const later = { termFrom: day('2027-04-01'), termTo: day('2029-03-31'), appointedOn: day('2027-04-01') }
    await ask('roster.addPerson', { person: person('来年の　人'), membership: seat(later) })
    for (const heldOn of ['2026-12-20', '2026-10-20', '2026-08-20'].map(day))
      await ask('meetings.plan', planned(councilId, { heldOn }))
    const lines = await ask('councilBoard.list', {})
    expect(lines.map(({ areaName, stage }) => [areaName, stage])).toEqual([
      ['東部圏域', 'established'],
      ['西部圏域', 'preparation'],
    ])
    expect(lines[0]).toMatchObject({
      steps: [{ stage: 'established', startedOn: '2024-04-01' }],
      origin: '東部地区連絡会',
      seatLimit: 15,
      members: (before?.members ?? 0) + 1,
      nextMeeting: { heldOn: '2026-10-20', startsAt: '13:30', place: '東部公民館' },
    })
    expect(lines[1]).toMatchObject({ members: 0, seatLimit: null, nextMeeting: null })
  })
})

describe('the columns of a list', () => {
  it('are remembered, list by list, until others are chosen', async () => {
    const { ask } = await openTestCore()
    expect(await ask('tables.columns', { list: 'people' })).toBeNull()
    await ask('tables.saveColumns', { list: 'people', columns: ['name', 'phone'] })
    await ask('tables.saveColumns', { list: 'people', columns: ['name', 'address'] })
    expect(await ask('tables.columns', { list: 'people' })).toEqual(['name', 'address'])
    expect(await ask('tables.columns', { list: 'groups' })).toBeNull()
    await ask('tables.saveColumns', { list: 'outreach', columns: ['whom', 'outcome'] })
    await ask('tables.saveColumns', { list: 'councils', columns: ['council'] })
    expect(await ask('tables.columns', { list: 'outreach' })).toEqual(['whom', 'outcome'])
    expect(await ask('tables.columns', { list: 'councils' })).toEqual(['council'])
  })
})
