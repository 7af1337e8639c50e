import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import type { GivenTo, OperationName, OutputOf } from '../../../shared/contract/contract.ts'
import { statementKindNames } from '../../../shared/domain/meeting.ts'
import { Clerk } from '../clerk.ts'
import { expect, inputs, test } from '../fixtures.ts'
import { readMemo } from '../memo.ts'

/**
 * The meeting of kyogi-memo.txt taken down live: five keys a second, kana by the IME's own events, through the real screen.
 * The ordinary run types the first statements so, which takes a minute; TSUDOI_WHOLE_MEMO=1 types all 47 of them (about ten minutes).
 * In the middle of a line the program is killed: what Enter had kept is on disk to the character, the line in hand is gone.
 */
const whole = process.env['TSUDOI_WHOLE_MEMO'] === '1'
const typedStatements = whole ? Number.POSITIVE_INFINITY : 4
const keyMs = 200
const memo = readMemo(join(inputs, 'kyogi-memo.json'))
const project = join(import.meta.dirname, '../../..')

const kindKeys: Readonly<Record<string, string>> = {
  説明: 'Control+1',
  質問: 'Control+2',
  意見: 'Control+3',
  回答: 'Control+4',
  決定: 'Control+5',
  情報: 'Control+7',
  挨拶: 'Control+9',
}

function call<Name extends OperationName>(folder: string, name: Name, input: GivenTo<Name>): OutputOf<Name> {
  const printed = execFileSync(
    join(project, 'node_modules/.bin/node'),
    [
      join(project, 'electron/shell/command/main.ts'),
      'call',
      name,
      '--data',
      folder,
      '--input',
      JSON.stringify(input),
    ],
    { encoding: 'utf8' },
  )
  // The command line prints what the contract declares as the operation's output.
  return JSON.parse(printed) as OutputOf<Name>
}

/** A typist with an IME: each key changes what is being composed, and the phrase is confirmed at its end. */
class Typist {
  private readonly page: Page
  private readonly session: CDPSession
  private last = 0

  constructor(page: Page, session: CDPSession) {
    this.page = page
    this.session = session
  }

  /** As fast as five keys a second, and no faster; a slow machine does not make up for lost time. */
  private async pace(): Promise<void> {
    const wait = this.last + keyMs - Date.now()
    if (wait > 0) await this.page.waitForTimeout(wait)
    this.last = Date.now()
  }

  private async composingKey(): Promise<void> {
    await this.session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'KeyA',
      windowsVirtualKeyCode: 229,
    })
  }

  /** Composes and confirms phrase by phrase, as a person does at particles and stops. */
  async kana(text: string): Promise<void> {
    for (const phrase of text.match(/[^、。]{1,8}[、。]?|[、。]/gu) ?? []) {
      let composed = ''
      for (const letter of phrase) {
        await this.pace()
        composed += letter
        await this.composingKey()
        await this.session.send('Input.imeSetComposition', {
          text: composed,
          selectionStart: composed.length,
          selectionEnd: composed.length,
        })
      }
      // The Enter that confirms belongs to the IME: it must not send the line.
      await this.composingKey()
      await this.session.send('Input.insertText', { text: phrase })
    }
  }

  /** Leaves a phrase unconfirmed, as when the plug is pulled. */
  async half(text: string): Promise<void> {
    await this.composingKey()
    await this.session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }

  async key(name: string): Promise<void> {
    await this.pace()
    await this.page.keyboard.press(name)
  }
}

test('メモの会議を、1秒に5つの速さで書きとる。途中で止まっても、Enterを押した行は残る', async ({
  start,
  picture,
}) => {
  test.setTimeout(whole ? 1_800_000 : 300_000)
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-live-'))
  execFileSync(
    join(project, 'node_modules/.bin/node'),
    [join(project, 'electron/shell/command/main.ts'), 'init', '--data', folder, '--sample'],
    { cwd: project },
  )
  const [next, last] = call(folder, 'meetings.list', { councilId: null, fiscalYear: null })
  if (next === undefined || last === undefined) throw new Error('the practice council has two meetings')
  const meetingId = next.id
  // The agenda of the memo, without its talk.
  call(folder, 'meetings.copyAgenda', { meetingId, fromMeetingId: last.id })
  const seats = new Map(
    call(folder, 'meetings.get', { meetingId }).roll.map((line) => [
      line.name.replace(/\s/gu, ''),
      line.seatNumber,
    ]),
  )
  const nameOf = new Map(memo.attendance.map((person) => [person.id, person.name.replace(/\s/gu, '')]))
  // 木村 sits for 西村: the seat is his.
  const seatOf = (id: string) => seats.get(nameOf.get(id === 'kimura' ? 'nishimura' : id) ?? '') ?? 0

  const host = await start({ folder })
  const { page } = host
  const clerk = new Clerk(page)
  await clerk.press('会議', 'link')
  // The home names the meeting too, until it has gone.
  await expect(clerk.page.getByRole('heading', { name: '会議', exact: true, level: 1 })).toBeVisible()
  await clerk.press('第2回', 'link')
  await clerk.press(/^議事録/, 'link')
  const speaker = page.getByRole('combobox', { name: '話し手（席番号か、かな）' })
  await clerk.reach(speaker)
  const typist = new Typist(page, await page.context().newCDPSession(page))
  const wanted = memo.statements.slice(0, typedStatements)
  for (const [place, statement] of wanted.entries()) {
    if (place === 0 || memo.statements[place - 1]?.agenda !== statement.agenda) {
      // The item talked about, by the mouse-free way; where it stands in the agenda is no matter here.
      const title = memo.agenda.find((item) => item.no === statement.agenda)?.title ?? ''
      await page.getByRole('navigation', { name: '次第' }).getByRole('button', { name: title }).last().click()
      await clerk.reach(speaker)
    }
    await expect(speaker).toBeFocused()
    for (const digit of String(seatOf(statement.speaker))) await typist.key(digit)
    await typist.key('Enter')
    await typist.key(kindKeys[statement.kind] ?? 'Control+3')
    await typist.kana(statement.text)
    await typist.key('Enter')
    if (statement.kind !== '決定') continue
    await typist.key('Escape')
    await clerk.reach(speaker)
  }
  // What is being composed when the plug is pulled.
  await typist.key('1')
  await typist.key('Enter')
  await typist.half('まだ書いているとちゅうの')
  await expect(page.getByRole('textbox', { name: '発言のことば' })).toHaveValue('まだ書いているとちゅうの')
  await picture(page, 'live-minutes')
  host.kill()
  await host.close()

  const kept = call(folder, 'meetings.get', { meetingId })
  const seatOfLine = new Map(kept.roll.map((line) => [line.id, line.seatNumber]))
  const titleOf = new Map(kept.agenda.map((item) => [item.id, item.title]))
  const names: Readonly<Record<string, string>> = statementKindNames
  expect(
    kept.statements.map(({ agendaItemId, attendanceId, kind, text }) => [
      titleOf.get(agendaItemId),
      attendanceId === null ? 0 : seatOfLine.get(attendanceId),
      names[kind],
      text,
    ]),
  ).toEqual(
    wanted.map((statement) => [
      memo.agenda.find((item) => item.no === statement.agenda)?.title,
      seatOf(statement.speaker),
      statement.kind,
      statement.text,
    ]),
  )
  rmSync(folder, { recursive: true, force: true })
})
