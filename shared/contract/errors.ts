/**
 * The closed union of what can go wrong, as it crosses to the window. An error is data; its Japanese
 * sentence stands beside it in `error-texts.ts`, whose type is complete only when every code has one.
 */
export const errorCodes = [
  // asking
  'unknown-operation',
  'invalid-input',
  'not-found',
  'read-only',
  // records
  'conflict',
  'no-members',
  'minutes-locked',
  'undecided-items',
  'no-such-day',
  'end-before-start',
  'duplicate-number',
  'name-taken',
  'still-in-minutes',
  'already-member',
  'still-has-people',
  'seat-limit',
  'terms-overlap',
  // 謝金
  'rule-exists',
  'payment-refused',
  'run-closed',
  'nothing-to-pay',
  'account-invalid',
  'accounts-missing',
  'sender-missing',
  'in-use-elsewhere',
  'no-consent',
  'year-frozen',
  // opening the data
  'in-use',
  'damaged',
  'too-new',
  'no-access',
  'not-set-up',
  // disk
  'disk-full',
  'disk-refused',
  'file-busy',
  'file-not-writable',
  // files from outside
  'file-missing',
  'attachment-program',
  'attachment-kind',
  'attachment-too-large',
  'attachments-full',
  'not-a-workbook',
  'old-workbook',
  'workbook-truncated',
  'workbook-encrypted',
  'workbook-password',
  'workbook-too-large',
  'workbook-hostile',
  'sheet-missing',
  'no-table-found',
  'not-a-roster',
  'not-yet-erasable',
  'council-without-members',
  // the city's form
  'form-unknown',
  'form-cell-invalid',
  'form-cell-formula',
  'form-rows-overflow',
  'form-rows-uneven',
  'form-sheet-uncopyable',
  'mapping-invalid',
  'letter-field-unknown',
  'characters-missing',
  // safekeeping
  'not-a-backup',
  'not-undoable',
  'not-a-handover',
  'wrong-passphrase',
  'handover-damaged',
  'practice-open',
  'share-unreachable',
  'share-not-ours',
  'share-has-data',
  'share-empty',
  'pen-held',
  'second-place-unfit',
  // password and lock
  'locked',
  'wrong-password',
  'wait-a-moment',
  'recovery-key-mistyped',
  'backup-locked',
  'password-set',
  'no-password',
  'sharing-on',
  'no-sign-in',
  'role-needed',
  'wrong-pin',
  'other-office',
  // host
  'printer-unavailable',
  'cancelled',
  'unexpected',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What happened, for the window. `details` are plain values that the sentence may show; never a stack. */
export interface TsudoiError {
  readonly code: ErrorCode
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TsudoiError }

/**
 * Thrown inside the core to refuse a request: it ends the transaction without a trace and becomes
 * `error` of the Result at the border. Anything else thrown is a fault of ours and becomes `unexpected`.
 */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly details: TsudoiError['details']

  constructor(code: ErrorCode, details?: TsudoiError['details']) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }

  toError(): TsudoiError {
    return this.details === undefined ? { code: this.code } : { code: this.code, details: this.details }
  }
}
