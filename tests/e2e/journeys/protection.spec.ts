import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

const name = '髙橋　一郎'
const password = 'さくらがくの四月'

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
  await clerk.fill('氏名', name)
  await clerk.press('この人を加える')
  await expect(page.getByText(name).first()).toBeVisible()
  return clerk
}

async function openProtection(clerk: Clerk): Promise<void> {
  await clerk.press('設定', 'link')
  await clerk.reach(clerk.page.getByRole('tab', { name: '事務局' }))
  await clerk.keys('End')
  await clerk.press('パスワードと鍵', 'link')
  await expect(clerk.page.getByRole('heading', { name: 'パスワードと鍵' })).toBeVisible()
}

/** Files of a folder in which a text stands openly. */
function openly(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text))
}

/** All that stands in the document, what is written into its fields too. */
async function shownIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')]
    const values = fields.map((field) => ('value' in field ? String(field.value) : ''))
    return [document.title, document.documentElement.outerHTML, ...values].join('\n')
  })
}

async function seeName(clerk: Clerk): Promise<void> {
  await expect(clerk.page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  await clerk.press('名簿', 'link')
  await expect(clerk.page.getByText(name).first()).toBeVisible()
}

test('パスワードをつけた記録は、パスワードか回復キーでだけ開く', async ({ start, picture }) => {
  test.setTimeout(300_000)
  const first = await start({ now: '2026-11-23T09:00' })
  const { folder } = first
  const clerk = await setUp(first.page)
  await openProtection(clerk)
  await expect.poll(() => openly(folder, name).length).toBeGreaterThan(0)
  await picture(first.page, '110-password-set')
  await clerk.fill('パスワード', password)
  await clerk.fill('もう一度', password)
  await clerk.press('パスワードをつける')
  const groups = first.page.getByRole('list', { name: '回復キー' }).getByRole('listitem')
  await expect(groups).toHaveCount(8, { timeout: 60_000 })
  const recoveryKey = (await groups.allInnerTexts()).map((text) => text.slice(-5)).join('-')
  await picture(first.page, '111-recovery-key')
  expect(openly(folder, name)).toEqual([])
  await clerk.press('紙をしまったので閉じる')
  await first.close()
  expect(openly(folder, name)).toEqual([])
  // As on a stick in a drawer: a backup of this time, with its key file.
  const backups = join(folder, 'backups')
  const drawer = readdirSync(backups)
    .filter((file) => file.endsWith('.key') || file.endsWith('-close.db'))
    .map((file) => ({
      file: file.replace(/^tsudoi-\d{8}-/, 'tsudoi-20261101-'),
      bytes: readFileSync(join(backups, file)),
    }))

  const second = await start({ now: '2026-11-24T09:00', folder })
  const next = new Clerk(second.page)
  await expect(second.page.getByRole('heading', { name: 'パスワードを入れてください' })).toBeVisible()
  await next.fill('パスワード', 'ちがうことばです')
  await next.keys('Enter')
  await expect(second.page.getByText('パスワードか回復キーがちがいます。')).toBeVisible()
  await picture(second.page, '112-password-wrong')
  await next.fill('パスワード', password)
  await next.keys('Enter')
  await seeName(next)

  // A backup of today, a change after it, and the way back.
  await next.press('設定', 'link')
  await next.reach(second.page.getByRole('tab', { name: '事務局' }))
  await next.keys('End')
  await next.press('いま控えをとる')
  await expect(second.page.getByText('控えをとり、開いて確かめました。')).toBeVisible()
  await next.press('控えの中身を見る・戻す', 'link')
  await next.press(/の控え（.*）にもどす/)
  await next.press('この控えに戻す')
  await expect(second.page.getByText('の控えに戻しました')).toBeVisible()
  expect(openly(folder, name)).toEqual([])

  // Ctrl, Alt and L in the middle of a word: nothing of the screen is left in the document, and afterwards all is there again.
  await next.press('名簿', 'link')
  await next.press('人を加える')
  const halfWritten = '書きかけ　太郎'
  await next.fill('氏名', halfWritten)
  expect(await shownIn(second.page)).toContain(name)
  expect(await shownIn(second.page)).toContain(halfWritten)
  await next.keys('Control+Alt+KeyL')
  await expect(second.page.getByRole('heading', { name: '画面に鍵がかかっています' })).toBeVisible()
  const shown = await shownIn(second.page)
  for (const text of [name, halfWritten, '青羽市']) expect(shown).not.toContain(text)
  await picture(second.page, '113-screen-locked')
  await next.fill('パスワード', password)
  await next.keys('Enter')
  await expect(second.page.getByRole('textbox', { name: '氏名', exact: true })).toHaveValue(halfWritten)
  await expect(second.page.getByRole('textbox', { name: '氏名', exact: true })).toBeFocused()
  await next.press('この人を加える')
  await expect(second.page.getByText(halfWritten).first()).toBeVisible()
  await openProtection(next)
  await expect(second.page.getByRole('heading', { name: 'パスワードと鍵' })).toBeVisible()
  await picture(second.page, '114-password-change')
  await second.close()

  // Forgotten: by the printed key, one sign of it misread first; and taken away again.
  const third = await start({ now: '2026-11-25T09:00', folder })
  const last = new Clerk(third.page)
  await last.press(/パスワードを忘れたとき/)
  await last.fill(
    '回復キー',
    recoveryKey.replace(/.(.{4})$/, (_whole, rest: string) => `U${rest}`),
  )
  await last.keys('Enter')
  await expect(third.page.getByText('回復キーの8つめのまとまりに、写しちがいがあります。')).toBeVisible()
  await last.fill('回復キー', recoveryKey.toLowerCase())
  await last.keys('Enter')
  await seeName(last)
  await openProtection(last)
  await last.fill('いまのパスワード', password)
  await last.press('パスワードをやめる')
  await last.press('暗号をやめる')
  await expect(third.page.getByText('パスワードをやめました。')).toBeVisible({ timeout: 60_000 })
  await third.close()
  expect(openly(folder, name).length).toBeGreaterThan(0)
  for (const { file, bytes } of drawer) writeFileSync(join(backups, file), bytes)
  const { page } = await start({ now: '2026-11-26T09:00', folder })
  const after = new Clerk(page)
  await seeName(after)

  // A backup under the password of then: asked for, looked into, and brought back under the protection of now.
  await after.press('設定', 'link')
  await after.reach(page.getByRole('tab', { name: '事務局' }))
  await after.keys('End')
  await after.press('控えの中身を見る・戻す', 'link')
  await after.press(/11月1日.*の控え（終えたとき）にもどす$/)
  await after.fill('控えをとったときのパスワード', password)
  await picture(page, '119-backup-of-another-password')
  await after.keys('Enter')
  await expect(page.getByRole('row', { name: /名簿の人 2人 1人/ })).toBeVisible({ timeout: 60_000 })
  await after.press('この控えに戻す')
  await expect(page.getByText('の控えに戻しました')).toBeVisible()
  await after.press('名簿', 'link')
  await expect(page.getByText(name).first()).toBeVisible()
})

test('使う人を選び、役割ごとの暗証番号で始める', async ({ start, picture }) => {
  const first = await start({ now: '2026-11-23T09:00' })
  const clerk = await setUp(first.page)
  await openProtection(clerk)
  await clerk.fill('使う人', '戸田　さやか\n北村　健')
  await clerk.press('使う人を保存する')
  await expect(first.page.getByText('使う人を保存しました。')).toBeVisible()
  await clerk.fill('「編集」の暗証番号', '2468')
  await clerk.fill('「管理」の暗証番号', '13579')
  await picture(first.page, '115-roles-set')
  await clerk.press('役割を使う')
  await expect(first.page.getByText('暗証番号を決めました。')).toBeVisible()
  await clerk.press('席をかわる')
  await expect(first.page.getByRole('heading', { name: 'だれが使いますか' })).toBeVisible()
  await clerk.fill('暗証番号', '0000')
  await picture(first.page, '116-take-seat')
  await clerk.keys('Enter')
  await expect(first.page.getByText('暗証番号がちがいます。')).toBeVisible()
  await clerk.press(/^編集/, 'radio', 'ArrowUp')
  await clerk.press('始める')
  await clerk.press('名簿', 'link')
  await clerk.press(/を名簿から外す$/)
  await expect(first.page.getByText('この操作は、「編集」の役割の人だけができます。')).toBeVisible()
  await picture(first.page, '117-role-needed')

  // The number is forgotten: the way back is said, asked for by name, and stands in the record of changes.
  await openProtection(clerk)
  await clerk.press('席をかわる')
  await clerk.press('暗証番号を忘れたとき')
  await clerk.fill('事務局の名前', '社会福祉法人　青羽市社会福祉協議会')
  await picture(first.page, '118-pins-forgotten')
  await clerk.press('役割をやめる')
  await expect(first.page.getByRole('radiogroup', { name: '役割' })).toBeHidden()
  await clerk.press('始める')
  await expect(first.page.getByRole('heading', { name: 'パスワードと鍵' })).toBeVisible()
})
