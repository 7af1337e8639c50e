import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { Clerk } from '../clerk.ts'
import { expect, test } from '../fixtures.ts'

/** Waits until the first page stands drawn in the preview, unlike the one before. */
async function firstPage(page: Page, name: string, unlike = ''): Promise<string> {
  const canvas = page
    .getByRole('region', { name: /のページ$/ })
    .locator('canvas')
    .first()
  await expect(canvas).toBeVisible({ timeout: 60_000 })
  // Pages are drawn when they come into sight.
  await canvas.scrollIntoViewIfNeeded()
  // A page is drawn some time after it stands there; a blank one would say so here.
  const drawn = () =>
    canvas.evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) return 0
      const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? []
      let dark = 0
      // What is not drawn yet is black too, but transparent.
      for (let at = 0; at < pixels.length; at += 4)
        if ((pixels[at] ?? 255) < 128 && (pixels[at + 3] ?? 0) > 200) dark += 1
      return dark
    })
  const drawing = () =>
    canvas.evaluate((element) => (element instanceof HTMLCanvasElement ? element.toDataURL('image/png') : ''))
  // After a choice the paper before stays until the next is there, and a page is drawn piece by piece.
  let url = ''
  const stands = async (): Promise<boolean> => {
    const before = url
    url = await drawing()
    return url === before && url !== unlike && (await drawn()) > 100
  }
  await expect.poll(stands, { timeout: 60_000, intervals: [300], message: `${name} is drawn` }).toBe(true)
  return url
}

async function startPractice(page: Page): Promise<Clerk> {
  const clerk = new Clerk(page)
  await clerk.press('練習用の協議体でためす')
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  return clerk
}

test.describe('帳票の棚', () => {
  test('紙を選び、見て、Excelとしても取り出し、会議の分をまとめて作る', async ({ start, picture }) => {
    const { page } = await start({ now: '2026-09-20T09:00' })
    const clerk = await startPractice(page)
    await clerk.press('帳票', 'link')
    await expect(page.getByRole('heading', { name: '会議の前' })).toBeVisible()
    await expect(page.getByText('名簿に住所がありません').first()).toBeVisible()
    await picture(page, 'papers-1-shelf')

    await clerk.press('席次表', 'link')
    const uShape = await firstPage(page, 'seating')
    await picture(page, 'papers-2-seating')
    await clerk.reach(page.getByRole('radio', { name: 'コの字' }))
    await clerk.keys('ArrowRight')
    await expect(page.getByRole('radio', { name: 'ロの字' })).toBeChecked()
    await firstPage(page, 'seating-square', uShape)
    const excel = page.waitForEvent('download')
    await clerk.press('Excel')
    expect((await excel).suggestedFilename()).toMatch(/席次表\.xlsx$/)
    await clerk.press('棚にもどる', 'link')

    // How far it has come is seen, and it can be ended: nothing is made then.
    await clerk.press('会議の前の紙をまとめて作る')
    await expect(page.getByRole('progressbar', { name: '会議の紙を作っています' })).toBeVisible()
    await clerk.press('やめる')
    await expect(page.getByText('取りやめました。').first()).toBeVisible()

    const folder = page.waitForEvent('download')
    await clerk.press('会議の前の紙をまとめて作る')
    const download = await folder
    expect(download.suggestedFilename()).toMatch(/会議の前の紙\.zip$/)
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
    expect(Object.keys(files)).toHaveLength(9)
    const agenda = Object.entries(files).find(([name]) => name.endsWith('次第.pdf'))?.[1]
    expect(strFromU8((agenda ?? new Uint8Array()).subarray(0, 5), true)).toBe('%PDF-')

    // A list for another system: what its characters lack is shown one by one, and what stands for each is chosen.
    await clerk.press('一覧を取り出す', 'link')
    await expect(page.getByRole('heading', { name: '一覧を取り出す' })).toBeVisible()
    await clerk.reach(page.getByRole('radio', { name: 'Excel' }))
    while (!(await page.getByRole('radio', { name: /Shift_JIS/ }).isChecked())) await clerk.keys('ArrowDown')
    await expect(page.getByRole('table', { name: '書けない字' })).toContainText('みどり')
    const instead = page.getByRole('combobox', { name: /の代わり$/ }).first()
    await clerk.reach(instead)
    await clerk.keys('ControlOrMeta+a')
    await page.keyboard.insertText('◇')
    await clerk.keys('Tab')
    await picture(page, 'papers-5-list')
    const list = page.waitForEvent('download')
    await clerk.press('取り出す')
    const csv = readFileSync(await (await list).path())
    expect(iconv.decode(csv, 'cp932')).toContain('◇')
    expect(iconv.decode(csv, 'cp932')).not.toContain('?')
    await clerk.press('帳票', 'link')

    // 宛名: the seven boxes of the post, and who has no address is said.
    await clerk.press('はがき（宛名面）', 'link')
    await expect(clerk.field('右へ何ミリずらすか')).toBeVisible()
  })

  test('開催通知の文面を直し、まちがった項目を教えられ、番号を取り、全員分を作る', async ({
    start,
    picture,
  }) => {
    const { page } = await start({ now: '2026-09-20T09:00' })
    const clerk = await startPractice(page)
    await clerk.press('帳票', 'link')
    await clerk.press('開催通知', 'link')
    await firstPage(page, 'invitation')
    await picture(page, 'papers-3-letter')
    await clerk.fill('文面', '会場は{会議.場処}です。')
    await expect(page.getByText('のことかもしれません')).toBeVisible()
    await expect(page.getByRole('button', { name: '全員分をPDFにする' })).toBeDisabled()
    await picture(page, 'papers-4-unknown-field')
    await clerk.fill('文面', '会場は{会議.場所}です。\n\n記\n\n日時：{会議.開催日|和暦（曜日）}\n\n以上')
    await expect(page.getByText('のことかもしれません')).toBeHidden()
    await clerk.press(/を取る$/)
    await expect(clerk.field('文書番号')).toHaveValue(/第1号/)
    const letters = page.waitForEvent('download')
    await clerk.press('全員分をPDFにする')
    expect((await letters).suggestedFilename()).toMatch(/開催通知\.pdf$/)
    await expect(page.getByText(/を14通作りました/)).toBeVisible()
    // To two of the members only, chosen by their group.
    await clerk.pick('だれに', '委員')
    await clerk.press('全員に。選ぶ')
    await clerk.press(/件を外す$/)
    await clerk.fill('しぼりこみ', 'NPO')
    await clerk.press('見えている2件を選ぶ')
    const some = page.waitForEvent('download')
    await clerk.press('選んだ分をPDFにする')
    expect((await some).suggestedFilename()).toMatch(/開催通知\.pdf$/)
    await expect(page.getByText(/を2通作りました/)).toBeVisible()
    await clerk.press('はじめの文面に戻す')
    await expect(clerk.field('文面')).toHaveValue(/厚くお礼/)
  })
})
