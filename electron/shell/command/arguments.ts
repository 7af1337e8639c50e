import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Refusal } from '#shared/contract/errors.ts'

export interface CommandArguments {
  /** What stands without a dash, after the command's name. */
  readonly words: readonly string[]
  /** The one value of an option; refuses with `invalid-input` when it is missing. */
  required(name: string): string
  optional(name: string): string | null
  /** The values of an option that may be given several times. */
  all(name: string): readonly string[]
  flag(name: string): boolean
}

export interface KnownOptions {
  readonly texts?: readonly string[]
  readonly flags?: readonly string[]
  /** How many words the command takes. */
  readonly words?: number
}

/** Reads a command's arguments; unknown or missing ones are refused with `invalid-input` and their names. */
export function readArguments(given: readonly string[], known: KnownOptions): CommandArguments {
  const options: Record<string, OptionType> = {}
  for (const name of known.texts ?? []) options[name] = { type: 'string', multiple: true }
  for (const name of known.flags ?? []) options[name] = { type: 'boolean' }
  const { values, positionals } = parse(given, options)
  if (positionals.length !== (known.words ?? 0)) throw refuseArguments(positionals.join(' '))
  const all = (name: string): readonly string[] => {
    const value = values[name]
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  }
  const optional = (name: string): string | null => {
    if (all(name).length > 1) throw refuseArguments(`--${name}`)
    return all(name)[0] ?? null
  }
  return {
    words: positionals,
    optional,
    all,
    required(name) {
      const value = optional(name)
      if (value === null || value === '') throw refuseArguments(`--${name}`)
      return value
    },
    flag: (name) => values[name] === true,
  }
}

type OptionType = { type: 'string'; multiple: true } | { type: 'boolean' }

function parse(given: readonly string[], options: Record<string, OptionType>) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true })
  } catch (fault) {
    // Node's sentence is in English and long; the option that it names is what helps.
    const sentence = fault instanceof Error ? fault.message : ''
    throw refuseArguments(/--?[\w-]+/.exec(sentence)?.[0] ?? sentence)
  }
}

export function refuseArguments(what: string): Refusal {
  return new Refusal('invalid-input', { fields: [what] })
}

/** JSON of an option, refused with the option's name when it is none. */
export function readJson(option: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuseArguments(option)
  }
}

export interface CellText {
  readonly sheet: string
  readonly cell: string
  readonly text: string
}

/** `SHEET!CELL=TEXT`; the text may hold any sign, `=` and `!` too. A quoted sheet name is unquoted as Excel does. */
export function readCellText(given: string): CellText {
  const found = /^(.+?)!([A-Za-z]{1,3}[0-9]{1,7})=(.*)$/s.exec(given)
  if (found === null) throw refuseArguments(`--set ${given}`)
  return { sheet: unquote(found[1] ?? ''), cell: (found[2] ?? '').toUpperCase(), text: found[3] ?? '' }
}

const records = z.array(z.record(z.string(), z.union([z.string(), z.number()])))

export interface RowTexts {
  readonly sheet: string
  readonly firstRow: number
  readonly lastRow: number
  readonly records: readonly Readonly<Record<string, string>>[]
}

/** `SHEET!FIRST:LAST=JSON`, the JSON an array of records, column letter → text. */
export function readRowTexts(given: string): RowTexts {
  const found = /^(.+?)!([0-9]{1,7}):([0-9]{1,7})=(.*)$/s.exec(given)
  if (found === null) throw refuseArguments(`--rows ${given}`)
  const parsed = records.safeParse(readJson('--rows', found[4] ?? ''))
  if (!parsed.success) throw refuseArguments('--rows')
  return {
    sheet: unquote(found[1] ?? ''),
    firstRow: Number(found[2]),
    lastRow: Number(found[3]),
    records: parsed.data.map((record) =>
      Object.fromEntries(Object.entries(record).map(([column, value]) => [column, String(value)])),
    ),
  }
}

function unquote(sheet: string): string {
  const quoted = /^'(.*)'$/s.exec(sheet)
  return quoted === null ? sheet : (quoted[1] ?? '').replaceAll("''", "'")
}
