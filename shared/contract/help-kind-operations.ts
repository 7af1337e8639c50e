import { z } from 'zod'
import type { HelpKind, HelpKindRow } from '#shared/domain/help-kinds.ts'
import { helpKind, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

export const helpKindOperations = {
  /** In the order of the office, retired ones among them. */
  'helpKinds.list': defineRead(z.strictObject({}))<readonly HelpKindRow[]>(),
  /** Each write is refused with `conflict` where another kind is called so. */
  'helpKinds.add': defineWrite(z.strictObject({ name: requiredLine }))<{ readonly code: HelpKind }>(),
  'helpKinds.save': defineWrite(z.strictObject({ code: helpKind, name: requiredLine }))<null>(),
  /** Not chosen any more, or chosen again. */
  'helpKinds.retire': defineWrite(z.strictObject({ code: helpKind, retired: z.boolean() }))<null>(),
  /** One place up (-1) or down (1). */
  'helpKinds.move': defineWrite(z.strictObject({ code: helpKind, by: z.literal([-1, 1]) }))<null>(),
}
