import { join } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const imports = `
import type { Handlers, TaskContext } from '#core/context.ts'
import type { ReadDb, WriteDb } from '#core/store/database.ts'
import type { OperationName } from '#shared/contract/contract.ts'
import { errorCodes, type ErrorCode } from '#shared/contract/errors.ts'
import { handlers } from '#core/use-cases/handlers.ts'
import { saveSecretariat } from '#core/store/secretariat-store.ts'
export const used: [typeof handlers, typeof saveSecretariat, typeof errorCodes] | null = null
export type Used = [Handlers<OperationName>, TaskContext, ReadDb, WriteDb, ErrorCode]
`

const options = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'electron/core/tsconfig.json'), (path) => ts.sys.readFile(path)).config,
  ts.sys,
  join(root, 'electron/core'),
).options

const placeOf = (name: string): string => join(root, 'electron/core/use-cases', `snippet ${name}.ts`)

/** What the compiler says of pieces of code that stand in the core, by name; nothing where one compiles. */
function complaintsAbout(snippets: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const texts = new Map(Object.entries(snippets).map(([name, code]) => [placeOf(name), imports + code]))
  const host = ts.createCompilerHost(options)
  const getSourceFile = host.getSourceFile.bind(host)
  host.getSourceFile = (path, ...more) => {
    const text = texts.get(path)
    return text === undefined
      ? getSourceFile(path, ...more)
      : ts.createSourceFile(path, text, options.target ?? ts.ScriptTarget.ES2024, true)
  }
  const fileExists = host.fileExists.bind(host)
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  const program = ts.createProgram({
    rootNames: [...texts.keys()],
    options: {
      ...options,
      noEmit: true,
      composite: false,
      emitDeclarationOnly: false,
      declaration: false,
      incremental: false,
    },
    host,
  })
  return new Map(
    Object.keys(snippets).map((name) => {
      const file = program.getSourceFile(placeOf(name))
      const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      return [
        name,
        diagnostics.map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n')).join('\n'),
      ]
    }),
  )
}

const right = `
export const all: Handlers<OperationName> = { ...handlers, 'councils.list': () => [] }
export const write: Handlers<'secretariat.save'> = {
  'secretariat.save': ({ db }, secretariat) => { saveSecretariat(db, secretariat); return null },
}
export const run = (context: TaskContext): number => context.write(({ db }) => db.run('UPDATE areas SET name = ?', ['']))
`

/** What, the code, and what the compiler must say of it. */
const wrongs: readonly (readonly [string, string, string])[] = [
  [
    'a missing handler',
    `export const all: Handlers<OperationName> = (({ 'councils.list': _gone, ...rest }) => rest)(handlers)`,
    `"councils.list"' is missing`,
  ],
  [
    'an operation that was not declared',
    `export const more: Handlers<'councils.list'> = { 'councils.list': () => [], 'councils.dance': () => null }`,
    `'councils.dance'' does not exist`,
  ],
  [
    'an asynchronous write',
    `export const late: Handlers<'secretariat.save'> = { 'secretariat.save': async ({ db }, input) => { saveSecretariat(db, input); await Promise.resolve(); return null } }`,
    "Type 'Promise<null>' is not assignable to type 'null'",
  ],
  [
    'an asynchronous read',
    `export const late: Handlers<'councils.list'> = { 'councils.list': async () => [] }`,
    "Type 'Promise<never[]>'",
  ],
  [
    'an asynchronous write inside a task',
    `export const run = (context: TaskContext): unknown => context.write(async ({ db }) => { await Promise.resolve(); return db.run('') })`,
    "is not assignable to type 'never'",
  ],
  [
    'a write in a read',
    `export const sly: Handlers<'secretariat.get'> = { 'secretariat.get': ({ db }) => { db.run('DELETE FROM secretariat'); throw new Error() } }`,
    "Property 'run' does not exist",
  ],
  [
    'a store function that writes, in a read',
    `export const sly: Handlers<'councils.list'> = { 'councils.list': ({ db }) => { saveSecretariat(db, null as never); return [] } }`,
    "'ReadDb' is not assignable to parameter of type 'WriteDb'",
  ],
  [
    'another output than was declared',
    `export const wrong: Handlers<'councils.list'> = { 'councils.list': () => [{ id: 1 }] }`,
    'is not assignable',
  ],
  [
    'an input that was not declared',
    `export const wrong: Handlers<'meetings.get'> = { 'meetings.get': (_context, { meetingNumber }) => { throw new Error(String(meetingNumber)) } }`,
    "'meetingNumber' does not exist",
  ],
  [
    'one kind of id for another',
    `export const wrong: Handlers<'meetings.get'> = { 'meetings.get': (context, { meetingId }) => { handlers['councils.get'](context, { councilId: meetingId }); throw new Error() } }`,
    'is not assignable to type',
  ],
  [
    'an error code without its sentence',
    `export const texts: Readonly<Record<ErrorCode, string>> = { cancelled: '取りやめました。' }`,
    'is missing the following properties',
  ],
]

describe('the types of handlers', () => {
  let complaints: ReadonlyMap<string, string> = new Map()
  beforeAll(() => {
    const wrong = Object.fromEntries(wrongs.map(([what, code]) => [what, code]))
    complaints = complaintsAbout({ right, ...wrong })
  }, 60_000)

  it('let in what is right', () => {
    expect(complaints.get('right')).toBe('')
  })

  it.each(wrongs)('shut out %s', (what, _code, complaint) => {
    expect(complaints.get(what)).toContain(complaint)
  })
})
