import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openCore } from '#core/open-core.ts'
import { openTestCore, type TestCore, temporaryFolder } from './core-harness.ts'
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

/** A core on a copy of the full world, which is entered once for all tests of a file. */
export async function openWorld(): Promise<TestCore & { readonly world: FullWorld }> {
  template ??= makeTemplate()
  const { folder, world } = await template
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return { ...(await openTestCore(copy)), world }
}
