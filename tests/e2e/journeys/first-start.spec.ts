import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'
import { violationsOf } from '../violations.ts'

test.describe('はじめての日', () => {
  test('答えるのは五つだけ、Enterで進み、ホームに着く', async ({ start, picture }) => {
    const { page } = await start({ now: '2026-09-01T09:00' })
    const clerk = new Clerk(page)
    await expect(page.getByRole('heading', { name: 'つどいを始めます' })).toBeVisible()
    await picture(page, '01-first-start')
    await clerk.fill('事務局の名前', '社会福祉法人　青羽市社会福祉協議会')
    await clerk.fill('市区町村', '青羽市')
    await clerk.fill('協議体の名前', '青羽市第２層協議体（東部圏域）')
    await clerk.fill('圏域', '東部圏域')
    await clerk.press('これで始める')
    await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
    await expect(page.getByText('青羽市第２層協議体（東部圏域）').first()).toBeVisible()
  })

  test('F1で、いまの画面の使い方がひらく。書きかけは残り、文字を倍にしても使える', async ({
    start,
    picture,
  }) => {
    const { page } = await start({ now: '2026-09-01T09:00' })
    const clerk = new Clerk(page)
    await clerk.press('練習用の協議体でためす')
    await clerk.press('名簿', 'link')
    await clerk.press('人を加える')
    await clerk.fill('氏名', '書きかけ　の人')
    await clerk.keys('F1')
    const manual = page.getByRole('dialog', { name: '使い方' })
    await expect(manual.getByRole('heading', { name: '名簿と席' })).toBeVisible()
    await expect
      .poll(() =>
        manual.getByRole('img').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
      )
      .toBeGreaterThan(600)
    await picture(page, 'manual-1-roster')
    await clerk.press('議事録をとる', 'button', 'Enter', manual)
    await expect(manual.getByRole('article', { name: '議事録をとる' })).toBeVisible()
    await expect.poll(() => violationsOf(page)).toEqual([])
    await clerk.keys('Escape')
    await expect(manual).toBeHidden()
    await expect(clerk.field('氏名')).toHaveValue('書きかけ　の人')

    // Letters at twice their size: half as much room. Nothing runs out of the window sideways.
    await page.setViewportSize({ width: 683, height: 384 })
    for (const place of [
      '/',
      '/meetings',
      '/roster',
      '/participation',
      '/area/gap',
      '/reports',
      '/settings',
    ]) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#${place}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), place)
        .toBeLessThanOrEqual(0)
    }
    await picture(page, 'manual-2-twice-the-size')
  })

  test('足りない答えは、その欄のところで言われ、書いたものは消えない', async ({ start }) => {
    const { page } = await start()
    const clerk = new Clerk(page)
    await clerk.fill('担当者', '戸田　さやか')
    await clerk.press('これで始める')
    await expect(page.getByText('事務局の名前を書いてください。')).toBeVisible()
    await expect(page.getByLabel('担当者')).toHaveValue('戸田　さやか')
  })

  test('練習は一度押すだけで始まり、一度押すだけで跡を残さず終わる', async ({ start }) => {
    const { page } = await start()
    const clerk = new Clerk(page)
    await clerk.press('練習用の協議体でためす')
    await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
    await expect(page.getByText('練習のデータです。ほんとうの記録ではありません。')).toBeVisible()
    await clerk.press('練習をやめて消す')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await clerk.press(/消す/, 'button', 'Enter', page.getByRole('alertdialog'))
    await expect(page.getByRole('heading', { name: 'つどいを始めます' })).toBeVisible()
  })
})
