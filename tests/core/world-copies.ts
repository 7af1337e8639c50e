import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { openCore } from '#core/open-core.ts'
import { openTestCore, type TestCore } from './core-harness.ts'
import { type FullWorld, setUpWorld } from './full-world.ts'
import { resources, testPorts } from './test-ports.ts'
import { askOf } from './ask-of.ts'

interface Template {
  readonly folder: string
  readonly world: FullWorld
}

let template: Promise<Template> | null = null

async function makeTemplate(): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-world-'))
  const ports = testPorts()
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(opened.error.code)
  const world = await setUpWorld(askOf(opened.value, ports), opened.value)
  await opened.value.close()
  return { folder, world }
}

afterAll(async () => {
  const made = await template
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

/** A closed copy of the full world, which is entered once for all tests of a file. Whoever asks removes the folder. */
export async function copyWorld(): Promise<Template> {
  template ??= makeTemplate()
  const { folder, world } = await template
  const copy = mkdtempSync(join(tmpdir(), 'tsudoi-world-'))
  cpSync(folder, copy, { recursive: true })
  return { folder: copy, world }
}

/** A core on a copy of the full world, closed and removed after the test. */
export async function openWorld(): Promise<TestCore & { readonly world: FullWorld }> {
  const { folder, world } = await copyWorld()
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return { ...(await openTestCore(folder)), world }
}
