import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Clerk } from '../clerk.ts'
import { expect, inputs, test } from '../fixtures.ts'

/** Each of these must end in words that say what happened, what is safe and what to do, and lose nothing. */

const roster = readFileSync(join(inputs, 'meibo-messy.xlsx'))

/** An encrypted workbook is an OLE file with this stream name in UTF-16. */
function encryptedLike(): Buffer {
  const bytes = Buffer.alloc(4096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1024)
  return bytes
}

const badWorkbooks: readonly (readonly [string, Buffer, string])[] = [
  [
    '名前だけがxlsxの文書',
    Buffer.from('これは名簿です。\n'.repeat(50)),
    'Excelのファイル（.xlsx）ではありません',
  ],
  ['途中で切れたブック', roster.subarray(0, Math.floor(roster.length / 2)), '途中で切れています'],
  ['パスワードの付いたブック', encryptedLike(), 'パスワードが付いています'],
]

test.describe('まちがった入力', () => {
  test('読めない名簿は、わけと次の手が言われ、何も書かれない', async ({ start }) => {
    const { page } = await start()
    const clerk = new Clerk(page)
    await clerk.press('練習用の協議体でためす')
    await clerk.press('名簿', 'link')
    await expect(page.getByRole('link', { name: /^人\s*16/ })).toBeVisible()
    await clerk.press('Excelから取り込む', 'link')
    for (const [name, buffer, words] of badWorkbooks) {
      const choosing = page.waitForEvent('filechooser')
      await clerk.press('ファイルを選ぶ')
      await (await choosing).setFiles({ name: '名簿.xlsx', mimeType: 'application/octet-stream', buffer })
      await expect(page.getByText(words), name).toBeVisible()
      await expect(
        page.getByText('選んだファイルにも、これまでのデータにも手を加えていません。'),
        name,
      ).toBeVisible()
    }
    await clerk.press('名簿', 'link')
    await expect(page.getByRole('link', { name: /^人\s*16/ })).toBeVisible()
  })

  test('ない日は、その場で言われ、書いたものは残る。委員のいない日の会議は作られない', async ({
    start,
    picture,
  }) => {
    const { page } = await start({ now: '2026-09-01T09:00' })
    const clerk = new Clerk(page)
    await clerk.press('練習用の協議体でためす')
    await clerk.press('会議', 'link')
    await clerk.press('会議を準備する')
    await clerk.fill('開催日', '令和8年2月30日')
    await clerk.keys('Tab')
    await expect(page.getByText(/2月30日.*ありません/).first()).toBeVisible()
    await picture(page, '20-no-such-day')
    await clerk.fill('開催日', '昭和40年4月1日')
    await clerk.fill('開始', '13:30')
    await clerk.press('この日で準備を始める')
    await expect(page.getByText('この日に在任している委員が、一人もいません。')).toBeVisible()
    await expect(page.getByText('会議はまだ作っていません。名簿はそのままです。')).toBeVisible()

    await clerk.fill('開催日', '令和8年10月15日')
    await clerk.fill('終了', '13:00')
    await clerk.press('この日で準備を始める')
    await expect(page.getByText('終わりの時刻や日が、はじまりより前になっています。')).toBeVisible()
    await clerk.fill('終了', '15:30')
    await clerk.fill('第何回か', '第2回')
    await clerk.keys('Tab')
    await expect(page.getByText(/「第2回」は数として読めません/)).toBeVisible()
    await clerk.fill('第何回か', '２回')
    await clerk.press('この日で準備を始める')
    await expect(page.getByText('第2回の会議は、もうあります。')).toBeVisible()
    await picture(page, '23-same-number')
    await clerk.fill('第何回か', '5')
    await clerk.press('この日で準備を始める')
    await expect(page.getByRole('heading', { name: /^第5回/ })).toBeVisible()
  })

  test('開けないデータは、そのまま残され、画面が次の手を言う', async ({ start, picture }) => {
    const breakers: readonly (readonly [string, (file: string) => void, string])[] = [
      [
        '新しい版のデータ',
        (file) => {
          const database = new BetterSqlite(file)
          database.pragma('application_id = 1414747460')
          database.pragma('user_version = 9999')
          database.exec('CREATE TABLE later (id TEXT PRIMARY KEY)')
          database.close()
        },
        'もっと新しい版のつどいで作られています',
      ],
      [
        'でたらめのデータ',
        (file) => writeFileSync(file, Buffer.alloc(8192, 'rubbish')),
        'データのファイルが読めません',
      ],
    ]
    for (const [name, spoil, words] of breakers) {
      const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bad-'))
      const file = join(folder, 'tsudoi.db')
      spoil(file)
      const before = createHash('sha256').update(readFileSync(file)).digest('hex')
      const host = await start({ folder })
      await expect(host.page.getByText(words).first(), name).toBeVisible()
      if (name === '新しい版のデータ') await picture(host.page, '21-newer-data')
      await host.close()
      expect(createHash('sha256').update(readFileSync(file)).digest('hex'), name).toBe(before)
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('二つめに開いたつどいは、先に開いたほうを案内する', async ({ start }) => {
    const first = await start()
    const second = await start({ folder: first.folder })
    await expect(second.page.getByText('いま別のつどいが開いています').first()).toBeVisible()
    await second.close()
    await new Clerk(first.page).press('練習用の協議体でためす')
    await expect(first.page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  })

  test('書き込めないフォルダーは、どこかを名ざしして言われる', async ({ start }) => {
    const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bad-'))
    // A file where the folder should be: even an administrator cannot write below it.
    const place = join(folder, 'data')
    writeFileSync(place, '')
    const host = await start({ folder: place })
    await expect(host.page.getByText('に書き込めません').first()).toBeVisible()
    await host.close()
    expect(existsSync(place)).toBe(true)
    rmSync(folder, { recursive: true, force: true })
  })
})
