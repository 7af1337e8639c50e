import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

const project = join(import.meta.dirname, '../../..')

test('議事録の案を送り、訂正を聞き、違いを確かめ、公開用を出す', async ({ start, picture }) => {
  const made = mkdtempSync(join(tmpdir(), 'tsudoi-round-'))
  const tsudoi = join(project, 'electron/shell/command/main.ts')
  execFileSync(
    join(project, 'node_modules/.bin/node'),
    [tsudoi, 'generate', '--data', made, '--load', 'L1', '--seed', '7'],
    { cwd: project },
  )
  const { page } = await start({ folder: made, now: '2027-02-20T10:00' })
  const clerk = new Clerk(page)

  await test.step('案を送ったと記す', async () => {
    await clerk.press('会議', 'link')
    // The home names the meeting too, until it has gone.
    await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
    await clerk.press('第8回', 'link')
    await clerk.press('委員確認・版の違い')
    await expect(page.getByRole('heading', { name: '委員確認' })).toBeVisible()
    await clerk.fill('送った日', 'R9.2.20')
    await clerk.fill('返事の期限', 'R9.3.6')
    await clerk.press('案を送ったと記す')
    await expect(page.getByText(/返事待ち \d+/)).toBeVisible()
  })

  await test.step('訂正を記し、議事録を直して「直した」にする', async () => {
    const waiting = page.getByText(/返事待ち \d+/)
    const before = await waiting.innerText()
    await clerk.fill('訂正', '「試す」は「始める」です。')
    await clerk.press('返事を記す')
    await expect(page.getByText('「試す」は「始める」です。')).toBeVisible()
    await expect(waiting).not.toHaveText(before)
    await clerk.press(/の訂正を直した$/)
    await expect(page.getByText('直した', { exact: true })).toBeVisible()
    await expect(page.getByText('違いはありません。')).toBeVisible()

    await clerk.press('まだ書く')
    const words = page.getByRole('textbox', { name: /発言|ことば/ }).last()
    await clerk.reach(words)
    await page.keyboard.insertText('送ったあとに書き足した行です。')
    await clerk.keys('Enter')
    await expect(page.getByText('送ったあとに書き足した行です。').first()).toBeVisible()
    await clerk.press('委員確認・版の違い')
    await expect(page.locator('ins')).toContainText('送ったあとに書き足した行です。')
    await picture(page, 'minutes-round-01-review')
  })

  await test.step('公開用では名前が役割になり、公開しない議題は伏せる', async () => {
    await clerk.press(/^報告/, 'link')
    const list = page.getByRole('navigation', { name: '出すもの' })
    await clerk.press(/議事録（公開用）/, 'button', 'Enter', list)
    const aside = page.getByRole('complementary', { name: '公開用でかくすもの' })
    await expect(aside).toBeVisible()
    const item = aside.getByRole('checkbox').nth(3)
    await clerk.reach(item)
    await clerk.keys('Space')
    await expect(item).toBeChecked()
    await expect(page.locator('canvas').first()).toBeVisible()
    await page.waitForTimeout(1500)
    await picture(page, 'minutes-round-02-public')
  })
  rmSync(made, { recursive: true, force: true })
})
