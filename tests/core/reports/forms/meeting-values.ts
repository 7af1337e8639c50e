import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { FieldRecord, FieldValue, FormValues } from '#core/reports/forms/form-values.ts'
import { isCalendarDate } from '#shared/domain/calendar-date.ts'
import { isClockTime } from '#shared/domain/clock-time.ts'

const memoSchema = z.object({
  council: z.string(),
  layer: z.string(),
  area: z.string(),
  number_in_year: z.number(),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  place: z.string(),
  attendance: z.array(
    z.object({
      name: z.string(),
      organization: z.string(),
      post: z.string(),
      attendance: z.string(),
      role: z.string(),
    }),
  ),
  counts: z.object({
    members: z.number(),
    counted_present: z.number(),
    proxy: z.number(),
    observers_present: z.number(),
    secretariat: z.number(),
    audience: z.number(),
  }),
  agenda: z.array(z.object({ no: z.string(), kind: z.string(), title: z.string() })),
  decisions: z.array(z.object({ no: z.string(), text: z.string() })),
  tasks: z.array(z.object({ text: z.string(), owner: z.string(), due: z.string() })),
  next_meeting: z.object({ date: z.string() }),
})

export const text = (content: string): FieldValue => ({ kind: 'text', text: content })
export const number = (value: number): FieldValue => ({ kind: 'number', value })
const yes: FieldValue = { kind: 'yes-no', value: true }

export function date(day: string): FieldValue {
  if (!isCalendarDate(day)) throw new Error(`${day} is no day`)
  return { kind: 'date', date: day }
}

function time(clock: string): FieldValue {
  if (!isClockTime(clock)) throw new Error(`${clock} is no time`)
  return { kind: 'time', time: clock }
}

const REMARKS: Readonly<Record<string, string>> = { 代理出席: '代理', 遅刻: '遅刻', 早退: '早退' }

/** The meeting of kyogi-memo.json as a form is filled with it: ten members and proxies there, twelve tasks. */
export function memoValues(): FormValues {
  const file = join(import.meta.dirname, '../../../fixtures/inputs/kyogi-memo.json')
  const memo = memoSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const isThere = (line: { attendance: string; role: string }): boolean =>
    ['出席', '遅刻', '早退', '代理出席'].includes(line.attendance) && /会長|委員|代理/.test(line.role)
  const attendees = memo.attendance.filter(isThere).map((line): FieldRecord => ({
    団体名: text(line.organization),
    役職: text(line.post),
    氏名: text(line.name),
    備考: text(REMARKS[line.attendance] ?? ''),
  }))
  return {
    fields: {
      '事務局.所在地': text('青羽市中央１丁目１番１号'),
      '事務局.名称': text('社会福祉法人 青羽市社会福祉協議会'),
      '事務局.代表者職氏名': text('会長　山田　太郎'),
      '事務局.担当者': text('戸田　さやか'),
      '事務局.電話': text('000-224-0401'),
      '提出.提出日': date('2026-09-24'),
      '協議体.名称': text(memo.council),
      '協議体.層': text(memo.layer),
      '協議体.圏域': text(memo.area),
      '会議.会議名': text(memo.council),
      '会議.回': number(memo.number_in_year),
      '会議.開催日': date(memo.date),
      '会議.開始': time(memo.start),
      '会議.終了': time(memo.end),
      '会議.場所': text(memo.place),
      '会議.開催方法': text('対面'),
      '会議.議題一覧': text(
        memo.agenda
          .slice(1, 6)
          .map((item) => `${item.no}　${item.kind}　${item.title}`)
          .slice(0, 4)
          .join('\n'),
      ),
      '会議.協議の概要': null,
      '会議.次回開催日': date(memo.next_meeting.date),
      '出欠.委員定数': number(memo.counts.members),
      '出欠.委員出席': number(memo.counts.counted_present),
      '出欠.うち代理': number(memo.counts.proxy),
      '出欠.オブザーバー': number(memo.counts.observers_present),
      '出欠.事務局': number(memo.counts.secretariat),
      '出欠.傍聴': number(memo.counts.audience),
      '添付.次第': yes,
      '添付.議事録': yes,
      '添付.出席簿': { kind: 'yes-no', value: false },
      '添付.配布資料': yes,
      '添付.その他': text('名簿'),
    },
    lists: {
      出席者: attendees,
      取組: memo.tasks.map((task) => ({
        内容: text(task.text),
        担当: text(task.owner),
        期限: date(task.due),
      })),
      決定事項: memo.decisions.map((decision) => ({ 番号: text(decision.no), 内容: text(decision.text) })),
    },
  }
}
