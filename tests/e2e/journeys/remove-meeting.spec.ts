import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

test('まちがえて作った会議を消し、変更の記録から戻す', async ({ start, picture }) => {
  const { page } = await start()
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await clerk.press('会議', 'link')
  // The home names the meeting too, until it has gone.
  await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
  await clerk.press(/第2回/, 'link')
  await clerk.press('この会議を消す')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await picture(page, '22-remove-meeting')
  await clerk.press('会議を消す', 'button', 'Enter', page.getByRole('alertdialog'))
  await expect(page.getByText('「変更の記録」から元に戻せます。')).toBeVisible()
  await expect(page.getByRole('link', { name: /第1回/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /第2回/ })).toHaveCount(0)

  await clerk.press('設定', 'link')
  await clerk.reach(page.getByRole('tab', { name: '事務局' }))
  await clerk.keys('End')
  await clerk.press('変更の記録', 'link')
  await clerk.press(/会議.*を取り消した.*を取り消す$/)
  await expect(page.getByText(/会議.*を元に戻した/).first()).toBeVisible()
  await clerk.press('会議', 'link')
  await expect(page.getByRole('link', { name: /第2回/ })).toBeVisible()
})
