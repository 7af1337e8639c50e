import { z } from 'zod'
import { fiscalYear, id } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

/** 一覧: what is kept here as plain rows, for Excel and for other systems. */
export const lists = [
  'members',
  'people',
  'organizations',
  'meetings',
  'attendance',
  'decisions',
  'tasks',
  'resources',
  'needs',
] as const
export type List = (typeof lists)[number]

interface ListFacts {
  readonly name: string
  /** `council`: of one council or of all; `year`: of its 年度 too; `office`: of everything kept here. */
  readonly of: 'council' | 'year' | 'office'
}

export const listFacts: Readonly<Record<List, ListFacts>> = {
  members: { name: '委員', of: 'council' },
  people: { name: '名簿の人', of: 'office' },
  organizations: { name: '団体', of: 'office' },
  meetings: { name: '会議', of: 'year' },
  attendance: { name: '出欠', of: 'year' },
  decisions: { name: '決定事項', of: 'year' },
  tasks: { name: '宿題', of: 'council' },
  resources: { name: '地域資源', of: 'office' },
  needs: { name: '地域課題', of: 'council' },
}

/** `csv-cp932`: Shift_JIS as older systems read it; `csv-utf-8`: with its mark, so that Excel opens it by itself. */
export const listFormats = ['xlsx', 'csv-utf-8', 'csv-cp932'] as const
export type ListFormat = (typeof listFormats)[number]
export const listFormatNames: Readonly<Record<ListFormat, string>> = {
  xlsx: 'Excel',
  'csv-utf-8': 'CSV（UTF-8）',
  'csv-cp932': 'CSV（Shift_JIS）',
}

/** A character that CP932 does not have, where it stands, and what might be written instead, the nearest first. */
export interface MissingCharacter {
  readonly character: string
  readonly count: number
  readonly places: readonly { readonly column: string; readonly text: string }[]
  readonly candidates: readonly string[]
}

export interface ListLook {
  readonly rows: number
  readonly headings: readonly string[]
  /** The first rows as CSV will hold them. */
  readonly sample: readonly (readonly string[])[]
  readonly missing: readonly MissingCharacter[]
}

/** One character as a reader sees it and what is written for it; what was chosen last is remembered. */
export const substitute = z.strictObject({
  character: z.string().min(1).max(40),
  instead: z.string().min(1).max(20),
})
export type Substitute = z.infer<typeof substitute>

const which = {
  list: z.enum(lists),
  /** null: of every council. */
  councilId: id<'council'>().nullable(),
  fiscalYear,
}

export const listOperations = {
  /** A task, since a long list is looked through to its last character, beside everything else. */
  'lists.look': defineTask(z.strictObject(which))<ListLook>(),
  /** What was chosen for characters before. */
  'lists.substitutes': defineRead(z.strictObject({}))<readonly Substitute[]>(),
  /** Remembers what is written for characters, for the next time. */
  'lists.saveSubstitutes': defineWrite(
    z.strictObject({ substitutes: z.array(substitute).max(2000) }),
  )<null>(),
  /** Refuses with `characters-missing` where CP932 lacks a character that has no substitute: nothing is ever lost silently. */
  'lists.make': defineTask(
    z.strictObject({
      ...which,
      format: z.enum(listFormats),
      substitutes: z.array(substitute).max(2000).default([]),
    }),
  )<OfferedFile>(),
}
