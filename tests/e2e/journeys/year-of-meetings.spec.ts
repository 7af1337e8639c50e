import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

test('1年の会議を予定し、いつもの次第・資料・期限をととのえる', async ({ start, picture }) => {
  const { page } = await start({ now: '2026-11-23T10:00' })
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')

  await test.step('いつもの次第を、いまの会議から作る', async () => {
    await clerk.press('会議', 'link')
    // The home names the meeting too, until it has gone.
    await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
    await clerk.press('第1回', 'link')
    await clerk.press(/^準備/, 'link')
    // A confirmed meeting can still be told when its notice went out.
    await expect(page.getByText('資料のファイル')).toBeVisible()
    await clerk.press('会議', 'link')
    // The home names the meeting too, until it has gone.
    await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
    await clerk.press('第2回', 'link')
    await clerk.press('この次第を「いつもの次第」にする')
    await expect(page.getByText(/を「いつもの次第」にしました/)).toBeVisible()
  })

  await test.step('次第に名前を付けて残し、名前を変え、議題を直す', async () => {
    await clerk.press('この次第に名前を付けて残す')
    await clerk.fill('次第の名前', '臨時の会議')
    await clerk.keys('Escape')
    await clerk.press('この名前で残す')
    await expect(page.getByText(/を「臨時の会議」として残しました/)).toBeVisible()
    await clerk.press('会議', 'link')
    await clerk.press('いつもの次第', 'link')
    await clerk.pick('見る次第', '臨時の会議')
    await expect(page.getByRole('table', { name: '臨時の会議' })).toBeVisible()
    await clerk.press('次第「臨時の会議」の名前を変える')
    await clerk.fill('次第の名前', '急ぎの会議')
    await clerk.keys('Enter')
    const table = page.getByRole('table', { name: '急ぎの会議' })
    await expect(table).toBeVisible()
    await clerk.press('議題を加える')
    await clerk.reach(page.getByLabel('議題　新しい議題'))
    await page.keyboard.insertText('緊急に決めること')
    await clerk.press('この内容に直す')
    await expect(page.getByText('次第「急ぎの会議」を直しました。')).toBeVisible()
    await picture(page, 'meetings-7-named-agenda')
    await clerk.press('会議', 'link')
    await clerk.press('会議を準備する')
    await clerk.fill('開催日', '令和8年12月24日')
    await clerk.fill('開始', '10:00')
    await clerk.pick('始めの次第', '急ぎの会議')
    await clerk.press('この日で準備を始める')
    await expect(page.getByLabel('議題　緊急に決めること')).toBeVisible()
    // Away with it again: the steps behind this one count the meetings of the practice council.
    await clerk.press('この会議を消す')
    await clerk.press('会議を消す', 'button', 'Enter', page.getByRole('alertdialog'))
    await expect(page.getByText('「変更の記録」から元に戻せます。')).toBeVisible()
    await clerk.press('第2回', 'link')
  })

  await test.step('資料を添え、通知を出したと記す', async () => {
    const choosing = page.waitForEvent('filechooser')
    await clerk.press('ファイルを添える')
    await (
      await choosing
    ).setFiles({
      name: '希望の集計.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 買い物の希望'),
    })
    await expect(page.getByText('希望の集計.pdf').first()).toBeVisible()
    const again = page.waitForEvent('filechooser')
    await clerk.press('ファイルを添える')
    await (
      await again
    ).setFiles({
      name: '希望の集計.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\u0090 a program under another name'),
    })
    await expect(page.getByText('プログラムなので、添えられません')).toBeVisible()
    await picture(page, 'meetings-1-papers')
    const lack = page.getByText(/開催通知を出す（/)
    await expect(lack).toBeVisible()
    await clerk.press('きょう通知を出した')
    await expect(lack).toHaveCount(0)
  })

  await test.step('毎月第3木曜の日を見て、予定に入れる', async () => {
    await clerk.press('会議', 'link')
    await clerk.press('1年の予定', 'link')
    await expect(page.getByRole('table', { name: '候補の日' })).toBeVisible()
    // 第2・第4, then every other week: twice and more the days; back to the third of the month.
    const days = page.getByRole('table', { name: '候補の日' }).getByRole('checkbox')
    await clerk.press(/^第1$/, 'checkbox', 'Space')
    await expect(days).toHaveCount(12)
    await clerk.press(/^第1$/, 'checkbox', 'Space')
    await expect(days).toHaveCount(6)
    const way = page.getByRole('radiogroup', { name: '決めかた' })
    await clerk.reach(way.getByRole('radio', { checked: true }))
    await clerk.keys('ArrowDown')
    await expect(page.getByText('隔週（2週ごと）').first()).toBeVisible()
    await expect(page.getByText(/^この日と同じ曜日/)).toBeVisible()
    await picture(page, 'meetings-8-every-other-week')
    await clerk.keys('ArrowUp')
    await expect(way.getByRole('radio', { name: '第何曜日' })).toBeChecked()
    for (const month of ['5月', '7月', '9月', '11月', '1月', '3月'])
      await clerk.press(new RegExp(`^${month}$`), 'checkbox', 'Space')
    await expect(days).toHaveCount(6)
    await clerk.pick('曜日', '月曜')
    await clerk.press(/^7月$/, 'checkbox', 'Space')
    await expect(
      page.getByText('成人の日').or(page.getByText('海の日')).or(page.getByText('敬老の日')).first(),
    ).toBeVisible()
    await picture(page, 'meetings-2-plan')
    const main = page.getByRole('button', { name: /回を予定に入れる$/ })
    await expect(main).toBeEnabled()
    const count = Number(/^\d+/.exec(await main.innerText())?.[0])
    await clerk.reach(main)
    await clerk.keys('Enter')
    // The two of the practice council, and those just planned.
    await expect(page.getByRole('table', { name: '会議の一覧' }).getByRole('link')).toHaveCount(2 + count)
  })

  await test.step('カレンダーで1年を見る。新しい会議にはいつもの次第が入っている', async () => {
    await clerk.reach(page.getByRole('radio', { name: '一覧' }))
    await clerk.keys('ArrowRight')
    const month = page.getByRole('table', { name: '2月', exact: true })
    await expect(month).toBeVisible()
    await picture(page, 'meetings-3-calendar')
    await clerk.reach(month.getByRole('link').first())
    await clerk.keys('Enter')
    await expect(page.getByLabel('議題　開会・会長あいさつ')).toBeVisible()
  })

  await test.step('カレンダーのファイルを出す', async () => {
    await clerk.press('会議', 'link')
    const download = page.waitForEvent('download')
    await clerk.press('カレンダーのファイル（.ics）')
    expect((await download).suggestedFilename()).toMatch(/\.ics$/)
  })

  await test.step('宿題を済みにし、これまでのことを見る。決定と出席の表', async () => {
    await clerk.press('宿題', 'link')
    const list = page.getByRole('list', { name: '宿題' })
    await expect(list).toBeVisible()
    await clerk.reach(list.getByRole('button').first())
    await clerk.keys('Enter')
    await expect(page.getByRole('list', { name: 'これまで' })).toContainText('書いた')
    await picture(page, 'meetings-4-tasks')
    const states = page.getByRole('radiogroup', { name: 'ようす', exact: true })
    await clerk.reach(states.getByRole('radio', { checked: true }))
    const done = states.getByRole('radio', { name: '済み' })
    for (let step = 0; step < 5 && !(await done.isChecked()); step += 1) await clerk.keys('ArrowDown')
    await expect(done).toBeChecked()
    await clerk.fill('わけ・結果', '配りました')
    await clerk.keys('Enter')
    await expect(page.getByText(/を済みにしました。/)).toBeVisible()
    await clerk.press('決定事項', 'link')
    await expect(page.getByRole('table', { name: '決定事項の台帳' })).toContainText('第1号')
    await picture(page, 'meetings-5-decisions')
    await clerk.press('出席状況', 'link')
    await expect(page.getByRole('table', { name: '出席状況' })).toContainText('%')
    await picture(page, 'meetings-6-attendance')
  })
})
