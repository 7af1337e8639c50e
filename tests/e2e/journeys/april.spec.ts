import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

/** March of a year in which all terms end: who goes on, who leaves, all at once, and what was before is still there. */
test('4月の任期：だれが続き、だれが退くかを一枚で決め、いちどに改める', async ({ start, picture }) => {
  const { page } = await start({ now: '2026-11-18T09:00' })
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()

  await clerk.press('設定', 'link')
  await clerk.reach(page.getByRole('tab', { name: '事務局' }))
  await clerk.keys('ArrowRight')
  await clerk.press('区分を足す')
  await clerk.fill('選出区分 1', '公募市民')
  await clerk.fill('人数', '2')
  await clerk.fill('第1期の始め', 'R6.4.1')
  await clerk.press('区分と任期をこれにする')
  await expect(page.getByText('選出区分と任期のきまりを直しました。')).toBeVisible()
  await picture(page, '34-seat-rules')
  await clerk.fill('準備会になった日', 'R5.10.1')
  await clerk.fill('準備会のもとになった書類', '第3回の議事録')
  await clerk.press('準備会を記す')
  await expect(page.getByText('「準備会」を記しました。')).toBeVisible()
  await clerk.press('圏域ごとに見る', 'link')
  await expect(page.getByText('R5.10.1')).toBeVisible()
  await clerk.fill('加える圏域', '青羽市')
  await clerk.press('この圏域を加える')
  await clerk.pick('東部圏域はどの圏域のなかか', '青羽市')
  await expect(page.getByRole('rowheader').first()).toHaveText('青羽市')
  await picture(page, '39-board')

  await clerk.press('名簿', 'link')
  await expect(page.getByText('第2期').first()).toBeVisible()
  await expect(page.getByText('公募市民').first()).toBeVisible()
  await picture(page, '35-seats')
  await clerk.press('任期をまとめて', 'link')
  // Practice terms run two years from the day of the first meeting: the day after them begins the next.
  const terms = page.getByRole('cell').filter({ hasText: /^R\d+\.\d+\.\d+–R/ })
  await expect(terms.first()).toBeVisible()
  const end = /–R(\d+)\.(\d+)\.(\d+)/.exec(await terms.first().innerText())
  const next = `R${end?.[1] ?? ''}.${end?.[2] ?? ''}.${String(Number(end?.[3]) + 1)}`
  await clerk.fill('新しい任期の始め', next)
  await clerk.keys('Tab')
  await expect(page.getByText('第3期')).toBeVisible()
  const renewals = page.getByRole('button', { name: /再任する.*どうするか$/ })
  await expect(page.getByText('再任 0')).toBeHidden()
  const renewing = await renewals.count()
  expect(renewing).toBeGreaterThan(2)

  // The last of them leaves, and says why.
  const last = page.getByRole('row').last()
  const name = (await last.locator('b').innerText()).trim().replaceAll('　', ' ')
  await clerk.pick(`${name}さんをどうするか`, '退任する')
  await expect(page.getByText('退任 1')).toBeVisible()
  await clerk.fill(`${name}さんの退任のわけ`, 'ご本人の希望')
  await picture(page, '36-april')
  await clerk.press('この内容で任期を改める')
  await expect(page.getByText('任期を改めました。')).toBeVisible()
  await expect(page.getByText(`${String(renewing - 1)}名`)).toBeVisible()

  await clerk.press('名簿をひらく', 'link')
  await clerk.press('任期をまとめて', 'link')
  await clerk.fill('新しい任期の始め', next)
  await clerk.keys('Tab')
  // Nobody is renewed twice.
  await expect(page.getByText('この日より前からの委員はいません。')).toBeVisible()
})
