import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

/**
 * A PC so slow that saves overtake one another: every other save of an item takes a second, those between none.
 * Each cell of the row is written as fast as ever, and all of it must be there in the end.
 */
test('おそいPCでも、次第の一行に続けて書いたものは一つも失われない', async ({ start }) => {
  const { page } = await start()
  const clerk = new Clerk(page)
  let saves = 0
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('"meetings.saveAgendaItem"') === true) {
      saves += 1
      if (saves % 2 === 1) await new Promise((resolve) => setTimeout(resolve, 1000))
    }
    await route.continue()
  })
  await clerk.press('練習用の協議体でためす')
  await clerk.press('会議', 'link')
  // The home names the meeting too, until it has gone.
  await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
  await clerk.press(/第2回/, 'link')
  await clerk.reach(page.getByLabel(/^新しい議題/))
  await page.keyboard.insertText('買い物の足について')
  await clerk.keys('Enter', 'Escape')
  await clerk.choose('買い物の足についての種類', '協議')
  for (const [cell, text] of [
    ['担当', '戸田'],
    ['時間（分）', '20'],
    ['資料番号', '資料１'],
    ['資料名', '希望の集計'],
    ['時間（分）', '30'],
  ] as const)
    await clerk.fill(`買い物の足についての${cell}`, text)
  await clerk.keys('Tab')
  // Once all has arrived, nothing but what is on disk is shown after a fresh start of the window.
  await expect(page.getByText(/^合わせて35分/)).toBeVisible({ timeout: 20_000 })
  await page.waitForLoadState('networkidle')
  await page.reload()
  const row = page.getByRole('row').filter({ has: page.getByLabel('議題　買い物の足について') })
  await expect(row.getByLabel('買い物の足についての種類')).toHaveValue('discussion')
  await expect(row.getByLabel('買い物の足についての担当')).toHaveValue('戸田')
  await expect(row.getByLabel('買い物の足についての時間（分）')).toHaveValue('30')
  await expect(row.getByLabel('買い物の足についての資料番号')).toHaveValue('資料１')
  await expect(row.getByLabel('買い物の足についての資料名')).toHaveValue('希望の集計')
})
