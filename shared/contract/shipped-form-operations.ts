import { z } from 'zod'
import type { OfferedFile } from './files.ts'
import { defineTask } from './operation.ts'

/** Forms that come with the program, for a city that has none of its own: ordinary workbooks that an office changes in Excel. */
export const shippedForms = [
  'tsudoi-kaisai-houkokusho',
  'tsudoi-shussekibo',
  'tsudoi-iin-meibo',
  'tsudoi-chiiki-shigen',
  'tsudoi-geppou',
  'tsudoi-jisseki-houkokusho',
  'tsudoi-shuushi',
  'tsudoi-shiharai-chousho',
] as const
export type ShippedForm = (typeof shippedForms)[number]

export const shippedFormFacts: Readonly<
  Record<ShippedForm, { readonly name: string; readonly use: string }>
> = {
  'tsudoi-kaisai-houkokusho': { name: '協議体開催報告書', use: '会議の記録が入ります' },
  'tsudoi-shussekibo': { name: '出席簿', use: '出席する人が入ります' },
  'tsudoi-iin-meibo': { name: '委員名簿', use: '委員と任期が入ります' },
  'tsudoi-chiiki-shigen': { name: '地域資源一覧', use: '地域資源が入ります（A3）' },
  'tsudoi-geppou': { name: '活動報告書（月報）', use: '月の活動件数・累計・活動の記録が入ります' },
  'tsudoi-jisseki-houkokusho': { name: '実績報告書', use: '年度の会議・資源開発・活動件数が入ります' },
  'tsudoi-shuushi': { name: '収支予算書・収支決算書', use: '科目・予算額・決算額が入ります。合計は式です' },
  'tsudoi-shiharai-chousho': { name: '謝金・費用弁償 支払調書', use: '会議の支払いが、税額まで入ります' },
}

export const shippedFormOperations = {
  /** 様式を取り出す: a copy of the workbook; taken in again (changed or not), it is recognised by itself. */
  'shippedForms.take': defineTask(z.strictObject({ form: z.enum(shippedForms) }))<OfferedFile>(),
}
