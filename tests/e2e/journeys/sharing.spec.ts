import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

/** Another program, a thread, whole copies: on a slow PC each takes its time. */
const seen = expect.configure({ timeout: 60_000 })

/** Sixty times as fast as in an office: two minutes without a sign of life are two seconds. */
const environment = { TSUDOI_SHARE_HASTE: '60' } as const

async function setUp(page: Page): Promise<Clerk> {
  const clerk = new Clerk(page)
  await clerk.fill('事務局の名前', '社会福祉法人　青羽市社会福祉協議会')
  await clerk.fill('市区町村', '青羽市')
  await clerk.fill('協議体の名前', '青羽市第２層協議体（東部圏域）')
  await clerk.fill('圏域', '東部圏域')
  await clerk.press('これで始める')
  await seen(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  return clerk
}

async function addPerson(clerk: Clerk, name: string): Promise<void> {
  await clerk.press('名簿', 'link')
  await clerk.press('人を加える')
  await clerk.fill('氏名', name)
  await clerk.press('この人を加える')
  await seen(clerk.page.getByText(name).first()).toBeVisible()
}

async function openSharing(clerk: Clerk): Promise<void> {
  await clerk.press('設定', 'link')
  await clerk.reach(clerk.page.getByRole('tab', { name: '事務局' }))
  await clerk.keys('End')
  await clerk.press('共有フォルダー', 'link')
  await seen(clerk.page.getByRole('heading', { name: '共有フォルダー', level: 1 })).toBeVisible()
}

test.describe('共有フォルダー', () => {
  test('一台が書き、もう一台が見て、落ちたあとを引きつぎ、取り残された変更を一件ずつ取り入れる', async ({
    start,
    picture,
  }) => {
    test.setTimeout(480_000)
    const place = mkdtempSync(join(tmpdir(), 'tsudoi-share-'))
    const share = join(place, 'share')
    renameSync(mkdtempSync(join(tmpdir(), 'tsudoi-share-')), share)
    try {
      const first = await start({ now: '2026-11-24T09:00', environment })
      const toda = await setUp(first.page)
      await addPerson(toda, '髙橋　一郎')
      await openSharing(toda)
      await picture(first.page, '74-sharing-join')
      await toda.fill('共有フォルダー', share)
      await toda.press('このフォルダーを使う')
      await seen(first.page.getByText('このPCで編集できます')).toBeVisible()

      // Its clock is an hour ahead.
      const second = await start({ now: '2026-11-24T10:05', environment })
      const yamada = new Clerk(second.page)
      await yamada.press('共有フォルダーの記録で始める')
      await yamada.fill('共有フォルダー', share)
      await picture(second.page, '79-sharing-second-pc')
      await yamada.press('この記録で始める')
      await seen(second.page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
      await seen(second.page.getByRole('link', { name: /閲覧のみ/ })).toBeVisible()
      await seen(second.page.getByText('9:00から編集中')).toBeVisible()
      await openSharing(yamada)
      await seen(second.page.getByText('9:00から編集しています')).toBeVisible()
      await picture(second.page, '75-sharing-reading')
      await yamada.press('名簿', 'link')
      await seen(second.page.getByText('髙橋　一郎').first()).toBeVisible()

      // Cut off: the folder is out of reach, and the first goes on.
      renameSync(share, join(place, 'away'))
      await seen(first.page.getByText(/共有フォルダーに届きません/).first()).toBeVisible()
      await addPerson(toda, '佐藤　花子')
      await picture(first.page, '76-sharing-cut-off')
      const { folder } = first
      first.kill()
      await first.close()
      renameSync(join(place, 'away'), share)

      await openSharing(yamada)
      await seen(second.page.getByRole('button', { name: '編集を引きつぐ' })).toBeVisible({
        timeout: 30_000,
      })
      await yamada.press('編集を引きつぐ')
      await seen(second.page.getByRole('alertdialog')).toBeVisible()
      await picture(second.page, '77-sharing-take-over')
      await yamada.press('編集を引きつぐ', 'button', 'Enter', second.page.getByRole('alertdialog'))
      // The question stays until this PC has the pen and shows its records; then the keyboard is back on the button.
      await seen(second.page.getByRole('alertdialog')).toBeHidden()
      const give = second.page.getByRole('button', { name: '編集を終えて、返す' })
      await seen(give).toBeVisible()
      await seen(give).toBeFocused()
      await addPerson(yamada, '鈴木　次郎')

      const again = await start({ now: '2026-11-24T09:40', folder, environment })
      const back = new Clerk(again.page)
      await seen(again.page.getByRole('link', { name: /取り残された変更/ })).toBeVisible()
      await openSharing(yamada)
      await yamada.press('編集を終えて、返す')
      await seen(second.page.getByRole('button', { name: '編集を始める' })).toBeVisible()
      await back.press(/閲覧のみ/, 'link')
      await seen(again.page.getByRole('heading', { name: '取り残された変更' })).toBeVisible()
      await seen(again.page.getByText('人「佐藤　花子」')).toBeVisible()
      await picture(again.page, '78-sharing-differences')
      await back.press('編集を始める')
      await seen(again.page.getByRole('button', { name: '編集を終えて、返す' })).toBeVisible()
      await seen(again.page.getByRole('button', { name: '人「佐藤　花子」を取り入れる' })).toBeEnabled()
      await back.press('人「佐藤　花子」を取り入れる')
      await seen(again.page.getByText('いまの記録に入っています')).toBeVisible()
      await back.press('名簿', 'link')
      for (const name of ['髙橋　一郎', '佐藤　花子', '鈴木　次郎'])
        await seen(again.page.getByText(name).first()).toBeVisible()
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })
})
