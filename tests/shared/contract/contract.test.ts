import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contract, isOperationName } from '#shared/contract/contract.ts'
import { errorText } from '#shared/contract/error-texts.ts'
import { formMappingSchema } from '#shared/contract/form-mapping.ts'
import { errorCodes, Refusal } from '#shared/contract/errors.ts'

/** What stands behind a schema, as far as it can hold others. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly catchall?: z.ZodType
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly checks?: readonly unknown[]
}

function walk(schema: z.ZodType, path: string, visit: (definition: Definition, path: string) => void): void {
  // zod keeps the definition of a schema under this name for tools such as this one.
  const definition = schema.def as unknown as Definition
  visit(definition, path)
  for (const [key, field] of Object.entries(definition.shape ?? {})) walk(field, `${path}.${key}`, visit)
  for (const inner of [
    definition.innerType,
    definition.element,
    definition.keyType,
    definition.valueType,
    ...(definition.options ?? []),
  ])
    if (inner !== undefined) walk(inner, path, visit)
}

describe('the contract', () => {
  it.each(Object.entries(contract))(
    '%s takes an object without fields of its own choosing',
    (name, { input }) => {
      expect(name).toMatch(/^[a-z]+[A-Za-z]*\.[a-z]+[A-Za-z]*$/)
      // One object, or one of several told apart by a word.
      const { type, options = [] } = input.def as unknown as Definition
      const forms = type === 'union' ? options : [input]
      for (const form of forms) expect((form.def as unknown as Definition).type).toBe('object')
      const loose: string[] = []
      walk(input, name, (definition, path) => {
        if (
          definition.type === 'object' &&
          (definition.catchall?.def as Definition | undefined)?.type !== 'never'
        )
          loose.push(path)
        // A text, list or table of words without an end would let the window fill the memory.
        if (['string', 'array', 'record'].includes(definition.type) && (definition.checks ?? []).length === 0)
          loose.push(path)
        if (['any', 'unknown', 'map', 'set'].includes(definition.type)) loose.push(path)
      })
      expect(loose).toEqual([])
    },
  )

  it('takes no prototype for a key of a table of words', () => {
    const { blocks } = formMappingSchema.shape
    const given: unknown = JSON.parse(
      '[{"sheet":"様式","firstRow":1,"lastRow":2,"each":"出席者","whenTooMany":"stop","columns":{"__proto__":{"field":"x"},"A":{"field":"氏名"}}}]',
    )
    const read = blocks.safeParse(given)
    for (const { columns } of read.data ?? []) expect(Object.getPrototypeOf(columns)).toBe(Object.prototype)
    expect(read.success ? read.data.map(({ columns }) => Object.keys(columns)) : [['A']]).toEqual([['A']])
  })

  it('knows its own names and no other', () => {
    for (const name of Object.keys(contract)) expect(isOperationName(name)).toBe(true)
    for (const name of ['__proto__', 'constructor', 'toString', '', 'meetings'])
      expect(isOperationName(name)).toBe(false)
  })
})

describe('the sentence of an error', () => {
  it.each(errorCodes)('%s says what happened, what is safe and what to do, without its code', (code) => {
    for (const details of [undefined, { name: '台帳.xlsx', number: 3, titles: ['買い物', '見守り'] }]) {
      const text = errorText(details === undefined ? { code } : { code, details })
      for (const sentence of [text.happened, text.safe, text.todo]) {
        expect(sentence).toMatch(/[ぁ-ん].*。$/)
        expect(sentence).not.toContain(code)
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|（）|「」|第回/)
      }
    }
  })

  it('names what it is about', () => {
    expect(
      errorText({ code: 'undecided-items', details: { titles: ['買い物', '見守り'] } }).happened,
    ).toContain('（買い物、見守り）')
    expect(errorText({ code: 'duplicate-number', details: { number: 3 } }).happened).toContain('第3回')
    expect(errorText({ code: 'still-in-minutes', details: { name: '買い物支援' } }).happened).toContain(
      '「買い物支援」',
    )
    expect(errorText({ code: 'damaged', details: { backups: 4 } }).safe).toContain('4件')
  })

  it('crosses as data, with details only where there are any', () => {
    expect(new Refusal('not-found').toError()).toEqual({ code: 'not-found' })
    expect(new Refusal('conflict', { row: 3 }).toError()).toEqual({ code: 'conflict', details: { row: 3 } })
    expect(new Refusal('conflict')).toBeInstanceOf(Error)
  })
})
