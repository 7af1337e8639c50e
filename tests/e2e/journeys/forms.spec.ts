import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { read as readXlsx } from 'xlsx'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { setOpeningPassword } from '#core/reports/forms/opening-password.ts'
import { Clerk } from '../clerk.ts'
import { expect, inputs, test } from '../fixtures.ts'
import { comparePackages } from '../../core/reports/forms/compare-packages.ts'
import { drawnForm } from '../drawn-form.ts'
import { unseenForm } from '../unseen-form.ts'

async function startPractice(page: Page): Promise<Clerk> {
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  // All of the practice council is entered before the home opens.
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible({ timeout: 60_000 })
  return clerk
}

interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

async function chooseForm(clerk: Clerk, button: string, { name, bytes }: GivenFile): Promise<void> {
  const choosing = clerk.page.waitForEvent('filechooser')
  await clerk.press(button)
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

const saved = (clerk: Clerk) => expect(clerk.page.getByText(/保存しました/).first()).toBeVisible()

/** The unseen form as somebody filled it in by hand: full-width digits, and a day that is none. */
const filledByHand = (): Uint8Array =>
  fillForm(unseenForm(), {
    cells: Object.entries({
      B4: '青羽市第２層協議体（東部圏域）',
      B5: '8月ごろ',
      B10: '３人',
      A16: '髙橋　敏夫',
      B16: '会長',
    }).map(([cell, text]) => ({ sheet: '報告', cell, value: { kind: 'typed', text } as const })),
    rows: [],
  }).bytes

/** What is said of the chosen cell. */
const chosenCell = (page: Page) => page.locator('[role="gridcell"][aria-selected="true"]')

/** Goes to a cell with the arrow keys, a merge being one. */
async function goTo(clerk: Clerk, cell: string): Promise<void> {
  const { page } = clerk
  const wanted = /^([A-Z]+)(\d+)$/.exec(cell)
  const column = [...(wanted?.[1] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const row = Number(wanted?.[2])
  await clerk.reach(page.getByRole('grid', { name: /のシート$/ }))
  for (let step = 0; step < 200; step += 1) {
    const label = (await chosenCell(page).getAttribute('aria-label')) ?? ''
    const at = /^([A-Z]+)(\d+)/.exec(label)
    const nowColumn = [...(at?.[1] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    const nowRow = Number(at?.[2])
    if (nowRow === row && nowColumn === column) return
    const key =
      nowRow < row ? 'ArrowDown' : nowRow > row ? 'ArrowUp' : nowColumn < column ? 'ArrowRight' : 'ArrowLeft'
    await page.keyboard.press(key)
    await expect(chosenCell(page)).not.toHaveAttribute('aria-label', label)
  }
  throw new Error(`the arrow keys do not lead to ${cell}`)
}

async function link(clerk: Clerk, cell: string, words: string): Promise<void> {
  const { page } = clerk
  await goTo(clerk, cell)
  await page.keyboard.press('Enter')
  const search = page.getByRole('combobox', { name: '項目をさがす' })
  await expect(search).toBeFocused()
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /のシート$/ })).toBeFocused()
}

test.describe('様式', () => {
  test('見たことのない様式を加え、欄をつなぎ、書きこんで提出する', async ({ start, picture }) => {
    test.setTimeout(300_000)
    const { page } = await start({ now: '2026-09-20T09:00' })
    const clerk = await startPractice(page)
    await clerk.press('帳票', 'link')
    await clerk.press('市の様式を加える', 'link')
    await chooseForm(clerk, '様式のExcelを選ぶ', { name: '地域づくり報告.xlsx', bytes: unseenForm() })
    await expect(page.getByText('はじめての様式です', { exact: false })).toBeVisible()
    await expect(page.getByRole('grid')).toContainText('地域づくり会議')
    await picture(page, 'forms-1-chosen')
    await clerk.press('この様式を加える')
    await expect(page.getByText(/か所の見当がつきました/)).toBeVisible()

    await test.step('見当を一つずつ、それからまとめてつなぐ', async () => {
      await picture(page, 'forms-2-suggested')
      await clerk.press('会議名をつなぐ')
      await expect(page.getByRole('grid')).toContainText('青羽市第２層協議体')
      await clerk.press('見当のついた欄をすべてつなぐ')
      await expect(page.getByText(/か所の見当がつきました/)).toBeHidden()
      await expect(page.getByRole('grid')).toContainText('髙橋　敏夫')
    })

    await test.step('キーボードだけで欄を選び、項目をつなぎ、取り消す', async () => {
      await link(clerk, 'F10', '開催方法')
      await expect(page.getByRole('grid')).toContainText('■対面')
      await page.keyboard.press('Control+z')
      await expect(page.getByRole('grid')).not.toContainText('■対面')
      await link(clerk, 'F10', '開催方法')
      await expect(page.getByRole('grid')).toContainText('■対面')
    })

    await test.step('計算式の欄は、上書きするかを聞かれる', async () => {
      await goTo(clerk, 'B12')
      await page.keyboard.press('Enter')
      await page.keyboard.insertText('委員出席')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alertdialog')).toContainText('計算式に上書きしますか')
      await clerk.press('やめる')
      await expect(page.getByRole('alertdialog')).toBeHidden()
    })

    await test.step('入りきらない文は、すぐに赤くなり、三つの直し方がある', async () => {
      await link(clerk, 'B11', '会議 場所')
      await expect(page.getByText('入りきらない').first()).toBeVisible()
      await picture(page, 'forms-3-unfit')
      await expect(page.getByRole('radio', { name: /短いことばにする/ })).toBeChecked()
      await clerk.fill('この様式での書き方', '東町コミセン')
      await clerk.press('この直し方にする')
      await expect(page.getByRole('button', { name: 'この直し方にする' })).toBeHidden()
      await expect(page.getByRole('grid')).toContainText('東町コミセン')
    })

    await test.step('くり返しの表を、矢印で選んで作る', async () => {
      await goTo(clerk, 'A22')
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown')
      for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowRight')
      await expect(page.getByRole('heading', { name: /A22/ }).or(page.getByText(/^A22 – /))).toBeVisible()
      await clerk.pick('一行に一つずつ書くもの', '取組')
      await clerk.press('くり返しの表にする')
      await expect(page.getByText(/4行に\d+件/)).toBeVisible()
      await expect(page.getByRole('grid')).toContainText('ちらしの文字')
      await picture(page, 'forms-4-mapped')
    })
    await saved(clerk)

    await test.step('提出前チェックで、場所を一度で消す', async () => {
      await clerk.press('提出前チェックへ', 'link')
      await expect(page.getByRole('heading', { name: '見てほしいところ' })).toBeVisible()
      await expect(page.getByText('作成者').first()).toBeVisible()
      // A38 stands in a row that was put in, in the second of two tables.
      await expect(page.getByText('「取組の内容」の文が、様式の欄（A38）に', { exact: false })).toBeVisible()
      await clerk.press('作成者：名前を消す')
      await expect(page.getByText(/出すファイルで/)).toBeVisible()
      await picture(page, 'forms-5-check')
    })

    await test.step('提出として残し、同じファイルを取り出す', async () => {
      await clerk.press('提出へ', 'link')
      const download = page.waitForEvent('download')
      await clerk.press('提出として残す')
      const handed = new Uint8Array(readFileSync(await (await download).path()))
      await expect(page.getByText('提出として残しました')).toBeVisible()
      const sheet = readXlsx(handed).Sheets['報告'] ?? {}
      const value = (cell: string): unknown => (sheet[cell] as { v?: unknown } | undefined)?.v
      expect(value('B4')).toBe('青羽市第２層協議体（東部圏域）')
      expect(value('F10')).toBe('■対面　□オンライン　□併用')
      expect(value('A16')).toBe('髙橋　敏夫')
      expect(new TextDecoder().decode(handed)).not.toContain('docProps/none')
      const { removed, added } = comparePackages(unseenForm(), handed)
      expect([added, removed.filter((part) => part !== 'xl/calcChain.xml')]).toEqual([[], []])
      await picture(page, 'forms-6-submitted')
      const again = page.waitForEvent('download')
      await clerk.press(/に出したファイルを取り出す/)
      expect(readFileSync(await (await again).path()).equals(Buffer.from(handed))).toBe(true)
    })

    await test.step('手で書いたものを読みもどし、記録と見くらべて、出したものとして残す', async () => {
      await chooseForm(clerk, '書きこまれたExcelを選ぶ', { name: '手書きの報告.xlsx', bytes: filledByHand() })
      const table = page.getByRole('table', { name: '読みもどしたところ' })
      await expect(table.getByRole('row', { name: /委員欠席/ })).toContainText('ちがう')
      await expect(page.getByRole('list', { name: '読めなかったところ' })).toContainText('8月ごろ')
      await table.scrollIntoViewIfNeeded()
      await picture(page, 'forms-14-read-back')
      await clerk.press('出したものとして残す')
      await expect(page.getByRole('table', { name: 'この様式で出したもの' }).getByRole('row')).toHaveCount(3)
    })
  })

  test('丸、チェック、文の空白、月の表、写真を、画面でつないで出す', async ({ start, picture }) => {
    test.setTimeout(300_000)
    const { page } = await start({ now: '2026-09-20T09:00' })
    const clerk = await startPractice(page)
    await test.step('会議に写真を添える', async () => {
      await clerk.press('会議', 'link')
      // The home names the meeting too, until it has gone.
      await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
      await clerk.press('第2回', 'link')
      await clerk.press(/^準備/, 'link')
      await expect(page.getByText('資料のファイル')).toBeVisible()
      await chooseForm(clerk, 'ファイルを添える', { name: 'ようす.png', bytes: await page.screenshot() })
      await expect(page.getByText('ようす.png').first()).toBeVisible()
    })
    await clerk.press('帳票', 'link')
    await clerk.press('市の様式を加える', 'link')
    await chooseForm(clerk, '様式のExcelを選ぶ', { name: '様式第９号.xlsx', bytes: drawnForm() })
    await clerk.press('この様式を加える')
    const grid = page.getByRole('grid', { name: /のシート$/ })
    await expect(grid).toBeVisible()
    const panel = page.getByRole('region', { name: '選んだ欄' })

    await test.step('写真を添えた会議で見る', async () => {
      await clerk.reach(page.getByRole('button', { name: /どの会議で$/ }))
      for (const key of ['Enter', 'Home', 'Enter']) await page.keyboard.press(key)
      await expect(page.getByRole('button', { name: /第2回/ })).toBeVisible()
    })
    await test.step('チェックボックスのある欄', async () => {
      await link(clerk, 'G3', '添付 次第')
      // There is a □ in the cell as well: which of the two is meant is chosen.
      await clerk.pick('つなぎ方', 'チェックを付ける')
      await expect(grid).toContainText('☑ 添付あり')
    })
    await test.step('丸でかこむことば', async () => {
      await link(clerk, 'B24', '議事録確定')
      await expect(panel).toContainText('「無」を丸でかこむとき')
    })
    await test.step('文の空白は、項目を一つずつ', async () => {
      await link(clerk, 'B25', '提出日')
      await expect(grid).toContainText('令和　 8年　 9月　20日（　日）')
      await link(clerk, 'B25', '会議 回')
      await expect(grid).toContainText('第　 2回')
      await expect(panel).toContainText('つなぎ方')
    })
    await test.step('月の表を、Shiftと矢印で選んで', async () => {
      await goTo(clerk, 'B26')
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown')
      for (let step = 0; step < 5; step += 1) await page.keyboard.press('Shift+ArrowRight')
      await clerk.pick('印を付ける月', '地域課題　把握日')
      await clerk.press('月の表にする')
      await expect(panel).toContainText('月の表に印を付ける')
    })
    await test.step('写真の場所は、マウスで引いて', async () => {
      await goTo(clerk, 'B31')
      const from = await chosenCell(page).boundingBox()
      if (from === null) throw new Error('the chosen cell is not seen')
      await page.mouse.move(from.x + 5, from.y + 5)
      await page.mouse.down()
      await page.mouse.move(from.x + 5 + from.width * 2, from.y + 5 + from.height * 5, { steps: 6 })
      await page.mouse.up()
      await expect(page.getByText(/^B31 – /)).toBeVisible()
      await clerk.press('写真の場所にする')
      await expect(panel).toContainText('写真を入れる')
      // The city's own mark, and the photo.
      await expect(grid.locator('img')).toHaveCount(2)
    })
    await picture(page, 'forms-9-drawn')
    await saved(clerk)
    await clerk.press('提出前チェックへ', 'link')
    await expect(page.getByRole('heading', { name: '見てほしいところ' })).toBeVisible()
    const looked = page.getByRole('list', { name: '見てほしいところ' })
    await test.step('ファイルに残る名前や場所を、まとめて消す', async () => {
      await expect(looked).toContainText('aoba-fs01')
      await expect(page.getByRole('grid', { name: 'できあがりの様式' })).toBeVisible()
      await picture(page, 'forms-10-gives-away')
      await clerk.press(/まとめて消す/)
      await expect(looked).not.toContainText('aoba-fs01')
      await expect(looked).not.toContainText('青羽 三郎')
    })
    await test.step('見えない字を見えるようにして、その場所を見る', async () => {
      await clerk.press('A6を見る')
      await expect(page.getByRole('grid', { name: 'できあがりの集計' })).toBeVisible()
      await clerk.press('見えない字：字を見えるようにする')
      await expect(page.getByRole('list', { name: '直すところ' })).toContainText('見えない字')
      await picture(page, 'forms-11-seen')
    })
    await clerk.press('提出へ', 'link')
    const download = page.waitForEvent('download')
    await clerk.press('提出として残す')
    const handed = new Uint8Array(readFileSync(await (await download).path()))
    const gone = [
      'docProps/thumbnail.png',
      'xl/printerSettings/printerSettings1.bin',
      'xl/revisions/userNames.xml',
    ]
    expect(
      comparePackages(drawnForm(), handed)
        .removed.filter((part) => part !== 'xl/calcChain.xml')
        .sort(),
    ).toEqual(gone)
    const parts = unzipSync(handed)
    const partOf = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    expect(partOf('xl/ctrlProps/ctrlProp1.xml')).toContain('checked="Checked"')
    expect(partOf('xl/ctrlProps/ctrlProp2.xml')).not.toContain('checked=')
    expect(partOf('xl/drawings/drawing1.xml')).toContain('prst="ellipse"')
    expect(Object.keys(parts).filter((name) => name.startsWith('xl/media/'))).toHaveLength(2)
    expect(readXlsx(handed).Sheets['様式']?.['B25']).toMatchObject({
      v: '令和　 8年　 9月　20日（　日）　第　 2回',
    })
  })

  test('新しい版は、つなぎ方を引きつぎ、動いたところを見せる', async ({ start, picture }) => {
    test.setTimeout(180_000)
    const { page } = await start({ now: '2026-09-20T09:00' })
    const clerk = await startPractice(page)
    await clerk.press('帳票', 'link')
    await clerk.press('市の様式を加える', 'link')
    await chooseForm(clerk, '様式のExcelを選ぶ', { name: '地域づくり報告.xlsx', bytes: unseenForm() })
    await clerk.press('この様式を加える')
    await clerk.press('見当のついた欄をすべてつなぐ')
    await expect(page.getByRole('grid')).toContainText('髙橋　敏夫')
    await saved(clerk)
    await clerk.press(/^読み込む/, 'link')
    await test.step('新しい版にパスワードが付いている', async () => {
      const locked = setOpeningPassword(unseenForm(2), '青羽2026')
      await chooseForm(clerk, '新しい版のExcelを選ぶ', { name: '新様式.xlsx', bytes: locked })
      await expect(page.getByRole('heading', { name: 'パスワードのついたExcelです' })).toBeVisible()
      await clerk.fill('開くときのパスワード', '青羽2025')
      await clerk.press('ひらく')
      await expect(page.getByText('パスワードがちがうので', { exact: false })).toBeVisible()
      await picture(page, 'forms-12-edition-password')
      await clerk.fill('開くときのパスワード', '青羽2026')
      await page.keyboard.press('Enter')
    })
    await expect(page.getByRole('table', { name: '動いたところ' })).toContainText('見出しから見つけた')
    await page.getByRole('table', { name: '動いたところ' }).scrollIntoViewIfNeeded()
    await picture(page, 'forms-7-edition')
    await clerk.press('この版に差しかえる')
    await expect(page.getByText('前の版も残っています')).toBeVisible()
    await expect(page.getByText(/第2版/).first()).toBeVisible()

    const download = page.waitForEvent('download')
    await clerk.press('ひとつのファイルにする')
    const bundle = await download
    expect(bundle.suggestedFilename()).toMatch(/\.tsudoiform$/)
    const bytes = new Uint8Array(readFileSync(await bundle.path()))
    await clerk.press('帳票', 'link')
    await clerk.press('市の様式を加える', 'link')
    await chooseForm(clerk, '様式のExcelを選ぶ', { name: bundle.suggestedFilename(), bytes })
    await expect(page.getByText('ほかの事務局が作った様式です', { exact: false })).toBeVisible()
  })

  test('開けないファイルは、何をすればよいかが言われる', async ({ start, picture }) => {
    const { page } = await start({ now: '2026-09-20T09:00' })
    const clerk = await startPractice(page)
    await clerk.press('帳票', 'link')
    await clerk.press('市の様式を加える', 'link')
    const form = new Uint8Array(readFileSync(join(inputs, 'kaisai-houkokusho.xlsx')))
    const ole = new Uint8Array(2048)
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    const bad: readonly (readonly [GivenFile, string])[] = [
      [
        { name: 'メモ.xlsx', bytes: new TextEncoder().encode('これはExcelではありません') },
        'Excelのファイル（.xlsx）ではありません',
      ],
      [{ name: '途中まで.xlsx', bytes: form.slice(0, 9000) }, '途中で切れています'],
      [{ name: '古い.xls', bytes: ole }, '古い形（.xls）'],
    ]
    for (const [file, words] of bad) {
      await chooseForm(clerk, '様式のExcelを選ぶ', file)
      await expect(page.getByRole('alert')).toContainText(words)
    }
    await picture(page, 'forms-8-old')
  })
})
