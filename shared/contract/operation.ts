import type { z } from 'zod'

/**
 * - `read`: answers from the data; runs on a connection type that cannot write.
 * - `write`: one synchronous transaction: all of it or nothing.
 * - `task`: takes time or touches files or the printer; asynchronous, its writes are short transactions of their own.
 */
export type OperationKind = 'read' | 'write' | 'task'

declare const outputType: unique symbol

export interface Operation<Kind extends OperationKind, Schema extends z.ZodType, Output> {
  readonly kind: Kind
  readonly input: Schema
  /** Exists in types only: outputs come from our own core and are not checked again at run time. */
  readonly [outputType]?: Output
}

/** `defineRead(schema)<Output>()`: the second call lets the schema be inferred while the output is named. */
export function defineRead<Schema extends z.ZodType>(input: Schema) {
  return <Output>(): Operation<'read', Schema, Output> => ({ kind: 'read', input })
}

export function defineWrite<Schema extends z.ZodType>(input: Schema) {
  return <Output>(): Operation<'write', Schema, Output> => ({ kind: 'write', input })
}

export function defineTask<Schema extends z.ZodType>(input: Schema) {
  return <Output>(): Operation<'task', Schema, Output> => ({ kind: 'task', input })
}

export type InputOfOperation<O> =
  O extends Operation<OperationKind, infer Schema, unknown> ? z.output<Schema> : never
/** What the caller gives: fields with defaults may be left out. */
export type GivenToOperation<O> =
  O extends Operation<OperationKind, infer Schema, unknown> ? z.input<Schema> : never
export type OutputOfOperation<O> =
  O extends Operation<OperationKind, z.ZodType, infer Output> ? Output : never
