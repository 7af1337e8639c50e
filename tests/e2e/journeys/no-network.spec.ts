import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'
import { watchRemotes } from '../remotes.ts'

test('一日の仕事のあいだ、どこにもつながない', async ({ start }) => {
  test.skip(process.platform !== 'linux', '/proc を見る試験なので、Linuxだけで走ります')
  const { page, pid } = await start({ now: '2026-11-24T09:00' })
  const watch = watchRemotes(pid)
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol !== 'blob:' && protocol !== 'data:') asked.add(hostname)
  })
  try {
    const clerk = new Clerk(page)
    await clerk.press('練習用の協議体でためす')
    await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
    for (const place of [
      '/roster',
      '/meetings',
      '/area',
      '/reports',
      '/settings/support',
      '/settings/licences',
    ]) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#${place}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
    }
    // A paper goes through the printing Chromium.
    await page.evaluate(() => {
      location.hash = '#/reports/papers/roster-public/none'
    })
    await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 })
  } finally {
    watch.end()
  }
  // That it would see one is shown by tests/shell/browser/deliberate-socket.test.ts.
  expect(watch.looked()).toBeGreaterThan(0)
  expect(watch.foreign()).toEqual([])
  expect([...asked]).toEqual(['127.0.0.1'])
})
