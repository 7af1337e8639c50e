import { z } from 'zod'
import { parseAddress } from '#shared/domain/cell-address.ts'
import { valueFormats } from '#shared/domain/value-formats.ts'

/**
 * What goes where in a city's form, kept as data (JSON) beside the workbook and handed on with it to other
 * offices. Fields are named by their Japanese path, `会議.開催日`; those of a list `出席者[].氏名`.
 */
/** Excel lets a sheet's name have 31; what another program wrote may be longer. */
const sheet = z.string().min(1).max(100)
/** A few words of the office's own. */
const words = z.string().min(1).max(500)
const cell = z
  .string()
  .max(10)
  .refine((text) => parseAddress(text) !== undefined, 'a cell such as W6')
const column = z.string().regex(/^[A-Z]{1,3}(?:\+\d{1,2})?$/)
const field = z.string().min(1).max(200)
const format = z.enum(valueFormats)
/** Words with fields in braces; a misspelt format would pass unseen until somebody looked at the paper. */
const template = z
  .string()
  .min(1)
  .max(5000)
  .refine(
    (text) =>
      [...text.matchAll(/\{[^{}|]+\|([^{}]+)\}/g)].every(
        (found) => format.safeParse(found[1]?.trim()).success,
      ),
    'a format that there is',
  )
const row = z.int().min(1).max(1_048_576)

/** Holds when the field has that value (width of letters aside), or without `equals` when it has any. */
const condition = z.strictObject({ field, equals: z.union([z.string().max(500), z.boolean()]).optional() })

/** What is done when a text does not fit its cell, and only then. */
const look = z.strictObject({
  /** In points. */
  fontSize: z.number().min(4).max(72).optional(),
  wraps: z.boolean().optional(),
})

/** Shorter words of the office's own for texts that do not fit this form: whole text → what is written instead. */
const instead = z
  .record(words, words)
  .refine((texts) => Object.keys(texts).length <= 1000, 'no more than a thousand')

const place = {
  sheet,
  cell,
  /** What a clerk would say of this cell, for messages. */
  label: words.or(z.literal('')).optional(),
  when: condition.optional(),
  /** May stay empty without being pointed out. */
  optional: z.boolean().optional(),
  /** Empties the cell when there is nothing to write, since what stands there is only a placeholder. */
  clearWhenEmpty: z.boolean().optional(),
  /** Somebody has said that the formula of this cell may go. */
  overwriteFormula: z.boolean().optional(),
  look: look.optional(),
  instead: instead.optional(),
}

const fieldEntry = z.strictObject({
  ...place,
  field,
  format: format.optional(),
  /** Word to leave out at the end since the form has it printed: 圏域 after 東部圏域. */
  dropEnding: words.optional(),
})

/** Text with fields in braces: `第{会議.回}回`, `{会議.開催日|和暦}`. */
const templateEntry = z.strictObject({ ...place, template })

const line = z.union([
  template,
  z.strictObject({
    /** Stands above the list, unless that is empty. */
    heading: z.string().max(500).optional(),
    each: field,
    /** Fields of the list without its name: `{番号}　{内容}`. */
    template,
  }),
])

/** Paragraphs one below the other in one cell; those without any value are left out. */
const linesEntry = z.strictObject({ ...place, lines: z.array(line).min(1).max(100) })

const markBoxEntry = z.strictObject({
  ...place,
  markBox: z.strictObject({
    ...condition.shape,
    /** Words behind the box, or its number from 0, where the cell has several. */
    label: z.union([words, z.int().min(0)]).optional(),
    mark: z.enum(['■', '☑']).optional(),
  }),
})

/** Text for a field that is there and for one that is not, such as （予定） and （未定）. */
const choiceEntry = z.strictObject({
  ...place,
  whether: z.strictObject({ ...condition.shape, yes: z.string().max(500), no: z.string().max(500) }),
})

const blanksEntry = z.strictObject({
  ...place,
  /** For each blank of the sentence a template, or null to leave it. */
  blanks: z.array(template.nullable()).min(1).max(50),
})

/** A form-control check box that lies over the cell: ticked when the condition holds, unticked when not. */
const tickEntry = z.strictObject({
  ...place,
  tick: z.strictObject({
    ...condition.shape,
    /** The words beside it, where several lie over the cell. */
    label: words.optional(),
  }),
})

/** A ring around a word of the cell's own text (有・無) when the condition holds. */
const circleEntry = z.strictObject({
  ...place,
  circle: z.strictObject({
    ...condition.shape,
    word: words.optional(),
    occurrence: z.int().min(0).optional(),
  }),
})

const pictureEntry = z.strictObject({
  ...place,
  picture: z.strictObject({
    field,
    /** The opposite corner, where the box is neither one cell nor one merge. */
    to: cell.optional(),
  }),
})

/** A grid of the months of a fiscal year: a mark in each month of the field's dates. */
const monthsEntry = z.strictObject({
  ...place,
  months: z.strictObject({
    field,
    /** April first. */
    cells: z.array(cell).length(12),
    mark: words.optional(),
  }),
})

/** The number of the page, where a sheet may be continued on copies: `資料 {頁}/{総頁}`. */
const pageEntry = z.strictObject({ ...place, page: words })

const entry = z.union([
  fieldEntry,
  templateEntry,
  linesEntry,
  markBoxEntry,
  choiceEntry,
  blanksEntry,
  tickEntry,
  circleEntry,
  pictureEntry,
  monthsEntry,
  pageEntry,
])

const inColumn = { optional: z.boolean().optional(), look: look.optional(), instead: instead.optional() }
const blockColumn = z.union([
  z.strictObject({ field, format: format.optional(), ...inColumn }),
  z.strictObject({ template, ...inColumn }),
])

const block = z.strictObject({
  sheet,
  firstRow: row,
  lastRow: row,
  rowsPerRecord: z.int().min(1).max(50).optional(),
  /** The list, `出席者`. */
  each: field,
  columns: z
    .record(column, blockColumn)
    .refine((columns) => Object.keys(columns).length <= 200, 'no more than two hundred'),
  /** `continue`: on a copy of the sheet. */
  whenTooMany: z.enum(['refuse', 'stop', 'insert', 'continue']),
  clearUnused: z.boolean().optional(),
  label: words.or(z.literal('')).optional(),
})

export const formMappingSchema = z.strictObject({
  version: z.literal(1),
  name: words,
  /** What is filled in with it: one meeting, or a council's month or 年度. */
  kind: z.enum(['meeting', 'month', 'year']),
  /** The workbook is this form when each of these cells contains these words. */
  recognise: z
    .array(z.strictObject({ sheet, cell, contains: words }))
    .min(1)
    .max(50),
  /** The name of the filled file without its ending: `{会議.開催日|和暦短}_第{会議.回}回`. */
  fileName: template.optional(),
  entries: z.array(entry).max(5000),
  blocks: z.array(block).max(200),
})

export type FormMapping = z.infer<typeof formMappingSchema>
export type MappingEntry = FormMapping['entries'][number]
export type MappingBlock = FormMapping['blocks'][number]
export type MappingCondition = z.infer<typeof condition>
export type MappingLook = z.infer<typeof look>
export type FormKind = FormMapping['kind']
