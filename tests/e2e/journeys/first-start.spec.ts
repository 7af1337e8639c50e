import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

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
