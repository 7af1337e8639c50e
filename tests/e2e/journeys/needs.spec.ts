import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

/** What was said becomes a need, goes up a layer, comes back with an answer, and ends in a resource. */
test('発言から地域課題へ、第1層の答えから資源まで', async ({ start, picture }) => {
  const { page } = await start()
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible({ timeout: 60_000 })
  await test.step('第1層の協議体を加える', () => addUpperCouncil(clerk))
  await test.step('議事録の発言を、一つのキーで課題にする', () => noteFromMinutes(clerk))
  await test.step('課題をととのえ、名前に見えることばを言われる', () => completeNeed(clerk, picture))
  await test.step('第1層へ上げ、答えを待ち、答えを残す', () => passAndAnswer(clerk, picture))
  await test.step('課題から取り組みを始め、段取りを踏む', () => develop(clerk, picture))
  await test.step('資源になり、課題は対応したことになる', () => grow(clerk, picture))
})

async function addUpperCouncil(clerk: Clerk): Promise<void> {
  await clerk.press('設定', 'link')
  await clerk.press('事務局', 'tab')
  await clerk.keys('ArrowRight')
  await clerk.press('ほかの協議体を加える')
  await clerk.fill('協議体の名前', '青羽市第１層協議体')
  await clerk.fill('圏域', '青羽市')
  await clerk.reach(clerk.page.getByRole('radio', { name: '第2層' }))
  await clerk.keys('ArrowLeft')
  await clerk.press('この協議体を加える')
  await expect(clerk.page.getByText('青羽市第１層協議体').first()).toBeVisible()
}

/** Chooses the council being worked on, in the top line. */
async function workOn(clerk: Clerk, name: RegExp): Promise<void> {
  await clerk.press(/^協議体\s/)
  const wanted = clerk.page.getByRole('menuitemradio', { name })
  for (let step = 0; step < 6 && !(await clerk.hasFocus(wanted)); step += 1) await clerk.keys('ArrowDown')
  await clerk.keys('Enter')
  await expect(wanted).toBeHidden()
}

async function noteFromMinutes(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await workOn(clerk, /第２層/)
  await clerk.press('会議', 'link')
  // The home names the meeting too, until it has gone.
  await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
  await clerk.press(/第2回/, 'link')
  await clerk.press(/議事録/, 'link')
  const words = page.getByRole('textbox', { name: '発言のことば' })
  await clerk.reach(words)
  await page.keyboard.insertText('田中さんの家から店まで遠く、冬は歩けない')
  await clerk.keys('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: '冬は歩けない' })).toBeVisible()
  await clerk.keys('Control+0')
  await expect(page.getByText('地域課題として書きとめました')).toBeVisible()
  await expect(page.getByText('「田中さん」があります')).toBeVisible()
  await clerk.keys('Control+0')
  await expect(page.getByText('もう地域課題になっています')).toBeVisible()
}

type TakePicture = (page: Page, name: string) => Promise<void>

async function completeNeed(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('地域', 'link')
  const list = page.getByRole('listbox', { name: '地域課題' })
  await expect(list.getByRole('option', { name: /冬は歩けない/ })).toBeVisible()
  await clerk.press('この地域課題を直す')
  await expect(page.getByText('「田中さん」（お名前）')).toBeVisible()
  await clerk.fill('困っていること', '店まで遠く、冬は歩けない方がいる')
  await expect(page.getByText('「田中さん」（お名前）')).toBeHidden()
  await clerk.pick('分類', '買い物')
  await clerk.press('高齢者', 'checkbox', 'Space')
  await picture(page, '60-need-form')
  await clerk.press('この内容に直す')
  await expect(page.getByRole('heading', { name: '店まで遠く、冬は歩けない方がいる' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'もとの発言をひらく' })).toBeVisible()
}

async function passAndAnswer(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('ほかの層へ渡す')
  await clerk.fill('お願いすること', '市全体で移動販売を考えてほしい')
  await clerk.press('この協議体へ渡す')
  await expect(page.getByText('第1層へ上げた')).toBeVisible()
  await picture(page, '61-need-passed')
  await clerk.press('ホーム', 'link')
  await expect(page.getByText('店まで遠く、冬は歩けない方がいる')).toBeVisible()
  await clerk.press('地域', 'link')
  await clerk.press('答えを書く')
  await clerk.fill('答え', '移動販売の事業者と、路線を話し合う')
  await clerk.press('答えを残す')
  await expect(page.getByText('移動販売の事業者と、路線を話し合う')).toBeVisible()
}

async function develop(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('過不足', 'link')
  await clerk.press(/課題/, 'button', 'Enter', page.getByRole('row', { name: /^買い物/ }))
  await expect(page.getByRole('link', { name: '店まで遠く、冬は歩けない方がいる' })).toBeVisible()
  await picture(page, '62-gap')
  await clerk.press('開発', 'link')
  await clerk.press('取り組みを始める')
  await clerk.fill('取り組みの名前', '移動販売ひがし号')
  await clerk.pick('分類', '買い物')
  await clerk.press('店まで遠く、冬は歩けない方がいる', 'checkbox', 'Space')
  await clerk.press('この取り組みを残す')
  const card = page.getByRole('button', { name: /^移動販売ひがし号 / })
  await clerk.fill('次にすること', '事業者と路線を決める')
  await clerk.press('段取りに加える')
  await clerk.press('「事業者と路線を決める」を済みにする')
  await expect(page.getByText(/に済み/)).toBeVisible()
  await clerk.reach(card)
  await clerk.keys('Alt+ArrowRight')
  await expect(page.getByRole('region', { name: '準備' }).getByText('移動販売ひがし号')).toBeVisible()
  await clerk.keys('Alt+ArrowRight')
  await expect(page.getByRole('region', { name: 'ためし' }).getByText('移動販売ひがし号')).toBeVisible()
  await picture(page, '63-developments')
}

async function grow(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('資源になった')
  await clerk.press('資源になったと残す')
  await expect(
    page.getByRole('region', { name: '資源になった', exact: true }).getByText('移動販売ひがし号'),
  ).toBeVisible()
  await clerk.press('ホーム', 'link')
  await clerk.press('地域資源の確認', 'link')
  await clerk.fill('地域資源をことばでしぼる', 'ひがし号')
  await clerk.keys('ArrowDown')
  await expect(page.getByRole('heading', { name: '移動販売ひがし号' })).toBeVisible()
  await clerk.press('きょう確認した')
  await expect(page.getByText('確認済み').first()).toBeVisible()
  await clerk.press('移動販売ひがし号を直す')
  await clerk.reach(page.getByRole('radio', { name: '関係者まで' }))
  await clerk.keys('ArrowLeft')
  await clerk.press('この内容に直す')
  await picture(page, '64-resources')
  await clerk.press('住民向けの一覧')
  await expect(page.getByText(/^\d+ページ$/)).toBeVisible({ timeout: 60_000 })
  await picture(page, '65-leaflet')
  await clerk.press('課題', 'link')
  await clerk.pick('どれを見るか', 'すべて')
  await expect(page.getByText('地域資源「移動販売ひがし号」ができた')).toBeVisible()
}
