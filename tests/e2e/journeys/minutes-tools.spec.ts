import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

test('議事録：取り消し、行の移動、全文、欠席の人、採決、発言録の貼りつけ', async ({ start, picture }) => {
  const { page } = await start({ now: '2026-11-23T10:00' })
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await clerk.press('会議', 'link')
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

  await test.step('採決を記す', async () => {
    await clerk.press('第1号の採決を記す')
    await clerk.fill('賛成', '11')
    await clerk.fill('反対', '1')
    await clerk.keys('Enter')
    await expect(page.getByText('挙手　賛成11　反対1　棄権0')).toBeVisible()
    await picture(page, 'minutes-tools-3-vote')
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
})
