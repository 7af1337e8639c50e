import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

async function setUp(page: Page): Promise<Clerk> {
  const clerk = new Clerk(page)
  await clerk.fill('事務局の名前', '社会福祉法人　青羽市社会福祉協議会')
  await clerk.fill('市区町村', '青羽市')
  await clerk.fill('協議体の名前', '青羽市第２層協議体（東部圏域）')
  await clerk.fill('圏域', '東部圏域')
  await clerk.press('これで始める')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  return clerk
}

async function addPerson(clerk: Clerk, name: string): Promise<void> {
  await clerk.press('名簿', 'link')
  await clerk.press('人を加える')
  await clerk.fill('氏名', name)
  await clerk.press('この人を加える')
  await expect(clerk.page.getByText(name).first()).toBeVisible()
}

async function openDataTab(clerk: Clerk): Promise<void> {
  await clerk.press('設定', 'link')
  await clerk.reach(clerk.page.getByRole('tab', { name: '事務局' }))
  await clerk.keys('End')
}

test.describe('控えに戻す', () => {
  test('いまとくらべてから戻り、戻したことも取り消せる', async ({ start, picture }) => {
    const { page } = await start({ now: '2026-11-23T09:00' })
    const clerk = await setUp(page)
    await addPerson(clerk, '髙橋　一郎')
    await openDataTab(clerk)
    await clerk.press('いま控えをとる')
    await expect(page.getByText('控えをとり、開いて確かめました。')).toBeVisible()
    await addPerson(clerk, '佐藤　花子')
    await openDataTab(clerk)
    await clerk.press('控えの中身を見る・戻す', 'link')
    await expect(page.getByRole('heading', { name: 'データを守る' })).toBeVisible()
    await picture(page, '70-safekeeping')
    await clerk.press(/手でとった.*にもどす$/)
    const question = page.getByRole('alertdialog')
    await expect(question.getByRole('row', { name: /名簿の人 2人 1人/ })).toBeVisible()
    await picture(page, '71-restore-compare')
    await clerk.press('この控えに戻す', 'button', 'Enter', question)
    await expect(page.getByText('戻す前のデータも、控えとして残してあります')).toBeVisible()
    await picture(page, '72-restored')
    await clerk.press('名簿', 'link')
    await expect(page.getByText('髙橋　一郎').first()).toBeVisible()
    await expect(page.getByText('佐藤　花子')).toHaveCount(0)
    await clerk.press('取り消す')
    await expect(page.getByText('佐藤　花子').first()).toBeVisible()
  })

  test('読めなくなったデータは、開くときの画面で控えから戻り、読めないファイルも捨てられない', async ({
    start,
    picture,
  }) => {
    const first = await start({ now: '2026-11-22T17:00' })
    const clerk = await setUp(first.page)
    await addPerson(clerk, '髙橋　一郎')
    // The closing backup is made.
    await first.close()
    writeFileSync(join(first.folder, 'tsudoi.db'), Buffer.alloc(9000, 'rubbish'))
    const { page } = await start({ now: '2026-11-23T08:30', folder: first.folder })
    await expect(page.getByText('データのファイルが読めません').first()).toBeVisible()
    await expect(page.getByText('いちばん新しい、読める控えです')).toBeVisible()
    await picture(page, '73-damaged')
    await new Clerk(page).press('この控えから戻して開く')
    await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
    await new Clerk(page).press('名簿', 'link')
    await expect(page.getByText('髙橋　一郎').first()).toBeVisible()
    expect(readdirSync(join(first.folder, 'backups'))).toContain('damaged-20261123-0830')
  })
})
