import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'
import { violationsOf } from '../violations.ts'

/** Every screen of the practice council, looked over by axe: names, roles, contrast, order. */
const screens: readonly (readonly [string, string])[] = [
  ['ホーム', '/'],
  ['会議', '/meetings'],
  ['1年の予定', '/meetings/plan'],
  ['いつもの次第', '/meetings/usual'],
  ['宿題', '/meetings/tasks'],
  ['決定事項', '/meetings/decisions'],
  ['出席状況', '/meetings/attendance'],
  ['名簿', '/roster'],
  ['取り込み', '/roster/import'],
  ['地域課題', '/area'],
  ['地域資源', '/area/resources'],
  ['資源開発', '/area/developments'],
  ['資源の過不足', '/area/gap'],
  ['提案・要望', '/advocacy'],
  ['説明会', '/advocacy/briefings'],
  ['助けの分類', '/area/kinds'],
  ['地域資源の取り込み', '/area/import'],
  ['活動記録', '/coordinators'],
  ['活動報告', '/coordinators/figures'],
  ['コーディネーターの選出', '/coordinators/selections'],
  ['年度のまとめ', '/coordinators/year'],
  ['人と区分', '/coordinators/people'],
  ['帳票', '/reports'],
  ['市の様式を加える', '/reports/new-form'],
  ['紙のきまり', '/reports/settings'],
  ['一覧を取り出す', '/reports/lists'],
  ['委員名簿の紙', '/reports/papers/roster-public/none'],
  ['委嘱状', '/reports/letters/appointment/none'],
  ['謝金の支払い', '/reports/payments'],
  ['謝金のきまり', '/reports/payments/rules'],
  ['予算・決算', '/reports/budget'],
  ['事業計画', '/reports/plan'],
  ['設定', '/settings'],
  ['共有フォルダー', '/settings/sharing'],
  ['パスワードと鍵', '/settings/protection'],
  ['ログと問い合わせ', '/settings/support'],
  ['ライセンス', '/settings/licences'],
]

/** A screen that is still coming is looked at again; what is wrong with it stays wrong. */
async function expectNone(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect.soft.poll(() => violationsOf(page), { message: name, timeout: 20_000 }).toEqual([])
}

test('どの画面も、読み上げと高い対比で使える', async ({ start }) => {
  const { page } = await start()
  expect(await violationsOf(page), 'はじめ').toEqual([])
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  const go = (place: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash
    }, `#${place}`)
  for (const [name, place] of screens) {
    await go(place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNone(page, name)
  }
  await go('/meetings')
  await clerk.press(/第2回/, 'link')
  const meeting = /(#\/meetings\/[^/]+)\//.exec(page.url())?.[1]?.slice(1) ?? ''
  for (const step of ['prepare', 'day', 'minutes', 'report']) {
    await go(`${meeting}/${step}`)
    await expect(page.getByRole('heading', { level: 1, name: /第2回/ })).toBeVisible()
    await expectNone(page, step)
    if (step !== 'minutes') continue
    // What stands in the place of the talk: the round of the draft, a transcript to be parted.
    for (const [button, heading] of [
      ['委員確認・版の違い', '委員確認'],
      ['発言録を貼りつける', '発言録を貼りつける'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
      await expectNone(page, button)
      await page.getByRole('button', { name: 'まだ書く' }).click()
    }
  }
  await go('/reports')
  const form = page.getByRole('table', { name: '市の様式' }).getByRole('link').first()
  const formPlace = /#(\/reports\/forms\/[^/]+)\//.exec((await form.getAttribute('href')) ?? '')?.[1] ?? ''
  for (const step of ['keep', 'map', 'check', 'submit']) {
    await go(`${formPlace}/${step}`)
    await expect(page.getByRole('heading', { level: 1, name: /開催報告書/ })).toBeVisible()
    await expectNone(page, `様式 ${step}`)
  }
})
