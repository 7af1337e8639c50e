import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

/** A page is drawn piece by piece some time after it stands there: wait until it has ink and no longer changes. */
async function drawn(page: Page): Promise<void> {
  const canvas = page.locator('canvas').first()
  await expect(canvas).toBeVisible({ timeout: 60_000 })
  const ink = (): Promise<number> =>
    canvas.evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) return 0
      const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? []
      let dark = 0
      for (let at = 0; at < pixels.length; at += 4)
        if ((pixels[at] ?? 255) < 128 && (pixels[at + 3] ?? 0) > 200) dark += 1
      return dark
    })
  let last = 0
  const stands = async (): Promise<boolean> => {
    const before = last
    last = await ink()
    return last > 100 && last === before
  }
  await expect.poll(stands, { timeout: 60_000, intervals: [500] }).toBe(true)
}

type TakePicture = (page: Page, name: string) => Promise<void>

/** From what was marked on the day to the closed run and the banks' file; then into the settlement of the year. */
test('出席から支払い、締め、振込のファイル、決算まで', async ({ start, picture }) => {
  const { page } = await start()
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  await test.step('一人の額を直して締める', () => close(clerk, picture))
  await test.step('振込のファイルを作る', () => transfer(clerk))
  await test.step('開きなおし、やめる', () => reopen(clerk))
  await test.step('きまりと受けとりかた', () => rules(clerk, picture))
  await test.step('伝票を加え、決算書を見る', () => settle(clerk, picture))
  await test.step('事業計画書を作る', () => plan(clerk, picture))
})

/** The closed one stays as it is; whoever gives up has it again. */
async function reopen(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.press('開きなおす')
  await clerk.fill('作りなおすわけ', '旅費をもう一人直すため')
  await clerk.press(/^作りなおす$/)
  await expect(page.getByText('わけ：旅費をもう一人直すため')).toBeVisible()
  await clerk.press('作りなおすのをやめる')
  await expect(page.getByText('締めました', { exact: true })).toBeVisible()
}

async function close(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('帳票', 'link')
  await clerk.press('謝金・費用弁償（支払調書・領収書・振込）', 'link')
  await expect(page.getByRole('heading', { name: /第1回\s謝金・費用弁償/ })).toBeVisible()
  await expect(page.getByText('まだ締めていません')).toBeVisible()
  await picture(page, 'money-1-draft')
  await clerk.press(/^髙橋\s敏夫の.*の額を直す/)
  await clerk.fill('費用弁償（円）', '１，２００')
  await clerk.fill('直すわけ', 'バス代の実費')
  await clerk.press('この額にする')
  await expect(page.getByText('＋旅費1,200')).toBeVisible()
  // 8,000 + 1,200 − 816 (10.21 % of 8,000, the fraction dropped).
  await expect(page.getByRole('row', { name: /髙橋/ }).getByText('8,384')).toBeVisible()
  await picture(page, 'money-2-changed')
  await clerk.press('支払調書')
  await expect(page.getByText(/^\d+ページ$/)).toBeVisible()
  await drawn(page)
  await picture(page, 'money-3-list-paper')
  await clerk.press('閉じる')
  await clerk.press('この支払いを締める')
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await clerk.press(/^締める$/, 'button', 'Enter', dialog)
  await expect(page.getByText('締めました', { exact: true })).toBeVisible()
  await expect(page.getByText('締めたときの支払調書')).toBeVisible()
  await picture(page, 'money-3-closed')
}

async function transfer(clerk: Clerk): Promise<void> {
  const { page } = clerk
  const waiting = page.waitForEvent('download')
  await clerk.press('振込のファイルを作る')
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/総合振込\.txt$/)
  const bytes = await readFile(await download.path())
  expect(bytes.length % 122).toBe(0)
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('1210')
  await expect(page.getByText('銀行に出す振込のファイル', { exact: false }).first()).toBeVisible()
}

async function rules(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('きまりと受けとりかた', 'link')
  await expect(page.getByRole('heading', { name: '謝金のきまり', level: 1 })).toBeVisible()
  await expect(page.getByText(/普通 \*\*\*\*\d{3}/).first()).toBeVisible()
  await picture(page, 'money-4-rules')
  await clerk.press(/^髙橋\s敏夫の口座/)
  await clerk.fill('口座番号（7けた）', '12345')
  await clerk.press('この口座を残す')
  await expect(page.getByText('口座番号は、数字7けたで書いてください（いま5文字です）。')).toBeVisible()
  await clerk.press('やめる')
}

async function settle(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('予算・決算', 'link')
  await clerk.press(/^会場費の伝票/)
  await clerk.fill('摘要', '机の借り上げ')
  await clerk.fill('金額（円。返金は －）', '1,500')
  await clerk.press('伝票を加える')
  await expect(page.getByRole('list', { name: '会場費の伝票' }).getByText('机の借り上げ')).toBeVisible()
  await picture(page, 'money-5-budget')
  await clerk.press('収支決算書')
  await expect(page.getByText('1ページ', { exact: true })).toBeVisible()
  await drawn(page)
  await picture(page, 'money-6-settlement-paper')
  await clerk.press('閉じる')
}

async function plan(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('事業計画', 'link')
  await clerk.press('テーマを加える')
  await clerk.fill('4番目のテーマ', '見守りの輪')
  await clerk.press('この計画を残す')
  await expect(page.getByText('残しました。')).toBeVisible()
  await picture(page, 'money-7-plan')
  await clerk.press('事業計画書')
  await expect(page.getByText('1ページ', { exact: true })).toBeVisible()
  await drawn(page)
  await picture(page, 'money-8-plan-paper')
}
