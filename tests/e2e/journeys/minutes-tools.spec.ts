import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'
import { violationsOf } from '../violations.ts'

test('議事録：取り消し、行の移動、全文、欠席の人、採決、発言録の貼りつけ', async ({ start, picture }) => {
  const { page } = await start({ now: '2026-11-23T10:00' })
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await clerk.press('会議', 'link')
  // The home names the meeting too, until it has gone.
  await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
  await clerk.press('第1回', 'link')
  await clerk.press(/^議事録/, 'link')
  await clerk.press('開きなおす')
  await clerk.fill('開きなおすわけ', '書き足し')
  await clerk.keys('Enter')
  const speaker = page.getByRole('combobox', { name: '話し手（席番号か、かな）' })
  const words = page.getByRole('textbox', { name: '発言のことば' })
  await clerk.reach(speaker)

  await test.step('欠席の人の発言は、たずねられる', async () => {
    await page.keyboard.insertText('さいとう')
    await clerk.keys('Enter')
    await page.keyboard.insertText('書面でいただいた意見です。')
    await clerk.keys('Enter')
    await expect(page.getByRole('alert')).toContainText('欠席になっています')
    await picture(page, 'minutes-tools-1-absent')
    await clerk.keys('Enter')
    await expect(
      page.getByRole('list', { name: '発言' }).getByText('書面でいただいた意見です。'),
    ).toBeVisible()
    await expect(speaker).toBeFocused()
  })

  await test.step('Ctrl+Zで、最後に書いた行を取り消す', async () => {
    await clerk.keys('Control+z')
    await expect(page.getByText('最後に書いた行を取り消しました。')).toBeVisible()
    await expect(
      page.getByRole('list', { name: '発言' }).getByText('書面でいただいた意見です。'),
    ).toHaveCount(0)
  })

  await test.step('要点を先に、全文をあとから。行を次の議題へ', async () => {
    await clerk.reach(speaker)
    await clerk.keys('1', 'Enter')
    await page.keyboard.insertText('足の確保が先')
    await clerk.keys('Enter')
    await expect(speaker).toBeFocused()
    await clerk.keys('ArrowUp')
    await expect(page.getByRole('textbox', { name: '直すことば' })).toHaveValue('足の確保が先')
    await expect(page.getByRole('textbox', { name: '直すことば' })).toBeFocused()
    await clerk.keys('Tab')
    await page.keyboard.insertText('わたくしは、買い物よりまず病院への足を確保するのが先だと思います。')
    await picture(page, 'minutes-tools-2-full')
    await clerk.keys('Enter')
    await expect(page.getByText('（全文あり）')).toBeVisible()
    await expect(speaker).toBeFocused()
  })

  await test.step('行を、次の議題へキーで動かす。取り消すと元の議題に戻る', async () => {
    const talk = page.getByRole('list', { name: '発言' })
    const line = talk.getByRole('listitem').filter({ hasText: '足の確保が先' })
    const place = async (): Promise<string | null> => line.first().getAttribute('aria-posinset')
    const before = await place()
    await clerk.keys('ArrowUp')
    await expect(page.getByRole('textbox', { name: '直すことば' })).toBeFocused()
    await clerk.keys('Alt+ArrowDown')
    await expect.poll(place).not.toBe(before)
    await clerk.keys('Escape')
    await expect(speaker).toBeFocused()
    await clerk.keys('Control+z')
    await expect(page.getByText('動かした行を元の場所に戻しました。')).toBeVisible()
    await expect.poll(place).toBe(before)
  })

  await test.step('いくつもの行を、別の画面から一度に動かす。取り消すとみな元の場所に戻る', async () => {
    const talk = page.getByRole('list', { name: '発言' })
    const line = talk.getByRole('listitem').filter({ hasText: '足の確保が先' }).first()
    const before = await line.getAttribute('aria-posinset')
    await clerk.press('行をまとめて動かす')
    const list = page.getByRole('listbox', { name: '動かす行' })
    await expect(list).toBeFocused()
    await clerk.keys('Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await expect(list.getByRole('img', { name: '選んだ' })).toHaveCount(3)
    await clerk.pick('移す先の議題', /各団体から$/)
    await picture(page, 'minutes-tools-8-move')
    expect(await violationsOf(page)).toEqual([])
    await clerk.press('選んだ3行を動かす')
    await expect(page.getByText(/^3行を「.*各団体から」へ動かしました。$/)).toBeVisible()
    await clerk.press('まだ書く')
    await clerk.reach(speaker)
    await clerk.keys('Control+z')
    await expect(page.getByText('まとめて動かした行を元の場所に戻しました。')).toBeVisible()
    await expect.poll(async () => line.getAttribute('aria-posinset')).toBe(before)
  })

  await test.step('宿題の担当に、名簿の団体を選ぶ', async () => {
    await clerk.reach(speaker)
    await clerk.keys('Enter', 'Control+6')
    const tooLong = '見守りの当番表を作る。'.repeat(30)
    await page.keyboard.insertText(tooLong)
    await clerk.keys('Enter')
    // Nothing is cut and nothing is sent: it is said, and waits.
    await expect(page.getByText('宿題は300字までです（いま330字）。')).toBeVisible()
    await expect(page.getByRole('textbox', { name: '宿題のことば' })).toHaveValue(tooLong)
    await clerk.keys('Control+a')
    await page.keyboard.insertText('見守りの当番表を作る')
    await clerk.keys('Enter')
    const form = page.getByRole('form', { name: '宿題' })
    await clerk.fill('担当', '自治会連絡', form)
    const group = page.getByRole('option').filter({ hasText: /団体$/ }).first()
    await expect(group).toBeVisible()
    for (let step = 0; step < 9 && (await group.getAttribute('data-focused')) === null; step += 1)
      await clerk.keys('ArrowDown')
    await clerk.keys('Enter')
    await expect(form.getByText('名簿の団体です')).toBeVisible()
    await picture(page, 'minutes-tools-5-group')
    await clerk.press('残す', 'button', 'Enter', form)
    await expect(form).toBeHidden()
  })

  await test.step('採決を記す', async () => {
    await clerk.press('第1号の採決を記す')
    await clerk.fill('賛成', '11')
    await clerk.fill('反対', '1')
    await clerk.keys('Enter')
    await expect(page.getByText('挙手　賛成11　反対1　棄権0')).toBeVisible()
    await picture(page, 'minutes-tools-3-vote')
    const vote = page.getByRole('group', { name: '第1号の採決' })
    const ways = ['異議なし', '書面', '記名'] as const
    for (const way of ways) {
      await clerk.press('第1号の採決を記す')
      await clerk.pick('採決のしかた', way)
      if (way === '異議なし') {
        await clerk.fill('賛成', '0', vote)
        await clerk.fill('反対', '0', vote)
      } else {
        // Name by name: the count follows the names.
        const names = vote.getByRole('combobox')
        for (const [place, letter] of ['賛', '賛', '反'].entries()) {
          await clerk.reach(names.nth(place))
          await clerk.keys(...(letter === '賛' ? ['Home', 'ArrowDown'] : ['End']))
        }
      }
      await clerk.press('採決を残す')
      await expect(vote).toBeHidden()
      await expect(
        page.getByText(way === '異議なし' ? '異議なし' : new RegExp(`${way}　賛成2`)).first(),
      ).toBeVisible()
    }
  })

  await test.step('発言録を貼りつけると、話し手ごとに分かれる。10万字でも失わない', async () => {
    await clerk.press('発言録を貼りつける')
    await clerk.reach(page.getByRole('textbox', { name: '発言録の文' }))
    const long = '買い物の足がない。'.repeat(11_200)
    await page.keyboard.insertText(`髙橋会長：始めます。\n佐藤副会長：はい。\n見知らぬ人：${long}`)
    await expect(page.getByRole('button', { name: /行を残す$/ })).toHaveText('8行を残す')
    await expect(page.getByText('名簿に見つかりません')).toBeVisible()
    await picture(page, 'minutes-tools-4-transcript')
    await clerk.press(/行を残す$/)
    await expect(page.getByText('8行を残しました。')).toBeVisible()
    await clerk.reach(speaker)
    await clerk.keys('Control+z')
    await expect(page.getByText('貼りつけた行を取り消しました。')).toBeVisible()
  })
  await expect(words).toHaveValue('')

  await test.step('決まっていない協議があると確定できない。継続にすると、つづくものを見て確定できる', async () => {
    const item = page.getByRole('navigation', { name: '次第' }).getByRole('button', { name: /買い物・通院/ })
    await clerk.reach(item)
    await clerk.keys('Enter')
    const outcomes = page.getByRole('group', { name: 'この議題の終わり方' })
    await clerk.press(/決定/, 'button', 'Enter', outcomes)
    await expect(outcomes.getByRole('button', { pressed: true })).toHaveCount(0)
    await expect(page.getByText(/担当のない宿題/).first()).toBeHidden()
    await clerk.press('議事録を確定する')
    await expect(page.getByRole('heading', { name: 'まだ決まっていない議題' })).toBeVisible()
    await expect(page.getByText('印をつけると確定できます。')).toBeVisible()
    await expect(page.getByRole('button', { name: 'この内容で確定する' })).toBeDisabled()
    await picture(page, 'minutes-tools-6-undecided')
    await clerk.press(/買い物.*を継続にする$/)
    await expect(page.getByRole('heading', { name: 'まだ決まっていない議題' })).toBeHidden()
    await clerk.press('この内容で確定する')
    await expect(page.getByText('第2版を確定しています。')).toBeVisible()
  })

  await test.step('第1版はそのまま残り、第2版との違いがことばごとに見える', async () => {
    await clerk.press('委員確認・版の違い')
    await expect(page.getByRole('heading', { name: '委員確認' })).toBeVisible()
    await clerk.reach(page.getByRole('button', { name: /くらべる版$/ }))
    await clerk.keys('Enter')
    await expect(page.getByRole('option', { name: /^第1版/ })).toBeVisible()
    await clerk.keys('Home', 'Enter')
    await expect(page.locator('ins').filter({ hasText: '見守りの当番表を作る' })).toBeVisible()
    await picture(page, 'minutes-tools-7-versions')
  })
})
