import fc from 'fast-check'
import type { z } from 'zod'
import type { FullWorld } from './full-world.ts'

/** What stands behind a schema, as far as the contract makes use of it. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, string>>
}

const awkwardTexts = [
  '',
  ' ',
  '　',
  '髙﨑邉葛\u{E0100}',
  '=1+1',
  "'); DROP TABLE people;--",
  '<b>太字</b>',
  'あ\nい',
  '\u0000',
  '\ud800',
  '😀'.repeat(150),
  'あ'.repeat(300),
  'あ'.repeat(301),
  'あ'.repeat(20_001),
]
const dates = [
  '2026-04-01',
  '2026-07-16',
  '2026-09-17',
  '2027-03-31',
  '2027-04-01',
  '1900-01-01',
  '9999-12-31',
  '2026-02-30',
  '0001-01-01',
]
const times = ['00:00', '09:30', '13:30', '15:30', '23:59', '24:00', '9:30']
const unknownId = '0'.repeat(26)

const idNames = {
  councilId: (world: FullWorld) => [world.councilId, world.otherCouncilId],
  personId: (world: FullWorld) => world.people,
  ownerPersonId: (world: FullWorld) => world.people,
  organizationId: (world: FullWorld) => [world.organizationId],
  outreachId: (world: FullWorld) => [world.outreachId],
  areaId: (world: FullWorld) => [world.areaId, world.cityId],
  parentId: (world: FullWorld) => [world.areaId, world.cityId],
  mergeId: (world: FullWorld) => [world.mergeId],
  importRunId: (world: FullWorld) => [world.importRunId],
  mappingId: (world: FullWorld) => [world.mappingId],
  keptId: (world: FullWorld) => world.people,
  mergedId: (world: FullWorld) => world.people,
  firstId: (world: FullWorld) => world.people,
  secondId: (world: FullWorld) => world.people,
  membershipId: (world: FullWorld) => world.memberships,
  meetingId: (world: FullWorld) => [world.meetingId, world.meetingId, world.lastMeetingId],
  agendaItemId: (world: FullWorld) => [...world.items, world.leftItemId],
  attendanceId: (world: FullWorld) => world.roll,
  statementId: (world: FullWorld) => world.statements,
  after: (world: FullWorld) => [...world.items, ...world.statements],
  attachmentId: (world: FullWorld) => [world.attachmentId],
  arrivedItemId: (world: FullWorld) => world.items,
  leftItemId: (world: FullWorld) => world.items,
  fromMeetingId: (world: FullWorld) => [world.meetingId, world.lastMeetingId],
  decisionId: (world: FullWorld) => [world.decisionId],
  taskId: (world: FullWorld) => [world.taskId, world.leftTaskId],
  coordinatorId: (world: FullWorld) => [world.coordinatorId],
  coordinatorIds: (world: FullWorld) => [world.coordinatorId],
  activityId: (world: FullWorld) => [world.activityId],
  kindId: (world: FullWorld) => [world.activityKindId],
  selectionId: (world: FullWorld) => [world.selectionId],
  questionId: (world: FullWorld) => [world.questionId],
  optionId: (world: FullWorld) => [world.optionId],
  candidateId: (world: FullWorld) => [world.candidateId],
  formId: (world: FullWorld) => [world.formId],
  submissionId: (world: FullWorld) => [world.submissionId],
  figureId: (world: FullWorld) => [world.figureId],
} as const satisfies Record<string, (world: FullWorld) => readonly string[]>

function isIdName(name: string): name is keyof typeof idNames {
  return Object.hasOwn(idNames, name)
}

/** A value for a field whose schema tests more than its type can say: drawn by the field's name. */
function customValue(name: string, world: FullWorld, tokens: readonly string[]): fc.Arbitrary<unknown> {
  if (isIdName(name)) return fc.constantFrom(...idNames[name](world), ...idNames[name](world), unknownId)
  if (name === 'file' || name === 'mapping') return fc.constantFrom(...tokens, 'f'.repeat(32))
  if (name === 'column') return fc.constantFrom('territorial', 'thematic', 'business', 'unknown', 'nothing')
  if (name.endsWith('At')) return fc.constantFrom(...times.slice(0, 5), ...times)
  return fc.constantFrom(...dates.slice(0, 5), ...dates)
}

/** Inputs of an operation's own shape: mostly well formed, here and there at the edge or beyond. */
export function inputFor(
  schema: z.ZodType,
  world: FullWorld,
  tokens: readonly string[],
  name = '',
): fc.Arbitrary<unknown> {
  // zod keeps the definition of a schema under this name for tools such as this one.
  const definition = schema.def as unknown as Definition
  const inner = (of: z.ZodType | undefined, named = name): fc.Arbitrary<unknown> =>
    of === undefined ? fc.constant(undefined) : inputFor(of, world, tokens, named)
  switch (definition.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(definition.shape ?? {}).map(([key, field]) => [key, inner(field, key)]),
        ),
      )
    case 'nullable':
      return fc.oneof(fc.constant(null), inner(definition.innerType))
    case 'optional':
    case 'default':
      return fc.oneof(fc.constant(undefined), inner(definition.innerType))
    case 'array':
      return fc.array(inner(definition.element), { maxLength: 3 })
    case 'record':
      return fc.dictionary(fc.constantFrom('A', 'W', '長い名前'), inner(definition.valueType), {
        maxKeys: 3,
      })
    case 'union':
      return fc.oneof(...(definition.options ?? []).map((option) => inner(option)))
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []))
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.oneof(
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(-1, 0.5, 999, 1000, 2026, 2 ** 53, NaN, Infinity),
      )
    case 'string':
      return fc.oneof(
        fc.constantFrom('買い物支援', '東部'),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...awkwardTexts),
      )
    case 'custom':
      return customValue(name, world, tokens)
    default:
      throw new Error(`no inputs are made for ${definition.type}`)
  }
}
