import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

async function startPractice(page: Page): Promise<Clerk> {
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  return clerk
}

/** Names, roles, contrast and order of the screen as it stands. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

/** A roster copied out of Excel whose headings say little: put right once, known by its headings the next time; then its list, the kinds. */
test('貼りつけた名簿の列を直して残し、一覧表をExcelにし、種別の一覧を直す', async ({ start, picture }) => {
  const { page } = await start({ now: '2026-11-18T09:00' })
  const clerk = await startPractice(page)
  await clerk.press('名簿', 'link')
  await clerk.press('Excelから取り込む', 'link')
  const sheet = '氏名\t電話\t自宅\n貼付　一郎\t\t000-221-7771\n貼付　二郎\t\t000-221-7772\n'
  const label = 'Excelで表をコピーして、ここに貼りつけてください'
  await clerk.fill(label, sheet)
  await clerk.press('貼りつけた表を読む')
  await expect(page.getByText('人の行は2行')).toBeVisible()
  await clerk.pick('C列（自宅）の欄', '電話')
  await expect(page.getByRole('button', { name: /B列（電話）の欄/ })).toContainText('備考に書き添える')
  await clerk.fill('対応の名前', '町の名簿')
  await clerk.press('この対応を残す')
  await expect(page.getByText('列の対応を「町の名簿」として残しました。')).toBeVisible()
  await expectAccessible(page)
  await picture(page, '120-import-mapping')
  await clerk.press('この表で進む')
  await clerk.press('書くことを確かめる')
  await clerk.press('この内容で取り込む')
  await clerk.press('名簿をひらく', 'link')
  await clerk.press('Excelから取り込む', 'link')
  await clerk.fill(label, sheet)
  await clerk.press('貼りつけた表を読む')
  await expect(page.getByText('残してあった対応「町の名簿」のとおりに読みました。')).toBeVisible()
  await clerk.press('この表で進む')
  // Nobody is there twice.
  await expect(page.getByText(/同じ\s*2/).first()).toBeVisible()

  await clerk.press('名簿', 'link')
  await clerk.press('一覧表', 'link')
  await expect(page.getByRole('listbox', { name: '名簿の人' }).getByRole('option').first()).toBeVisible()
  await clerk.press('列を選ぶ')
  await clerk.press('住所', 'checkbox', 'Space')
  await expect(page.getByRole('button', { name: '住所で並べかえる' })).toBeVisible()
  await clerk.fill('しぼる', 'ﾊﾘﾂｹ')
  await expect(page.getByText('当たる行はありません。')).toBeVisible()
  await clerk.fill('しぼる', '貼付')
  await expect(page.getByRole('status').filter({ hasText: '2件' })).toBeVisible()
  await clerk.press('氏名で並べかえる')
  await expect(page.getByRole('button', { name: '氏名で並べかえる' })).toContainText('▲')
  await clerk.reach(page.getByRole('listbox', { name: '名簿の人' }))
  await clerk.keys('Space', 'ArrowDown', 'Space')
  await expect(page.getByText('2件のうち2件を選んでいます')).toBeVisible()
  await expectAccessible(page)
  const saved = page.waitForEvent('download')
  await clerk.press('Excelにする')
  const book = read(readFileSync(await (await saved).path()))
  const cells = Object.values(book.Sheets)
    .map((each) => utils.sheet_to_csv(each))
    .join('\n')
  expect(cells).toContain('住所')
  expect(cells.indexOf('貼付　二郎')).toBeLessThan(cells.indexOf('貼付　一郎'))
  const printed = page.waitForEvent('popup')
  await clerk.press('印刷する')
  await (await printed).close()

  await clerk.fill('しぼる', '')
  await clerk.reach(page.getByRole('radio', { name: '人', exact: true }))
  await clerk.keys('ArrowRight')
  await expect(page.getByRole('listbox', { name: '団体' }).getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('radio', { name: '団体', exact: true })).toBeFocused()
  await clerk.keys('ArrowRight')
  const seats = page.getByRole('listbox', { name: /の席$/ })
  await expect(seats.getByRole('option').first()).toContainText('1')
  await clerk.pick('並べかた', '氏名（五十音順）')
  await picture(page, '121-list-table')

  // 呼びかけ and councils are lists like the others.
  await clerk.reach(page.getByRole('radio', { name: '席', exact: true }))
  await clerk.keys('ArrowRight')
  const outreach = page.getByRole('listbox', { name: /の呼びかけ$/ })
  await expect(outreach.getByRole('option').first()).toContainText('とまり木')
  await clerk.press('列を選ぶ')
  await clerk.press('担当', 'checkbox', 'Space')
  await clerk.pick('どの欄で', '地域課題')
  await clerk.fill('しぼる', '若い人')
  await clerk.press('見えている行をすべて選ぶ', 'checkbox', 'Space')
  await expect(page.getByText('1件のうち1件を選んでいます')).toBeVisible()
  await expectAccessible(page)
  await picture(page, '135-outreach-list')
  const asked = page.waitForEvent('download')
  await clerk.press('Excelにする')
  const askedCells = Object.values(read(readFileSync(await (await asked).path())).Sheets)
    .map((each) => utils.sheet_to_csv(each))
    .join('\n')
  expect(askedCells).toContain('担当')
  expect(askedCells).toContain('昼間に居られる所がない')
  await clerk.reach(page.getByRole('radio', { name: '呼びかけ', exact: true }))
  await clerk.keys('ArrowRight')
  const councils = page.getByRole('listbox', { name: '協議体', exact: true })
  await expect(councils.getByRole('option').first()).toContainText('東部圏域')
  await expect(page.getByRole('button', { name: '次の会議で並べかえる' })).toBeVisible()
  await expectAccessible(page)

  // The columns are as they were left.
  await clerk.press('種別', 'link')
  await clerk.press('一覧表', 'link')
  await expect(page.getByRole('button', { name: '住所で並べかえる' })).toBeVisible()
  await clerk.press('種別', 'link')
  await clerk.press('種別を足す')
  await clerk.fill('25番目の種別', '子ども食堂')
  await expectAccessible(page)
  await picture(page, '122-kinds')
  await clerk.press('この一覧にする')
  await expect(page.getByText('団体の種別の一覧を直しました。')).toBeVisible()

  await clerk.press('参画', 'link')
  const chart = page.getByRole('img', { name: /年度ごとの委員の数/ })
  await expect(chart).toBeVisible()
  await chart.scrollIntoViewIfNeeded()
  await expectAccessible(page)
  await picture(page, '124-years-chart')
})

/** A seat ends; years later the rule makes it due, and what identifies the person goes, which the screen says before and after. */
test('退いた人を、決めた年数のあとで消去する', async ({ start, picture }) => {
  const first = await start({ now: '2026-11-18T09:00' })
  const clerk = await startPractice(first.page)
  await clerk.press('名簿', 'link')
  const correcting = first.page.getByRole('button', { name: /さんを直す$/ })
  const name = ((await correcting.getAttribute('aria-label')) ?? '').replace('さんを直す', '')
  expect(name).not.toBe('')
  await clerk.press(/の席を終える$/)
  await clerk.press(
    '席を終える',
    'button',
    'Enter',
    first.page.getByRole('form').or(first.page.locator('form')),
  )
  await expect(first.page.getByText(/の席を終えました。/)).toBeVisible()
  // What others write of her stands beside the roster.
  await clerk.press('地域', 'link')
  await clerk.press('課題を書きとめる')
  await clerk.fill('困っていること', `買い物に困っている（${name}さんから聞いた）`)
  await clerk.press('この課題を残す')
  await expect(first.page.getByRole('heading', { name: /買い物に困っている/ })).toBeVisible()
  await first.close()

  const { page } = await start({ folder: first.folder, now: '2033-05-01T09:00' })
  const later = new Clerk(page)
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  await later.press('名簿', 'link')
  await later.press('退いた人', 'link')
  await later.fill('残す年数', '5')
  await later.press('この決まりにする')
  await expect(page.getByText('期限を過ぎました')).toBeVisible()
  await later.press(/を選ぶ$/, 'checkbox', 'Space')
  await later.press('選んだ方を消去する')
  await expect(page.getByText(/本人と分かるものを消します/)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /^地域課題の\s*1件/ })).toBeChecked()
  await expectAccessible(page)
  await picture(page, '123-left')
  await later.press('1名を消去する（戻せません）')
  await expect(page.getByText('1名の、本人と分かるものを消しました。')).toBeVisible()
  await expect(page.getByText(/ほかの方の書いた記録\d+件の氏名を置きかえました。/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '消去の記録' })).toBeVisible()
  await picture(page, '125-erased')
  await later.press('地域', 'link')
  await expect(page.getByText('買い物に困っている（（氏名を消しました）から聞いた）').first()).toBeVisible()
  await later.press('名簿', 'link')
  await later.press('人', 'link')
  await expect(page.getByText(name, { exact: true })).toHaveCount(0)
})

/** What does not fit is told where it is written, in words; what may be right all the same passes with a reason. */
test('かなでないふりがな、数字のない電話、定数をこえる席、逆の任期、画像の名簿は、その場で言われる', async ({
  start,
  picture,
}) => {
  const { page } = await start({ now: '2026-11-18T09:00' })
  const clerk = await startPractice(page)
  await clerk.press('設定', 'link')
  await clerk.reach(page.getByRole('tab', { name: '事務局' }))
  await clerk.keys('ArrowRight')
  await clerk.fill('委員の定数', '1')
  await clerk.press('この内容に直す')
  await expect(page.getByText('東部圏域のきまりを直しました。')).toBeVisible()

  await clerk.press('名簿', 'link')
  await clerk.press('人を加える')
  await clerk.fill('氏名', '試験　入子')
  await clerk.fill('ふりがな', '試けん　いりこ')
  await clerk.fill('電話', '不明')
  await clerk.fill('電話の覚え書き', '昼間は事務局へ')
  await expect(page.getByText(/かなでない文字が入っています。/)).toBeVisible()
  await expect(page.getByText(/電話番号の数字がありません。/)).toBeVisible()
  await clerk.press('席に着ける', 'checkbox', 'Space')
  await clerk.fill('任期の始め', 'R8.4.1')
  await clerk.fill('任期の終わり', 'R7.3.31')
  await clerk.keys('Tab')
  await expect(page.getByText(/終わりが始めより前の日です。/)).toBeVisible()
  await picture(page, '126-doubts')
  await clerk.fill('任期の終わり', 'R10.3.31')
  await clerk.press('この人を加える')
  await expect(page.getByText(/委員が、きまりの定数（1名）をこえます。/)).toBeVisible()
  await expectAccessible(page)
  await clerk.fill('それでもよいわけ', '4月に定数を改めるため')
  await clerk.press('この人を加える')
  await expect(page.getByRole('button', { name: '人を加える', exact: true })).toBeVisible()
  await expect(page.getByText('試けん　いりこ').first()).toBeVisible()

  await clerk.press('Excelから取り込む', 'link')
  await clerk.fill(
    'Excelで表をコピーして、ここに貼りつけてください',
    '氏名\tふりがな\t団体名\n試験　入太\tしけん　いりた\t試験町会\n',
  )
  await clerk.press('貼りつけた表を読む')
  await clerk.press('この表で進む')
  await clerk.press('全部つける')
  await clerk.press('書くことを確かめる')
  await expect(page.getByText(/きまりの定数（1名）をこえます。/)).toBeVisible()
  await clerk.press('この内容で取り込む')
  await expect(page.getByText(/委員が、きまりの定数（1名）をこえます。/)).toBeVisible()
  await clerk.fill('それでもよいわけ', '5月の総会で定数を改めるため')
  await expectAccessible(page)
  await picture(page, '127-import-over-limit')
  await clerk.press('この内容で取り込む')
  await clerk.press('名簿をひらく', 'link')
  await clerk.fill('氏名・かな・団体でしぼる', '試験　入太')
  // Taken in just now: the list may still be the one before.
  const found = page.getByRole('listbox', { name: '名簿の人' }).getByRole('option')
  await expect(found).toHaveText(/試験\s入太/)
  await clerk.keys('ArrowDown')
  await expect(page.getByText('それでもよいわけ：5月の総会で定数を改めるため')).toBeVisible()

  await clerk.press('Excelから取り込む', 'link')
  const choosing = page.waitForEvent('filechooser')
  await clerk.press('ファイルを選ぶ')
  const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0])
  await (await choosing).setFiles({ name: '名簿.png', mimeType: 'image/png', buffer })
  await expect(page.getByText(/写真や画像/)).toBeVisible()
})

/** The screens that these ways do not stop at, looked over too. */
test('名簿のほかの画面も、読み上げと高い対比で使える', async ({ start }) => {
  const { page } = await start({ now: '2026-11-18T09:00' })
  await startPractice(page)
  for (const place of ['/roster/groups', '/roster/terms', '/roster/duplicates', '/settings/board']) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
  }
})
