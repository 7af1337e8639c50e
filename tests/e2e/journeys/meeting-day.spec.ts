import { readFileSync } from 'node:fs'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

/**
 * A meeting under its council's rules: quorum, what counts as present, the ways of answering and of being there, who leaves the
 * room for one item, and the clock of each item. All by keyboard; what came of it is looked for on the paper.
 */
test('きまり・委任状・配慮・席を外すこと・議題の時計', async ({ start, picture }) => {
  const host = await start({ now: '2026-11-23T10:00' })
  const clerk = new Clerk(host.page)
  await clerk.press('練習用の協議体でためす')

  await test.step('きまりを書く：定足数、数えるもの、期限、署名人', async () => {
    const { page } = host
    await clerk.press('設定', 'link')
    await clerk.reach(page.getByRole('tab', { name: '事務局' }))
    await clerk.keys('ArrowRight')
    await expect(page.getByRole('heading', { name: '運営のきまり' })).toBeVisible()
    const quorum = page.getByRole('radiogroup', { name: /^定足数/ })
    await clerk.reach(quorum.getByRole('radio', { checked: true }))
    await clerk.keys('ArrowDown')
    await expect(quorum.getByRole('radio', { checked: true })).not.toHaveAccessibleName('定足数なし')
    await clerk.press('委任状', 'checkbox', 'Space')
    await clerk.fill('議事録署名人（名）', '2')
    await clerk.fill('議事録（会議の何日後まで）', '30')
    await picture(page, 'meeting-day-1-rules')
    await clerk.press(/^この内容に直す|^きまりを直す/)
    await expect(page.getByText(/のきまりを直しました。/)).toBeVisible()
  })

  await test.step('返事を一分で：出席、委任状、書面の意見、オンライン、配慮、オブザーバー', async () => {
    const { page } = host
    await clerk.press('会議', 'link')
    // The home names the meeting too, until it has gone.
    await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
    await clerk.press('第2回', 'link', 'Enter', page.getByRole('table', { name: '会議の一覧' }))
    // What the last meeting left: one goes on, one ends with a word why, and both are out of the tray.
    const tray = page.getByRole('region', { name: '前回から' })
    const left = tray.getByText(/終わっていない宿題 \d+/).first()
    const before = Number(/宿題 (\d+)/.exec(await left.innerText())?.[1])
    await clerk.press(/を引きつぐ$/)
    await expect(left).toContainText(`宿題 ${String(before - 1)}`)
    await clerk.press(/を終える$/)
    await page.keyboard.insertText('ほかの会で済んだため')
    await clerk.keys('Enter')
    await expect(left).toContainText(`宿題 ${String(before - 2)}`)
    // What is said here is done by keys alone, in the list and back to it.
    const list = page.getByRole('listbox', { name: '返事' })
    await clerk.reach(list)
    const line = list.getByRole('option', { selected: true })
    // 開催通知: one by a key, another way by the same key, taken back, then all who are left in one stroke.
    await expect(page.getByText(/^開催通知を出す（/)).toBeVisible()
    await clerk.keys('Home', 'n', 'n')
    await expect(line).not.toContainText('まだ案内していない')
    const told = await line.innerText()
    await clerk.keys('ArrowDown')
    await expect(line).toContainText('まだ案内していない')
    const still = page.getByText(/^まだ案内していない人 \d+（/)
    await expect(still).toBeVisible()
    await clerk.keys('ArrowUp', 'Control+z')
    await expect(line).not.toHaveText(told)
    await picture(page, 'meeting-day-5-invitations')
    await clerk.press(/^\d+人に.*案内した$/)
    await expect(still).toHaveCount(0)
    await expect(list.getByText('まだ案内していない')).toHaveCount(0)
    await clerk.reach(list)
    await clerk.keys('Home', 'f', 'a')
    await expect(line).toContainText('FAX')
    await clerk.keys('ArrowDown', 'j', 'Enter')
    const mandate = page.getByRole('textbox', { name: 'だれに委任したか' })
    await expect(mandate).toBeFocused()
    await page.keyboard.insertText('会長')
    await clerk.keys('Enter')
    await expect(list).toBeFocused()
    await expect(line).toContainText('委任状')
    await clerk.keys('ArrowDown', 's', 'Enter')
    await expect(page.getByRole('textbox', { name: /の書面の意見$/ })).toBeFocused()
    await page.keyboard.insertText('移動販売に賛成します。')
    await clerk.keys('Escape')
    await expect(list).toBeFocused()
    await expect(line).toContainText('意見あり')
    await clerk.keys('ArrowDown', 'o', 'Enter')
    await expect(page.getByRole('textbox', { name: /への配慮$/ })).toBeFocused()
    await page.keyboard.insertText('手話通訳')
    await clerk.keys('Enter')
    await expect(line).toContainText('配慮：手話通訳')
    await clerk.keys('Control+z')
    await expect(line).not.toContainText('配慮')
    const lines = await list.getByRole('option').count()
    for (let step = 4; step < lines; step += 1) await clerk.keys('ArrowDown', 'a')
    await expect(page.getByText('返事がそろいました')).toBeVisible()
    await picture(page, 'meeting-day-2-replies')
    await clerk.press('委員でない人を加える')
    const form = page.getByRole('form', { name: '委員でない人を加える' })
    await clerk.fill('氏名', '長谷川　直子', form)
    await clerk.fill('団体', '青葉市高齢福祉課', form)
    await clerk.press('加える', 'button', 'Enter', form)
    await expect(form).toBeHidden()
  })

  await host.close()
  // The day itself, ten minutes into the meeting.
  const later = await start({ folder: host.folder, now: '2026-12-10T13:40' })
  const { page } = later
  const onDay = new Clerk(page)
  await test.step('当日：返事のとおりに記し、傍聴を数え、一人が一つの議題の間だけ席を外す', async () => {
    await onDay.press('会議', 'link')
    // The home names the meeting too, until it has gone.
    await expect(onDay.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
    await onDay.press('第2回', 'link', 'Enter', page.getByRole('table', { name: '会議の一覧' }))
    await onDay.press(/^当日/, 'link')
    await onDay.press(/^返事のとおりに記す/)
    const tally = page.getByRole('complementary', { name: '出席の数' })
    await expect(tally.getByText(/^定足数 \d+名$/)).toBeVisible()
    await onDay.fill('傍聴（人）', '3')
    const first = page.getByRole('grid', { name: '当日の出欠' }).locator('[data-line]').first()
    await onDay.reach(first)
    await onDay.keys('Enter')
    await onDay.pick('席を外した議題', '開会・会長あいさつ')
    await onDay.fill('席を外したわけ', '利害関係者のため')
    await onDay.press('席を外したと記す')
    await expect(page.getByText('開会・会長あいさつの間は退席（利害関係者のため）')).toBeVisible()
    await expect(page.getByRole('table', { name: '議題ごとの出席' })).toBeVisible()
    await picture(page, 'meeting-day-3-away')
    await onDay.keys('Escape')
  })

  await test.step('議事録：議題の時計が動き、退席した人は議事録に出る', async () => {
    await onDay.press(/^議事録/, 'link')
    const agenda = page.getByRole('navigation', { name: '次第' })
    await expect(agenda.getByText(/^\d+／\d+分/).first()).toBeVisible()
    await onDay.reach(page.getByRole('combobox', { name: '話し手（席番号か、かな）' }))
    await onDay.keys('5', 'Enter', 'Control+5')
    await page.keyboard.insertText('移動販売を月２回に増やす。')
    await onDay.keys('Enter')
    await expect(page.getByRole('textbox', { name: '決定事項 第5号' })).toBeFocused()
    await onDay.keys('Escape')
    await onDay.press('第5号の採決を記す')
    await onDay.pick('採決のしかた', '記名')
    const vote = page.getByRole('group', { name: '第5号の採決' })
    // Who is out of the room for the item, or away, has no vote in it: nine came and one of them left.
    const voters = vote.getByRole('combobox')
    await expect(voters).toHaveCount(9)
    for (const place of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      await onDay.reach(voters.nth(place))
      await onDay.keys(...(place === 8 ? ['End'] : ['Home', 'ArrowDown']))
    }
    await onDay.press('採決を残す')
    await expect(page.getByText('記名　賛成8　反対0　棄権1')).toBeVisible()
    await onDay.press('委員確認・版の違い')
    const signers = page.getByRole('checkbox')
    for (const place of [1, 2]) {
      await onDay.reach(signers.nth(place))
      await onDay.keys('Space')
    }
    await expect(page.getByText('2／2名')).toBeVisible()
    await onDay.press('まだ書く')
    await onDay.press('議事録を見る')
    await expect(page.getByRole('region', { name: '議事録のページ' }).locator('canvas').first()).toBeVisible({
      timeout: 30_000,
    })
    const download = page.waitForEvent('download')
    await onDay.press('PDF')
    expect(
      readFileSync(await (await download).path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const paper = page.getByRole('region', { name: '議事録のページ' })
    await expect(paper).toContainText('利害関係者のため')
    await expect(paper).toContainText('委任状あり')
    await expect(paper).toContainText('議事録署名人')
    await expect(paper).toContainText('記名　賛成8　反対0　棄権1')
    await picture(page, 'meeting-day-4-paper')
  })
})
