import { readFileSync } from 'node:fs'
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
  await clerk.press('名簿', 'link')
  await clerk.press('人を加える')
  await clerk.fill('氏名', '髙橋　一郎')
  await clerk.press('この人を加える')
  await expect(page.getByText('髙橋　一郎').first()).toBeVisible()
  return clerk
}

async function openSafekeeping(clerk: Clerk): Promise<void> {
  await clerk.press('設定', 'link')
  await clerk.reach(clerk.page.getByRole('tab', { name: '事務局' }))
  await clerk.keys('End')
  await clerk.press('控えの中身を見る・戻す', 'link')
  await expect(clerk.page.getByRole('heading', { name: 'データを守る' })).toBeVisible()
}

test.describe('四月の引きつぎ', () => {
  test('一つのファイルと合いことばで、新しいPCが続きから始まる', async ({ start, picture }) => {
    const old = await start({ now: '2027-03-31T16:00' })
    const clerk = await setUp(old.page)
    await openSafekeeping(clerk)
    await clerk.fill('合いことば', 'さくら咲く四月の朝')
    await clerk.fill('もう一度', 'さくら咲く四月の朝')
    await picture(old.page, '74-handover-make')
    const downloading = old.page.waitForEvent('download')
    await clerk.press('引きつぎのファイルを作る')
    const file = readFileSync(await (await downloading).path())
    expect(file.includes('髙橋')).toBe(false)

    const { page } = await start({ now: '2027-04-01T09:00' })
    const next = new Clerk(page)
    const choosing = page.waitForEvent('filechooser')
    await next.press('引きつぎのファイルから始める')
    const name = '引きつぎ.tsudoi'
    await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: file })
    await expect(page.getByText(name)).toBeVisible()
    await next.fill('合いことば', 'ちがうことばです')
    await next.press('このデータで始める')
    await expect(page.getByText('合いことばがちがいます。')).toBeVisible()
    await picture(page, '75-handover-wrong')
    await next.fill('合いことば', 'さくら咲く四月の朝')
    await next.press('このデータで始める')
    await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
    await next.press('名簿', 'link')
    await expect(page.getByText('髙橋　一郎').first()).toBeVisible()
  })

  test('点検は何も変えず、変更の記録からは消した人も戻せる', async ({ start, picture }) => {
    const { page } = await start({ now: '2026-11-23T09:00' })
    const clerk = await setUp(page)
    await openSafekeeping(clerk)
    await clerk.press('点検する')
    await expect(
      page.getByText('つに気になるところがありました').or(page.getByText('気になるところはありませんでした')),
    ).toBeVisible()
    await picture(page, '76-check')
    await clerk.press('名簿', 'link')
    await clerk.press('髙橋　一郎さんを名簿から外す')
    await expect(page.getByText('名簿から外しました')).toBeVisible()
    await clerk.press('設定', 'link')
    await clerk.reach(page.getByRole('tab', { name: '事務局' }))
    await clerk.keys('End')
    await clerk.press('変更の記録', 'link')
    await expect(page.getByText('人「髙橋　一郎」を取り消した')).toBeVisible()
    await picture(page, '77-history')
    await clerk.press(/人「髙橋.一郎」を取り消した）を取り消す$/)
    await expect(page.getByText('人「髙橋　一郎」を元に戻した')).toBeVisible()
    await clerk.press('名簿', 'link')
    await expect(page.getByText('髙橋　一郎').first()).toBeVisible()
  })
})
