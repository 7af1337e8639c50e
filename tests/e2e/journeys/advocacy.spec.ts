import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

type TakePicture = (page: Page, name: string) => Promise<void>

/** A proposal is prepared from a decision, handed in, waited for, answered, and followed; a briefing is kept. */
test('決定から要望書へ、市の答えとその後まで', async ({ start, picture }) => {
  const { page } = await start()
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  await test.step('要望書を書く', () => write(clerk, picture))
  await test.step('準備した会議と決定を結びつける', () => link(clerk))
  await test.step('書面を紙のまま見る', () => look(clerk, picture))
  await test.step('提出して、ホームで待つ', () => handIn(clerk, picture))
  await test.step('答えと、その後', () => answer(clerk, picture))
  await test.step('説明会を残す', () => brief(clerk, picture))
})

async function write(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('働きかけ', 'link')
  await clerk.press('提案・要望を書く')
  await clerk.fill('件名', '通院の足の確保について')
  await clerk.fill('趣旨・理由', '東部圏域では、運転をやめた方の通院の足がなくなっています。')
  await clerk.fill('求めること', '福祉有償運送の登録を手伝うこと')
  await clerk.press('次の番号をとる')
  await expect(clerk.field('文書番号')).not.toHaveValue('')
  await clerk.fill('団体の名前', '東部地区自治会連絡協議会')
  await clerk.keys('Escape')
  await clerk.fill('役職', '会長')
  await clerk.fill('代表者の氏名', '髙橋　敏夫')
  await clerk.press('団体を加える')
  await expect(page.getByText('東部地区自治会連絡協議会　会長　髙橋　敏夫')).toBeVisible()
  await picture(page, 'advocacy-1-write')
  await clerk.press('この提案・要望を残す')
  await expect(page.getByRole('heading', { name: '通院の足の確保について' })).toBeVisible()
}

async function link(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.reach(page.getByRole('button', { name: /準備した会議$/ }))
  await clerk.keys('Enter')
  const meeting = page.getByRole('option', { name: /第1回$/ })
  await expect(meeting).toBeVisible()
  for (let step = 0; step < 10 && !(await clerk.hasFocus(meeting)); step += 1) await clerk.keys('ArrowDown')
  await clerk.keys('Enter')
  await clerk.reach(page.getByRole('button', { name: /どのやりとりから$/ }))
  await clerk.keys('Enter')
  const decision = page.getByRole('option', { name: /決定 第1号/ })
  await expect(decision).toBeVisible()
  for (let step = 0; step < 10 && !(await clerk.hasFocus(decision)); step += 1) await clerk.keys('ArrowDown')
  await clerk.keys('Enter')
  await clerk.press('会議を結びつける')
  await expect(page.getByRole('listitem').filter({ hasText: '決定 第1号' })).toBeVisible()
}

async function look(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('要望書を印刷する')
  await expect(page.getByText('1ページ', { exact: true })).toBeVisible()
  await picture(page, 'advocacy-2-paper')
  await clerk.press('閉じる')
}

async function handIn(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('提出した')
  await clerk.fill('受けとった人', '小田切主査')
  await clerk.press('提出したと残す')
  await expect(page.getByText('受けとった人　小田切主査')).toBeVisible()
  await clerk.press('ホーム', 'link')
  await expect(page.getByRole('link', { name: '通院の足の確保について' })).toBeVisible()
  await picture(page, 'home-town')
  await clerk.press('通院の足の確保について', 'link')
  await expect(page.getByRole('heading', { name: '提案・要望', level: 1 })).toBeVisible()
}

async function answer(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await page.getByRole('option', { name: /通院の足の確保について/ }).waitFor()
  await clerk.reach(page.getByRole('listbox', { name: '提案・要望' }))
  const wanted = page.getByRole('option', { name: /通院の足の確保について/ })
  await clerk.keys('Home')
  for (let step = 0; step < 10; step += 1) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') break
    await clerk.keys('ArrowDown')
  }
  await expect(page.getByRole('heading', { name: '通院の足の確保について' })).toBeVisible()
  await clerk.press('答えを書く')
  await clerk.reach(page.getByRole('radio', { name: '取り組む', exact: true }))
  await clerk.keys('ArrowRight')
  await expect(page.getByRole('radio', { name: '一部を取り組む' })).toBeChecked()
  await clerk.fill('答えの内容', '登録の相談の窓口を、11月に開く。')
  await clerk.press('答えを残す')
  await expect(page.getByText('【一部を取り組む】登録の相談の窓口を、11月に開く。')).toBeVisible()
  await clerk.fill('その後にすること', '窓口の日を団体に知らせる')
  await clerk.press('その後に加える')
  await expect(page.getByRole('listitem').filter({ hasText: '窓口の日を団体に知らせる' })).toBeVisible()
  await picture(page, 'advocacy-3-answer')
}

async function brief(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('説明会', 'link')
  await clerk.press('説明会を加える')
  await clerk.fill('説明会の名前', '市の若手職員との勉強会')
  await clerk.reach(page.getByRole('radio', { name: '住民' }))
  await clerk.keys('ArrowRight')
  await clerk.fill('会場', '市役所　３階　会議室')
  await clerk.fill('市の職員の人数', '１２')
  await clerk.fill('反応・出た意見', 'ほかの課とも分け合いたい')
  await clerk.press('この説明会を残す')
  await expect(page.getByText('12名（住民 0、市の職員 12、そのほか 0）')).toBeVisible()
  await picture(page, 'advocacy-4-briefing')
}
