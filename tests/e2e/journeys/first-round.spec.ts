import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { read as readXlsx } from 'xlsx'
import type { GivenTo, OperationName, OutputOf } from '../../../shared/contract/contract.ts'
import { statementKindNames } from '../../../shared/domain/meeting.ts'
import { comparePackages } from '../../core/reports/forms/compare-packages.ts'
import { Clerk } from '../clerk.ts'
import { expect, inputs, test } from '../fixtures.ts'
import { readMemo, type Memo, type MemoPerson } from '../memo.ts'

/**
 * The whole round of an office, from an empty folder: its Excel roster comes in, a meeting is planned, held,
 * written down and confirmed, the city's form is filled and handed in, and the next meeting is offered what
 * was left open. All that is entered goes through the screens, by keyboard; what came of it is read back from
 * disk by the command line and compared with the meeting as it should be recorded (kyogi-memo.json).
 */

const memo = readMemo(join(inputs, 'kyogi-memo.json'))
const project = join(import.meta.dirname, '../../..')

/** Rows of the roster that are members of this council: the sheet lists those of two councils together. */
const rosterRows: Readonly<Record<string, number>> = {
  takahashi: 6,
  okada: 12,
  sato_m: 18,
  nishimura: 26,
  saito: 29,
  suzuki: 31,
  katsuragi: 33,
  sato_k: 34,
  noguchi: 35,
  hamada: 36,
  yanagisawa: 37,
  sano: 50,
  soma: 61,
}

test('名簿から市への報告まで、ひとまわり', async ({ start, picture }) => {
  const host = await start({ now: '2026-09-17T13:20' })
  const { page } = host
  const clerk = new Clerk(page)

  await test.step('1 はじめての五つの質問', () => answerFirstQuestions(clerk))
  await test.step('2 名簿を取り込む', () => importRoster(clerk, picture))
  await test.step('2 会長・副会長とコーディネーターを席に着ける', () => seatOfficers(clerk, picture))
  await test.step('3 会議を準備する', () => planMeeting(clerk))
  await test.step('3 次第を書く', () => writeAgenda(clerk, picture))
  await test.step('4 次第と出席簿を紙で見る', () => lookAtPapers(clerk, picture))
  await test.step('5 返事を入れる', () => enterReplies(clerk))
  await test.step('5 当日の出欠を記す', () => markAttendance(clerk, picture))
  await test.step('5 議事録をとる', () => takeMinutes(clerk, picture))

  // The plug is pulled: no closing, no tidying up. Every line that Enter had kept must be there.
  host.kill()
  await host.close()
  const again = await start({ folder: host.folder, now: '2026-09-24T10:00' })
  const later = new Clerk(again.page)
  await test.step('6 議事録を確定する', () => confirmMinutes(later, picture))
  await test.step('7 市の様式に書いて、提出として残す', () => handIn(later, picture))
  await test.step('8 次の会議に、残ったものが出てくる', () => planNext(later, picture))
  await again.close()
  compareWithMemo(host.folder)
})

async function answerFirstQuestions(clerk: Clerk): Promise<void> {
  await clerk.fill('事務局の名前', '社会福祉法人　青羽市社会福祉協議会')
  await clerk.fill('担当者', '戸田　さやか')
  await clerk.fill('市区町村', '青羽市')
  await clerk.fill('担当課', '福祉部高齢福祉課')
  await clerk.fill('協議体の名前', memo.council)
  await clerk.fill('圏域', memo.area)
  await clerk.reach(clerk.page.locator('summary', { hasText: 'あとでもよいこと' }))
  await clerk.keys('Enter')
  await clerk.fill('住所', '青羽市本町五丁目1-1')
  await clerk.fill('電話', '000-223-0301')
  await clerk.fill('代表者の職・氏名', '会長　大泉　正道')
  await clerk.press('これで始める')
  await expect(clerk.page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
}

type TakePicture = (page: Page, name: string) => Promise<void>

async function importRoster(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('名簿', 'link')
  await clerk.press('Excelから取り込む', 'link')
  const choosing = page.waitForEvent('filechooser')
  await clerk.press('ファイルを選ぶ')
  await (await choosing).setFiles(join(inputs, 'meibo-messy.xlsx'))

  await expect(page.getByText('隠されているシート「宛名差込」')).toBeVisible()
  await picture(page, '02-import-table')
  await clerk.press('この表で進む')
  const rows = page.getByRole('listbox', { name: '名簿の行' })
  await expect(rows).toBeVisible()
  await picture(page, '03-import-rows')

  await clerk.reach(rows)
  await clerk.keys('Home')
  const wanted = new Set(Object.values(rosterRows))
  for (let row = 5; row <= 72; row += 1) {
    const line = rows.getByRole('option', { selected: true })
    const number = Number(/^\s*(\d+)/.exec((await line.innerText()).trim())?.[1])
    if (wanted.has(number)) await clerk.keys('Space')
    if (number === 72) break
    await clerk.keys('ArrowDown')
  }
  await expect(page.getByText(`委員 ${String(wanted.size)}名`)).toBeVisible()
  await clerk.press('書くことを確かめる')
  await expect(page.getByText('まだなにも書いていません。')).toBeVisible()
  await picture(page, '04-import-summary')
  await clerk.press('この内容で取り込む')
  await expect(page.getByText('取り込みました。')).toBeVisible()
}

async function seatOfficers(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('名簿をひらく', 'link')
  for (const [group, role] of [
    ['東部地区自治会', '会長'],
    ['東部地区民児協', '副会長'],
  ] as const) {
    await clerk.fill('氏名・かな・団体でしぼる', group)
    await clerk.reach(page.getByRole('listbox', { name: '名簿の人' }))
    await clerk.keys('Home')
    await clerk.press(`${memo.council}の席を直す`)
    await clerk.pick('役割', role)
    await clerk.press('この内容に直す')
    await expect(page.getByRole('button', { name: `${memo.council}の席を直す` })).toBeVisible()
  }
  await clerk.fill('氏名・かな・団体でしぼる', '')
  await clerk.press('人を加える')
  const coordinator = personOf('toda')
  await clerk.fill('氏名', coordinator.name)
  await clerk.fill('ふりがな', coordinator.kana ?? '')
  await clerk.fill('団体', coordinator.organization)
  await clerk.keys('Escape')
  await clerk.fill('役職', coordinator.post)
  await clerk.press('席に着ける', 'checkbox', 'Space')
  await clerk.pick('役割', 'コーディネーター')
  await clerk.fill('委嘱日', 'R8.4.1')
  await clerk.press('この人を加える')
  await expect(page.getByRole('button', { name: '人を加える' })).toBeVisible()
  await picture(page, '05-roster')
}

function personOf(id: string): MemoPerson {
  const person = memo.attendance.find((each) => each.id === id)
  if (!person) throw new Error(`the memo knows no ${id}`)
  return person
}

async function planMeeting(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.press('会議', 'link')
  await clerk.press('会議を準備する')
  await clerk.fill('開催日', '令和８年９月１７日')
  await clerk.fill('開始', '午後１時半')
  await clerk.fill('終了', '1530')
  await clerk.fill('場所', memo.place)
  await clerk.press('この日で準備を始める')
  await expect(page.getByRole('heading', { name: /9月17日（木）/ })).toBeVisible()
}

/** Sections that the memo only implies by its numbers, and minutes and presenters that only a 次第 has. */
const sections: Readonly<Record<string, string>> = { '1-1': '報告', '2-1': '協議' }
const planned: Readonly<Record<string, string>> = {
  '0': '5',
  '1-1': '10',
  '1-2': '１０分',
  '2-1': '30',
  '2-2': '30',
  '2-3': '10',
  '3': '15',
  '4': '10',
}

async function writeAgenda(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.reach(page.getByLabel(/^新しい議題/))
  let level = 1
  for (const item of memo.agenda) {
    const section = sections[item.no]
    if (section !== undefined) {
      if (level === 2) await clerk.keys('Alt+ArrowLeft')
      await page.keyboard.insertText(section)
      await clerk.keys('Enter', 'Alt+ArrowRight')
      level = 2
    }
    if (level === 2 && !item.no.includes('-')) {
      await clerk.keys('Alt+ArrowLeft')
      level = 1
    }
    await page.keyboard.insertText(item.title)
    await clerk.keys('Enter')
  }
  await clerk.keys('Escape')
  const papers = new Map(memo.documents.map((line) => line.split(' ') as [string, string]))
  for (const { no, title, kind, document } of memo.agenda) {
    if (no !== '0') await clerk.choose(`${title}の種類`, kind)
    await clerk.fill(`${title}の時間（分）`, planned[no] ?? '')
    if (document !== null) {
      await clerk.fill(`${title}の資料番号`, document)
      await clerk.fill(`${title}の資料名`, papers.get(document) ?? '')
    }
  }
  await clerk.keys('Tab')
  await expect(page.getByText('合わせて120分（15:30まで）')).toBeVisible()
  await picture(page, '06-prepare')
}

async function lookAtPapers(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  for (const [paper, name] of [
    ['次第', '07-agenda-paper'],
    ['出席簿', '08-sign-in-sheet'],
  ] as const) {
    await clerk.press(`${paper}を見る`)
    await expect(
      page
        .getByRole('region', { name: `${paper}のページ` })
        .locator('canvas')
        .first(),
    ).toBeVisible({ timeout: 30_000 })
    const download = page.waitForEvent('download')
    await clerk.press('PDF')
    const file = await download
    expect(file.suggestedFilename()).toContain(paper)
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    await picture(page, name)
    await clerk.press('閉じる')
  }
}

/** Guests of the memo who hold no seat. */
const guests: Readonly<Record<string, string>> = { odagiri: 'オブザーバー', nakai: '事務局' }

async function enterReplies(clerk: Clerk): Promise<void> {
  const { page } = clerk
  for (const [id, role] of Object.entries(guests)) {
    const guest = personOf(id)
    await clerk.press('委員でない人を加える')
    const form = page.getByRole('form', { name: '委員でない人を加える' })
    await clerk.fill('氏名', guest.name, form)
    await clerk.fill('ふりがな', guest.kana ?? '', form)
    await clerk.fill('団体', guest.organization, form)
    await clerk.fill('職', guest.post, form)
    await clerk.pick('役割', role)
    await clerk.press('加える', 'button', 'Enter', form)
    await expect(form).toBeHidden()
  }
  const list = page.getByRole('listbox', { name: '返事' })
  await clerk.reach(list)
  await clerk.keys('Home')
  const lines = await list.getByRole('option').count()
  for (let line = 0; line < lines; line += 1) {
    const { attendance } = await personOfLine(list.getByRole('option', { selected: true }))
    await clerk.keys(attendance === '欠席' ? 'k' : attendance === '代理' ? 'd' : 'a')
    if (line < lines - 1) await clerk.keys('ArrowDown')
  }
  await expect(page.getByText('16人の返事がそろいました')).toBeVisible()
}

/** Whom of the memo a line of a list means; two are named 佐藤　美智子 and only their groups tell them apart. */
async function personOfLine(line: Locator): Promise<MemoPerson> {
  const text = plain(await line.innerText())
  const named = memo.attendance.filter((person) => text.includes(plain(person.name)))
  const [first, ...others] = named
  if (!first) throw new Error(`nobody of the memo in ${text}`)
  if (others.length === 0) return first
  const child = named.find((person) => person.id === 'sato_k')
  const welfare = named.find((person) => person.id === 'sato_m')
  return (text.includes('こどもの居場所') ? child : welfare) ?? first
}

const plain = (text: string): string => text.replace(/\s+/g, '').replace(/[\u{e0100}-\u{e01ef}]/gu, '')

async function markAttendance(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('当日へ進む', 'link')
  const grid = page.getByRole('grid', { name: '当日の出欠' })
  await expect(grid).toBeVisible()
  const rows = grid.locator('[data-line]')
  const lines = await rows.count()
  expect(lines).toBe(16)
  await clerk.reach(rows.first())
  for (let line = 0; line < lines; line += 1) {
    const person = await personOfLine(rows.nth(line))
    const row = rows.nth(line)
    switch (person.attendance) {
      case '代理':
        await clerk.keys('d')
        await page.keyboard.insertText(personOf('kimura').name)
        await clerk.keys('Enter')
        await page.keyboard.insertText(personOf('kimura').post)
        await clerk.keys('Enter')
        break
      case '遅刻':
        await clerk.keys('t', 'Enter')
        await clerk.fill('着席の時刻', memo.late.find(({ id }) => id === person.id)?.arrived ?? '')
        await clerk.keys('Enter')
        break
      case '早退':
        await clerk.keys('h', 'Enter')
        await clerk.fill('退席の時刻', memo.left_early.find(({ id }) => id === person.id)?.left ?? '')
        await clerk.keys('Enter')
        break
      case '欠席':
        await clerk.keys('k')
        if (person.note.includes('書面')) await clerk.keys('s')
        break
      case '出席':
      case '代理出席':
        await clerk.keys('Space')
        break
    }
    await expect(row).toBeFocused()
    if (line < lines - 1) await clerk.keys('ArrowDown')
  }
  await clerk.fill('傍聴（人）', String(memo.counts['audience']))
  await clerk.keys('Enter')
  await expect(page.getByRole('complementary', { name: '出席の数' }).getByRole('status')).toContainText(
    String(memo.counts['counted_present']),
  )
  await picture(page, '09-attendance')
}

const kindKeys: Readonly<Record<string, string>> = {
  説明: 'Control+1',
  質問: 'Control+2',
  意見: 'Control+3',
  回答: 'Control+4',
  決定: 'Control+5',
  情報: 'Control+7',
  挨拶: 'Control+9',
}

/** What a clerk types for a speaker: a few kana, or part of the group where two have one name. */
function speakerKeys(id: string): string {
  if (id === 'sato_m') return '民児協'
  if (id === 'sato_k') return 'こども'
  if (id === 'kimura') return '木村'
  return (personOf(id).kana ?? '').split('\u3000')[0] ?? ''
}

async function takeMinutes(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('議事録へ進む', 'link')
  const speaker = page.getByRole('combobox', { name: '話し手（席番号か、かな）' })
  const talk = page.getByRole('list', { name: '発言' })
  await clerk.reach(speaker)
  let decisions = 0
  for (const [position, item] of memo.agenda.entries()) {
    if (position > 0) await clerk.keys('Control+ArrowDown')
    for (const statement of memo.statements.filter(({ agenda }) => agenda === item.no)) {
      await expect(speaker).toBeFocused()
      await page.keyboard.insertText(speakerKeys(statement.speaker))
      await clerk.keys('Enter', kindKeys[statement.kind] ?? '')
      await page.keyboard.insertText(statement.text)
      await clerk.keys('Enter')
      if (statement.kind !== '決定') continue
      decisions += 1
      const words = page.getByRole('textbox', { name: `決定事項 第${String(decisions)}号` })
      await expect(words).toBeFocused()
      await clerk.keys('ControlOrMeta+a')
      await page.keyboard.insertText(memo.decisions[decisions - 1]?.text ?? '')
      await clerk.keys('Enter')
    }
    if (item.no === '2-1') await picture(page, '12-minutes')
    for (const task of memo.tasks.filter(({ agenda }) => agenda === item.no)) await noteTask(clerk, task)
    await clerk.keys(item.kind === '協議' ? 'Alt+2' : item.no === '4' ? 'Alt+3' : 'Alt+1')
  }
  await clerk.reach(page.locator('summary', { hasText: '次回' }))
  await clerk.keys('Enter')
  await clerk.fill('次回の日', '12/10')
  await clerk.fill('次回の開始', memo.next_meeting.start)
  await clerk.fill('次回の場所', memo.next_meeting.place)
  await clerk.keys('Enter')
  await expect(page.getByText('12月10日（木）')).toBeVisible()
  await expect(talk).toBeVisible()
  await picture(page, '13-minutes-done')
}

async function noteTask(clerk: Clerk, task: Memo['tasks'][number]): Promise<void> {
  const { page } = clerk
  await expect(page.getByRole('combobox', { name: '話し手（席番号か、かな）' })).toBeFocused()
  await clerk.keys('Enter', 'Control+6')
  await page.keyboard.insertText(task.text)
  await clerk.keys('Enter')
  const form = page.getByRole('form', { name: '宿題' })
  await expect(form).toBeVisible()
  await clerk.fill('担当', task.owner, form)
  // Leaving the field keeps what was typed, whether it is one of the names offered or not.
  await clerk.keys('Tab')
  await clerk.fill('いつまで', task.due_as_written, form)
  if (task.status !== '未了') await clerk.pick('ようす', task.status)
  await clerk.press('残す', 'button', 'Enter', form)
  await expect(form).toBeHidden()
}

async function confirmMinutes(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('会議', 'link')
  // The home names the meeting too, until it has gone.
  await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
  await clerk.press(/第1回/, 'link')
  await clerk.press(/^議事録/, 'link')
  await clerk.press('議事録を確定する')
  await expect(page.getByRole('heading', { name: 'この会議で終わるもの' })).toBeVisible()
  await picture(page, '14-confirm')
  await clerk.press('この内容で確定する')
  await expect(page.getByText('第1版を確定しています。')).toBeVisible()
  await expect(page.getByRole('combobox', { name: '話し手（席番号か、かな）' })).toHaveCount(0)
  await clerk.press('議事録を見る')
  await expect(page.getByRole('region', { name: '議事録のページ' }).locator('canvas').first()).toBeVisible({
    timeout: 30_000,
  })
  await picture(page, '15-minutes-paper')
}

async function handIn(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('報告へ進む', 'link')
  await clerk.press(/市の様式を加える/)
  const choosing = page.waitForEvent('filechooser')
  await clerk.press('様式のExcelを選ぶ')
  await (await choosing).setFiles(join(inputs, 'kaisai-houkokusho.xlsx'))
  await expect(page.getByRole('heading', { name: '提出前チェック' })).toBeVisible()
  await expect(page.getByText('10件あり、様式の8行に入りません')).toBeVisible()
  await picture(page, '16-report-check')
  const download = page.waitForEvent('download')
  await clerk.press('提出として残す')
  const handed = readFileSync(await (await download).path())
  await expect(page.getByText('提出として残しました')).toBeVisible()
  checkForm(new Uint8Array(handed))
  await picture(page, '17-submitted')
}

/** Read back by a library that has no part in the filling; everything else must be as city hall sent it. */
function checkForm(handed: Uint8Array): void {
  const blank = new Uint8Array(readFileSync(join(inputs, 'kaisai-houkokusho.xlsx')))
  const difference = comparePackages(blank, handed)
  expect(difference.added).toEqual([])
  expect(difference.removed.filter((part) => part !== 'xl/calcChain.xml')).toEqual([])
  const touched = new Set(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml'])
  expect(difference.changed.filter((part) => !touched.has(part))).toEqual([])
  const sheet = readXlsx(handed).Sheets['様式第3号'] ?? {}
  const value = (cell: string): unknown => (sheet[cell] as { v?: unknown } | undefined)?.v
  expect([value('H17'), value('O17'), value('H18')]).toEqual(['□', '■', '□'])
  expect(value('S17')).toBe('東部')
  expect([value('I20'), value('L20'), value('O20'), value('S20')]).toEqual([8, 9, 17, '木'])
  expect([value('G23'), value('K23'), value('O23'), value('AA23'), value('AD23')]).toEqual([12, 10, 1, 1, 14])
  expect(value('Y21')).toBe('■対面　□ｵﾝﾗｲﾝ　□併用')
  expect([value('W26'), value('W29'), value('AD29')]).toEqual(['髙橋　敏夫', '木村　早苗', '代理'])
  expect([value('I48'), value('L48'), value('O48')]).toEqual([8, 12, 10])
}

async function planNext(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('会議', 'link')
  await clerk.press('会議を準備する')
  await expect(page.getByText('前回の約束　12月10日（木）　13:30')).toBeVisible()
  await clerk.press('この日で準備を始める')
  await expect(page.getByText('決まっていない議題 1　終わっていない宿題 12')).toBeVisible()
  await picture(page, '18-next-meeting')
  await clerk.press('まとめて引きつぐ')
  await expect(page.getByText('まとめて引きつぎました。')).toBeVisible()
  await clerk.press('ホーム', 'link')
  await expect(
    page
      .getByRole('button', { name: '第2回の準備を続ける' })
      .or(page.getByRole('link', { name: '第2回の準備を続ける' })),
  ).toBeVisible()
  await picture(page, '19-home')
}

/** Asks the data on disk by the command line, as another program would. */
function callCommand<Name extends OperationName>(
  folder: string,
  name: Name,
  input: GivenTo<Name>,
): OutputOf<Name> {
  const printed = execFileSync(
    join(project, 'node_modules/.bin/node'),
    [
      join(project, 'electron/shell/command/main.ts'),
      'call',
      name,
      '--data',
      folder,
      '--input',
      JSON.stringify(input),
    ],
    { encoding: 'utf8' },
  )
  // The command line prints what the contract declares as the operation's output.
  return JSON.parse(printed) as OutputOf<Name>
}

function compareWithMemo(folder: string): void {
  const [, first] = callCommand(folder, 'meetings.list', { councilId: null, fiscalYear: 2026 })
  if (!first) throw new Error('the meeting is not on disk')
  const meeting = callCommand(folder, 'meetings.get', { meetingId: first.id })
  expect(meeting).toMatchObject({ heldOn: memo.date, startsAt: memo.start, place: memo.place, locked: true })

  const items = meeting.agenda.filter(({ title }) => title !== '報告' && title !== '協議')
  expect(items.map(({ title, paperNumber }) => [title, paperNumber])).toEqual(
    memo.agenda.map(({ title, document }) => [title, document ?? '']),
  )
  const numberOf = new Map(items.map((item, position) => [item.id, memo.agenda[position]?.no]))

  const lineOf = (person: MemoPerson) =>
    meeting.roll.find(
      (line) =>
        plain(line.name) === plain(person.name) &&
        (person.id !== 'sato_k' || line.organizationName.includes('こども')),
    )
  for (const person of memo.attendance.filter(({ attendance }) => attendance !== '代理出席')) {
    const line = lineOf(person)
    expect(line, person.name).toBeDefined()
    expect(line, person.name).toMatchObject({
      presence: person.attendance === '欠席' ? 'absent' : person.attendance === '代理' ? 'proxy' : 'present',
      late: person.attendance === '遅刻',
      leftEarly: person.attendance === '早退',
    })
  }
  expect(meeting.roll.find((line) => line.presence === 'proxy')?.proxyName).toBe(personOf('kimura').name)
  const { counts } = memo
  expect(meeting.count).toMatchObject({
    members: counts['members'],
    present: counts['present'],
    late: counts['of_which_late'],
    leftEarly: counts['of_which_left_early'],
    proxy: counts['proxy'],
    absent: counts['absent'],
    counted: counts['counted_present'],
    observers: counts['observers_present'],
    observersAbsent: counts['observers_absent'],
    secretariat: counts['secretariat'],
  })
  expect(meeting.audience).toBe(counts['audience'])

  const kindNames: Readonly<Record<string, string>> = statementKindNames
  const idOfLine = new Map(
    memo.attendance.map((person) => [
      lineOf(person.id === 'kimura' ? personOf('nishimura') : person)?.id,
      person.id === 'kimura' ? 'nishimura' : person.id,
    ]),
  )
  expect(
    meeting.statements.map((statement) => [
      numberOf.get(statement.agendaItemId),
      statement.attendanceId === null ? '' : idOfLine.get(statement.attendanceId),
      kindNames[statement.kind],
      statement.text,
    ]),
  ).toEqual(
    memo.statements.map(({ agenda, speaker, kind, text }) => [
      agenda,
      speaker === 'kimura' ? 'nishimura' : speaker,
      kind,
      text,
    ]),
  )
  expect(
    meeting.decisions.map(({ number, text, agendaItemId }) => [
      `第${fullWidth(number)}号`,
      numberOf.get(agendaItemId),
      text,
    ]),
  ).toEqual(memo.decisions.map(({ no, agenda, text }) => [no, agenda, text]))
  // Carrying on marks what was open as 持ち越し: who, what and by when must still be as promised.
  const inOrder = <Task extends { text: string }>(tasks: readonly Task[]) =>
    [...tasks].sort((a, b) => (a.text < b.text ? -1 : 1))
  expect(
    inOrder(meeting.tasks).map(({ text, owner, dueOn, agendaItemId }) => [
      text,
      owner,
      dueOn,
      agendaItemId === null ? null : numberOf.get(agendaItemId),
    ]),
  ).toEqual(inOrder(memo.tasks).map(({ text, owner, due, agenda }) => [text, owner, due, agenda]))
  expect(meeting.versions).toHaveLength(1)
  expect(meeting.submissions).toHaveLength(1)
}

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
