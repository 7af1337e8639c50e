import type { TsudoiError } from '#shared/contract/errors.ts'

/** What a refused call throws in the window: the error as data, for `errorText` to put into words. */
export class CallFailed extends Error {
  readonly error: TsudoiError

  constructor(error: TsudoiError) {
    super(error.code)
    this.name = 'CallFailed'
    this.error = error
  }
}

/** Any thrown thing as an error with a sentence. What is not ours is `unexpected`: the shell could not be reached. */
export function toTsudoiError(thrown: unknown): TsudoiError {
  return thrown instanceof CallFailed ? thrown.error : { code: 'unexpected' }
}
