import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { Clerk } from '../clerk.ts'
import { expect, inputs, test } from '../fixtures.ts'

/** A page is drawn piece by piece: until two looks at it are the same, and it is not blank. */
async function paperDrawn(page: Page): Promise<void> {
  const canvas = page.locator('canvas').first()
  await expect(canvas).toBeVisible({ timeout: 60_000 })
  let before = ''
  await expect
    .poll(
      async () => {
        const now = await canvas.evaluate((element) =>
          element instanceof HTMLCanvasElement ? element.toDataURL() : '',
        )
        const still = now === before && now.length > 20_000
        before = now
        return still
      },
      { intervals: [500], timeout: 60_000 },
    )
    .toBe(true)
}

type TakePicture = (page: Page, name: string) => Promise<void>

/** A coordinator is chosen by the council, recommended to the mayor on paper, takes office, and writes the diary. */
test('コーディネーターを選び、推薦書を出し、活動を書いて、月報と年度のまとめにする', async ({
  start,
  picture,
}) => {
  const { page } = await start({ now: '2026-11-18T09:00' })
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible({ timeout: 60_000 })
  await clerk.press('コーディネーター', 'link')
  await test.step('選出を始め、候補の承諾を残す', () => beginSelection(clerk))
  await test.step('話し合いのない選出は、そのように示される', () => decideTooEarly(clerk, picture))
  await test.step('会議・発言・決定を結びつける', () => linkTalk(clerk, picture))
  await test.step('推薦書を見て、任用を残す', () => recommend(clerk, picture))
  await test.step('活動を、キーボードだけで書く', () => writeDiary(clerk, picture))
  await test.step('次の対応がホームに出て、済みにできる', () => followUp(clerk))
  await test.step('月報になる', () => report(clerk, picture))
  await test.step('月ごとの様式は、だれの活動で書きこむかを選ぶ', () => fillForOne(clerk, picture))
  await test.step('去年の実績を、手で書いた様式から読みもどす', () => readLastYear(clerk, picture))
  await test.step('年度のまとめになり、固めて、別紙１にする', () => summarise(clerk, picture))
})

async function beginSelection(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.press('選出', 'link')
  await clerk.press('選出を始める')
  await clerk.fill('選ぶめやす', '地域の助け合いをよく知り、団体のあいだをつなげる方')
  await clerk.press('この選出を始める')
  await expect(page.getByRole('heading', { name: /第2層\s東部圏域/ })).toBeVisible()
  await clerk.press('候補を加える')
  await clerk.fill('候補の氏名', '岡田')
  await expect(page.getByRole('option', { name: /岡田/ })).toBeVisible()
  await clerk.keys('ArrowDown', 'Enter')
  await clerk.fill('推薦した人・団体', '東部地区自治会連絡協議会')
  await clerk.fill('推薦のわけ', '老人クラブで長く助け合いを広げてきた')
  await clerk.reach(page.getByRole('radio', { name: 'まだ聞いていない' }))
  await clerk.keys('ArrowDown', 'ArrowDown')
  await expect(page.getByRole('radio', { name: '承諾', exact: true })).toBeChecked()
  await clerk.press('この方を候補にする')
  await expect(page.getByText('推薦：東部地区自治会連絡協議会')).toBeVisible()
}

async function decideTooEarly(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('決まったと残す')
  await clerk.fill('選んだわけ', '協議体の皆さんの賛成で決まりました')
  await clerk.press('この方に決まったと残す')
  await expect(page.getByText('話し合いの記録がありません').first()).toBeVisible()
  await picture(page, 'coordinators-1-undeliberated')
}

async function linkTalk(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.reach(page.getByRole('button', { name: /話し合った会議$/ }))
  await clerk.keys('Enter')
  // The first is the next meeting, of which nothing has been said yet.
  const held = page.getByRole('option', { name: /第1回/ })
  await expect(held).toBeVisible()
  for (let step = 0; step < 9 && !(await clerk.hasFocus(held)); step += 1) await clerk.keys('ArrowDown')
  await clerk.keys('Enter')
  await clerk.press('会議を結びつける')
  await clerk.press('発言を選ぶ')
  await clerk.press(/名前を書いた紙をくれれば/, 'checkbox', 'Space')
  await expect(page.getByText('もとになった発言')).toBeVisible()
  await clerk.press('選び終わる')
  await expect(page.getByRole('link', { name: /名前を書いた紙をくれれば/ })).toBeVisible()
  await expect(page.getByText('話し合いの記録があります')).toBeVisible()
  await picture(page, 'coordinators-2-selection')
}

async function recommend(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('推薦書を見る・印刷する')
  await expect(page.getByText('1ページ', { exact: true })).toBeVisible({ timeout: 60_000 })
  await paperDrawn(page)
  await picture(page, 'coordinators-3-recommendation')
  await clerk.press('閉じる')
  await clerk.press('きょう推薦書を出した')
  await expect(page.getByText('推薦書を出した日')).toBeVisible()
  await clerk.press('任用を残す')
  await clerk.press('この任用を残す')
  await expect(page.getByText('任期', { exact: true })).toBeVisible()
}

async function writeDiary(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('活動記録', 'link')
  await clerk.fill('はじめ', '10時')
  await clerk.fill('おわり', '11時半')
  await clerk.pick('区分', '自治会・町内会等への訪問')
  await clerk.fill('相手先', 'たかはし')
  await expect(page.getByRole('option', { name: /髙橋/ })).toBeVisible()
  await clerk.keys('ArrowDown', 'Enter')
  await expect(page.getByRole('button', { name: /相手先から外す/ })).toBeVisible()
  await clerk.fill('場所', '東町集会所')
  await clerk.fill('内容', '買い物便の希望を自治会で聞いた')
  await clerk.press('くわしく書く')
  await clerk.fill('次の対応', '希望をまとめて会長に渡す')
  await clerk.fill('いつまでに', 'R8.11.20')
  await clerk.press('この活動を残す')
  const table = page.getByRole('table', { name: '活動記録' })
  await expect(table.getByText('買い物便の希望を自治会で聞いた')).toBeVisible()
  // The second like the first: only the words are left to write, and an end after midnight is said so.
  await clerk.press(/^自治会・町内会等への訪問/)
  await expect(page.getByRole('textbox', { name: '内容' })).toBeFocused()
  await page.keyboard.insertText('夜の見守りに同行した')
  await clerk.fill('はじめ', '22:00')
  await clerk.fill('おわり', '0:30')
  await expect(page.getByText('おわりは次の日の時刻として数えます（2時間30分）')).toBeVisible()
  await picture(page, 'coordinators-4-diary')
  await clerk.press('この活動を残す')
  await expect(table.getByText('夜の見守りに同行した')).toBeVisible()
  await expect(table.getByText('22:00～翌0:30')).toBeVisible()

  // What she came upon becomes a resource with what the diary knows of it.
  await clerk.press(/を地域資源に残す$/, 'link')
  await expect(clerk.field('情報源')).toHaveValue(/^活動記録（令和/)
  await clerk.fill('名称', '青葉台の茶話会')
  await clerk.press('この資源を残す')
  await expect(page.getByRole('heading', { name: '青葉台の茶話会' })).toBeVisible()
  await clerk.press('コーディネーター', 'link')
  await expect(page.getByRole('link', { name: '資源：青葉台の茶話会' })).toBeVisible()
}

async function followUp(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.press('ホーム', 'link')
  await clerk.press('希望をまとめて会長に渡す', 'link')
  await clerk.press('「希望をまとめて会長に渡す」を済みにする')
  await expect(page.getByText('「希望をまとめて会長に渡す」を済みにしました。')).toBeVisible()
}

async function report(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('活動報告書を作る', 'link')
  const row = page
    .getByRole('table', { name: '活動区分ごとの件数' })
    .getByRole('row', { name: /^自治会・町内会等への訪問/ })
  await expect(row.getByRole('cell').first()).toHaveText('2')
  await picture(page, 'coordinators-5-figures')
  await clerk.press('月報を作る')
  await expect(page.getByText(/^\d+ページ$/)).toBeVisible({ timeout: 60_000 })
  await paperDrawn(page)
  await picture(page, 'coordinators-6-report')
  await clerk.press('閉じる')
}

/** The form of a month, filled with what everybody did, then with what one of two did. */
async function fillForOne(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('帳票', 'link')
  await clerk.press('市の様式を加える', 'link')
  const choosing = page.waitForEvent('filechooser')
  await clerk.press('様式のExcelを選ぶ')
  await (await choosing).setFiles(join(inputs, '../../../resources/forms/tsudoi-geppou.xlsx'))
  await clerk.press('この様式を加える')
  const grid = page.getByRole('grid', { name: /のシート$/ })
  const visits = (counts: string) => grid.getByRole('row', { name: `自治会・町内会等への訪問 ${counts}` })
  await expect(visits('2 3')).toHaveCount(1)
  await clerk.pick('だれの活動か', '岡田　ハルの活動')
  await expect(visits('0 0')).toHaveCount(1)
  await picture(page, 'forms-13-whose-month')
  await clerk.press('コーディネーター', 'link')
}

/** Last year's 実績報告書, as somebody typed it in Excel before there was Tsudoi. */
function lastYearByHand(): Uint8Array {
  const form = readFileSync(join(inputs, '../../../resources/forms/tsudoi-jisseki-houkokusho.xlsx'))
  const typed = { A4: '自治会・町内会等への訪問', C4: '４件', D4: '6', N4: '１１' }
  return fillForm(new Uint8Array(form), {
    cells: Object.entries(typed).map(
      ([cell, text]) => ({ sheet: '別紙３', cell, value: { kind: 'typed', text } }) as const,
    ),
    rows: [],
  }).bytes
}

async function readLastYear(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('帳票', 'link')
  await clerk.press('市の様式を加える', 'link')
  const choosing = page.waitForEvent('filechooser')
  await clerk.press('様式のExcelを選ぶ')
  await (await choosing).setFiles(join(inputs, '../../../resources/forms/tsudoi-jisseki-houkokusho.xlsx'))
  await clerk.press('この様式を加える')
  await expect(page.getByRole('grid', { name: /のシート$/ })).toBeVisible()
  await clerk.press('提出前チェックへ', 'link')
  await clerk.press('提出へ', 'link')
  await clerk.pick('どの年度で', '令和7年度')
  const filled = page.waitForEvent('filechooser')
  await clerk.press('書きこまれたExcelを選ぶ')
  const file = { name: '令和7年度の実績.xlsx', mimeType: 'application/octet-stream' }
  await (await filled).setFiles({ ...file, buffer: Buffer.from(lastYearByHand()) })
  const table = page.getByRole('table', { name: '前からの数になるもの' })
  await expect(table.getByRole('row', { name: /合計/ })).toContainText('21')
  await table.scrollIntoViewIfNeeded()
  await picture(page, 'forms-15-last-year')
  await clerk.press('出したものとして残す')
  await expect(page.getByText('前からの数になりました。')).toBeVisible()
  await clerk.press('コーディネーター', 'link')
}

async function summarise(clerk: Clerk, picture: TakePicture): Promise<void> {
  const { page } = clerk
  await clerk.press('年度のまとめ', 'link')
  await clerk.press('令和8年度のまとめを始める')
  await clerk.press(/^第2層\s2。/)
  await expect(page.getByRole('link', { name: /戸田\sさやか（第2層/ })).toBeVisible()
  await expect(page.getByRole('table', { name: '活動の件数' })).toContainText('21 読みもどした数')
  await picture(page, 'coordinators-7-year')
  await clerk.press('この数で固める')
  await expect(page.getByText('さんが固めました')).toBeVisible()
  await clerk.press('実績報告書の別紙１を作る')
  await paperDrawn(page)
  await picture(page, 'coordinators-8-results')
}
