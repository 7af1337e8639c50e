import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

const project = join(import.meta.dirname, '../../..')

/** A year of a town, made up: what there is to find. */
function madeUpYear(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-search-'))
  execFileSync(
    join(project, 'node_modules/.bin/node'),
    ['electron/shell/command/main.ts', 'generate', '--data', folder, '--load', 'L1', '--seed', '7'],
    { cwd: project },
  )
  return folder
}

/** Those that answer what is typed now. */
const options = (page: Page) =>
  page.locator('[role=listbox][aria-label=見つかったもの][aria-busy=false]').getByRole('option')
const chosen = (page: Page) => options(page).and(page.locator('[aria-selected="true"]'))

test('どこからでも、ことばの一部で見つけて、その場所をひらく', async ({ start, picture }) => {
  const folder = madeUpYear()
  const { page } = await start({ folder, now: '2027-02-20T10:00' })
  const clerk = new Clerk(page)
  const box = page.getByRole('combobox', { name: '人・団体・発言・決定をさがす' })
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()

  await test.step('一文字から見つかり、どこのことかが分かる', async () => {
    await clerk.keys('Control+k')
    await expect(box).toBeFocused()
    await page.keyboard.insertText('雪')
    await expect(options(page).first()).toBeVisible()
    await expect(options(page).locator('mark').first()).toHaveText('雪')
    await page.keyboard.insertText('かき')
    await expect(options(page).locator('mark').first()).toHaveText('雪かき')
    await picture(page, 'search-01-found')
  })

  await test.step('変換中の Enter ではひらかない', async () => {
    await box.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true })
    await expect(options(page).first()).toBeVisible()
  })

  await test.step('発言をひらくと、議事録のその行が見える', async () => {
    await page.getByRole('search').getByLabel('種類').focus()
    const kind = page.getByRole('search').getByLabel('種類')
    await page.keyboard.press('End')
    for (let step = 0; step < 4 && (await kind.inputValue()) !== 'statement'; step += 1)
      await page.keyboard.press('ArrowUp')
    await expect(kind).toHaveValue('statement')
    await clerk.keys('Control+k')
    await expect(box).toHaveValue('雪かき')
    await expect(options(page)).not.toHaveCount(0)
    await expect(page.getByRole('group', { name: '宿題' })).toBeHidden()
    for (let step = 0; step < 5; step += 1) await clerk.keys('ArrowDown')
    const text = (await chosen(page).locator('span').first().innerText()).trim()
    await clerk.keys('Enter')
    await expect(page).toHaveURL(/\/minutes/)
    const line = page.locator('[data-sought]')
    await expect(line).toContainText(text.replaceAll('…', ''))
    await expect(line).toBeInViewport()
    await picture(page, 'search-02-opened-line')
  })

  await test.step('人をひらくと、名簿のその人が見える', async () => {
    await clerk.keys('Control+k')
    await page.getByRole('search').getByLabel('種類').focus()
    await page.keyboard.press('Home')
    await clerk.keys('ArrowDown')
    await clerk.keys('Control+k')
    await page.keyboard.insertText('たかはし')
    await expect(chosen(page).locator('span').first()).toHaveText(/^\s*[髙高]橋/)
    const name = (await chosen(page).locator('span').first().innerText()).trim()
    await clerk.keys('Enter')
    await expect(page.getByRole('heading', { name: '名簿' })).toBeVisible()
    await expect(page.getByRole('heading', { name }).first()).toBeVisible()
    await picture(page, 'search-03-opened-person')
  })

  await test.step('見つからないときは、そう言う', async () => {
    await clerk.keys('Control+k')
    await page.keyboard.insertText('鵺')
    await expect(page.getByText('見つかりませんでした。')).toBeVisible()
    await clerk.keys('Escape')
    await expect(page.getByText('見つかりませんでした。')).toBeHidden()
  })
  rmSync(folder, { recursive: true, force: true })
})
