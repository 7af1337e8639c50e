import { z } from 'zod'
import { type Kind, kindFamilies } from '#shared/domain/constituent-kinds.ts'
import { requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

export const kindCode = z.string().regex(/^[\w-]{1,60}$/)

export interface KindRow extends Kind {
  /** Groups that are of this kind now. */
  readonly groups: number
}

export const kindOperations = {
  /** The office's list of kinds in its order, retired ones among them. */
  'kinds.list': defineRead(z.strictObject({}))<readonly KindRow[]>(),
  /**
   * The whole list as it is to be: renamed, moved, retired, with new kinds (`code` null). Refused with `conflict` where a
   * kind of the list is left out or two of those in use share a name.
   */
  'kinds.save': defineWrite(
    z.strictObject({
      kinds: z
        .array(
          z.strictObject({
            code: kindCode.nullable(),
            name: requiredLine,
            family: z.enum(kindFamilies),
            retired: z.boolean(),
          }),
        )
        .min(1)
        .max(200),
    }),
  )<null>(),
}
