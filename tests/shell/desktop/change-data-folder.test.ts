import { expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ app: {}, dialog: {} }))
const { unfitDataFolder } = await import('#shell/desktop/change-data-folder.ts')

test('the data go into an empty folder or one of ours on this PC, and nowhere else', () => {
  const now = '/home/a/つどい'
  const of = (folder: string, names: readonly string[] | null) => unfitDataFolder(folder, now, names)
  expect(of('/home/a/別', [])).toBeNull()
  expect(of('/home/a/別', ['desktop.ini', 'Thumbs.db', '.DS_Store'])).toBeNull()
  expect(of('/home/a/別', ['tsudoi.db', 'backups'])).toBeNull()
  expect(of('/home/a/別', ['家計簿.xlsx'])).toMatch(/^ほかのものが入っています。/)
  expect(of('/home/a/別', null)).toBe('このフォルダーは読めません。')
  expect(of(now, ['tsudoi.db'])).toBe('いまのデータのフォルダーです。')
  expect(of(`${now}/practice`, [])).toBe('いまのデータのフォルダーの中は選べません。')
  expect(of('\\\\server\\share', [])).toMatch(/^共有の場所は選べません。/)
})
