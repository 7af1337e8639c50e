import { z } from 'zod'
import { errorCodes, type Result } from '#shared/contract/errors.ts'
import {
  acceptedExtensions,
  type FilePurpose,
  type FileToken,
  type OfferedFile,
} from '#shared/contract/files.ts'
import type { HostBridge } from '#shared/contract/host-bridge.ts'
import { CallFailed } from './call-failed.ts'

/** What the shell itself refuses (too large an upload), before the core is asked. */
const refusal = z.object({ ok: z.literal(false), error: z.object({ code: z.enum(errorCodes) }) })

/** The browser shell answers only to requests that carry this: no other page can add it without asking us. */
const ours = { 'X-Tsudoi': '1' } as const

async function send(
  path: string,
  body: BodyInit,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...ours, ...headers },
    body,
  })
  if (response.ok) return response
  const answer: unknown = await response.json().catch(() => null)
  const refused = refusal.safeParse(answer)
  if (refused.success) throw new CallFailed({ code: refused.data.error.code })
  throw new Error(`the shell answered ${response.status}`)
}

async function call(operation: string, input: unknown): Promise<Result<unknown>> {
  const response = await send('/call', JSON.stringify({ operation, input }), {
    'Content-Type': 'application/json',
  })
  // The shell sends exactly what the core's dispatch returned; its type is the contract's.
  return (await response.json()) as Result<unknown>
}

/** Opens the browser's own file dialog and resolves with what was chosen, or null when it was closed. */
function pickFile(purpose: FilePurpose): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = acceptedExtensions[purpose].map((extension) => `.${extension}`).join(',')
    input.hidden = true
    const finish = (file: File | null): void => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', () => finish(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => finish(null))
    // In the document, so that a test and an assistive tool can find it.
    document.body.append(input)
    input.click()
  })
}

async function chooseFile(purpose: FilePurpose): Promise<OfferedFile | null> {
  const file = await pickFile(purpose)
  if (file === null) return null
  const query = `purpose=${purpose}&name=${encodeURIComponent(file.name)}`
  const response = await send(`/files?${query}`, file, { 'Content-Type': 'application/octet-stream' })
  const answer: unknown = await response.json()
  // POST /files answers with an OfferedFile, bare or as the value of a Result.
  const offered = (isOk(answer) ? answer.value : answer) as OfferedFile
  return offered
}

function isOk(answer: unknown): answer is { readonly ok: true; readonly value: unknown } {
  return (
    typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true && 'value' in answer
  )
}

function saveFile(token: FileToken): Promise<'saved' | 'cancelled'> {
  const link = document.createElement('a')
  link.href = `/files/${token}`
  link.download = ''
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  return Promise.resolve('saved')
}

async function readFile(token: FileToken): Promise<Uint8Array> {
  const response = await fetch(`/files/${token}`, { credentials: 'same-origin', headers: ours })
  if (!response.ok) throw new Error(`the shell answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** A browser prints a PDF from its own viewer, in a tab of its own. */
function printFile(token: FileToken): Promise<void> {
  window.open(`/files/${token}?view`, '_blank', 'noopener')
  return Promise.resolve()
}

/** The same calls as the desktop's preload offers, over loopback to the browser shell. */
export const browserBridge: HostBridge = {
  host: 'browser',
  call,
  chooseFile,
  // A browser shows a page what is in a folder, and never where it lies.
  chooseFolder: () => Promise.resolve(null),
  saveFile,
  readFile,
  printFile,
}
