import { runCommand } from './run-command.ts'

// Papers need the built fonts; everything else runs from the sources, without waiting for the build's tools.
if (process.argv[2] === 'report') {
  const { buildWhatChanged, fontsOnly } = await import('../build.ts')
  await buildWhatChanged(fontsOnly)
}
const { exitCode, output, complaint } = await runCommand(process.argv.slice(2))
process.stdout.write(output)
process.stderr.write(complaint)
process.exitCode = exitCode
