import { join } from 'node:path'
import { build as bundle, type BuildOptions } from 'esbuild'
import { build as buildWindow } from 'vite'
import { buildFonts } from './build-fonts.ts'
import { type BuildStep, runBuildSteps } from './build-steps.ts'
import { distFolder, fontsFolder, projectFolder, rendererFolder } from './places.ts'

const inProject = (...parts: readonly string[]): string => join(projectFolder, ...parts)
const tools = ['package-lock.json', 'package.json'].map((name) => inProject(name))

const windowStep: BuildStep = {
  name: 'renderer',
  inputs: [
    ...tools,
    inProject('vite.config.ts'),
    inProject('renderer'),
    inProject('shared'),
    inProject('docs', 'pictures'),
  ],
  output: rendererFolder,
  make: async (output) => {
    await buildWindow({
      configFile: inProject('vite.config.ts'),
      logLevel: 'error',
      build: { outDir: output, reportCompressedSize: false },
    })
  },
}

const fontsStep: BuildStep = {
  name: 'fonts',
  inputs: [...tools, inProject('electron', 'shell', 'build-fonts.ts')],
  output: fontsFolder,
  make: (output) => {
    buildFonts(inProject('node_modules'), output)
  },
}

/** Everything in one file each, but for what cannot be: Electron itself and the native SQLite. */
const nodeBundle: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  external: ['electron', 'better-sqlite3'],
  sourcemap: true,
  logLevel: 'error',
}

const desktopStep: BuildStep = {
  name: 'desktop',
  inputs: [...tools, inProject('electron'), inProject('shared')],
  output: join(distFolder, 'desktop'),
  make: async (output) => {
    const programs = [
      ['main.js', inProject('electron', 'shell', 'desktop', 'main.ts')],
      ['thread.js', inProject('electron', 'core', 'workers', 'thread.ts')],
    ] as const
    for (const [name, entry] of programs) {
      await bundle({
        ...nodeBundle,
        entryPoints: [entry],
        outfile: join(output, name),
        format: 'esm',
        // Some bundled packages are CommonJS and ask for Node's modules by `require`, which a module lacks.
        banner: {
          js: "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);",
        },
      })
    }
    await bundle({
      ...nodeBundle,
      entryPoints: [inProject('electron', 'shell', 'desktop', 'preload.ts')],
      // A sandboxed preload is CommonJS and may load nothing but `electron`.
      outfile: join(output, 'preload.cjs'),
      format: 'cjs',
      sourcemap: false,
    })
  },
}

export const fontsOnly: readonly BuildStep[] = [fontsStep]
export const windowSteps: readonly BuildStep[] = [fontsStep, windowStep]
export const allSteps: readonly BuildStep[] = [...windowSteps, desktopStep]

/** Builds what is out of date into `dist/`; answers with the names of the steps that ran. */
export function buildWhatChanged(steps: readonly BuildStep[] = allSteps): Promise<readonly string[]> {
  return runBuildSteps(steps, join(distFolder, 'stamps'))
}

if (import.meta.main) {
  const started = Date.now()
  const made = await buildWhatChanged()
  console.log(made.length === 0 ? 'up to date' : `built ${made.join(', ')} in ${Date.now() - started} ms`)
}
