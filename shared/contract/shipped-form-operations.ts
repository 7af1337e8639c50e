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
  'tsudoi-geppou': { name: '活動報告書（月報）', use: '提出先まで入ります。活動は書きこみます' },
  'tsudoi-jisseki-houkokusho': { name: '実績報告書', use: '鑑と、月ごとの数・資源開発の別紙' },
  'tsudoi-shuushi': { name: '収支予算書・収支決算書', use: '科目と金額は書きこみます。合計は式です' },
  'tsudoi-shiharai-chousho': { name: '謝金・費用弁償 支払調書', use: '出席者が入ります。金額は書きこみます' },
}

export const shippedFormOperations = {
  /** 様式を取り出す: a copy of the workbook; taken in again (changed or not), it is recognised by itself. */
  'shippedForms.take': defineTask(z.strictObject({ form: z.enum(shippedForms) }))<OfferedFile>(),
}
