import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
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
  await host.close()
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
  await clerk.fill('代表者', '会長　大泉　正道')
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
