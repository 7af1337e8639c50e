import { join } from 'node:path'
import { Clerk } from '../clerk.ts'
import { expect, inputs, test } from '../fixtures.ts'

/** The messy roster brings one person in twice: they are judged side by side, made one, parted again; two of one name stay two. */
test('同じ人かもを見くらべ、まとめ、元に戻し、別の人は覚えておく', async ({ start, picture }) => {
  const { page } = await start({ now: '2026-11-18T09:00' })
  const clerk = new Clerk(page)
  await clerk.fill('事務局の名前', '青羽市社会福祉協議会')
  await clerk.fill('市区町村', '青羽市')
  await clerk.fill('協議体の名前', '青羽市第２層協議体（東部圏域）')
  await clerk.fill('圏域', '東部圏域')
  await clerk.press('これで始める')
  await clerk.press('名簿', 'link')
  for (const [name, phone] of [
    ['髙橋　敏夫', '000-221-0111'],
    ['高橋 敏夫', '０００－２２１－０１１１'],
    ['佐藤　美智子', '000-222-0001'],
    ['佐藤　美智子', '000-222-0002'],
  ] as const) {
    await clerk.press('人を加える')
    await clerk.fill('氏名', name)
    await clerk.fill('電話', phone)
    await clerk.press('この人を加える')
    await expect(page.getByRole('button', { name: '人を加える', exact: true })).toBeVisible()
  }
  await clerk.press('同じ人かもを見くらべる', 'link')
  const pairs = page.getByRole('listbox', { name: '同じ人らしい組' })
  await expect(pairs.getByRole('option')).toHaveCount(2)
  await expect(page.getByText('氏名が同じ、電話が同じ。同じ人らしい組です。')).toBeVisible()
  await picture(page, '37-duplicates')
  await clerk.press(/^この人にまとめる/)
  await expect(page.getByText('高橋 敏夫さんを、髙橋　敏夫さんにまとめました。')).toBeVisible()
  await expect(pairs.getByRole('option')).toHaveCount(1)

  // Taken back from the list of merges, as it may be another day.
  await clerk.press('髙橋　敏夫を二人に戻す')
  await expect(pairs.getByRole('option')).toHaveCount(2)
  await clerk.press(/^この人にまとめる/)
  await expect(pairs.getByRole('option')).toHaveCount(1)

  await expect(page.getByText('別の人かもしれません。')).toBeVisible()
  await clerk.press('別の人です')
  await expect(page.getByText('同じ人らしい組はありません。')).toBeVisible()
  await clerk.press('名簿に戻る', 'link')
  await expect(page.getByRole('link', { name: '人 3' })).toBeVisible()

  // An import of groups is taken back as a whole.
  await clerk.press('Excelから取り込む', 'link')
  const choosing = page.waitForEvent('filechooser')
  await clerk.press('ファイルを選ぶ')
  await (await choosing).setFiles(join(inputs, 'meibo-sjis.csv'))
  await clerk.press('この内容で取り込む')
  await clerk.press('団体をひらく', 'link')
  await expect(page.getByRole('link', { name: '団体 113' })).toBeVisible()
  await clerk.press('ファイルから取り込む', 'link')
  await picture(page, '38-import-undo')
  await clerk.press('meibo-sjis.csvの取り込みを取り消す')
  await expect(page.getByText('取り込む前の名簿に戻っています。')).toBeVisible()
  await clerk.press('名簿', 'link')
  await expect(page.getByRole('link', { name: '団体 0' })).toBeVisible()
})
