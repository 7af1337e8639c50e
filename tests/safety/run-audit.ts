/**
 * `npm run audit`: asks the registry for known holes in what is shipped. A registry that has no such answer, or
 * none at all, is said and is no failure; a serious hole in what is shipped is.
 */
import { spawnSync } from 'node:child_process'
import { z } from 'zod'

const report = z.object({
  metadata: z.object({ vulnerabilities: z.object({ high: z.number(), critical: z.number() }) }),
})

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--audit=true'], {
  encoding: 'utf8',
  timeout: 60_000,
})
const read = report.safeParse(parse(stdout))
if (!read.success) console.log('no audit here: the registry does not answer such questions')
else {
  const { high, critical } = read.data.metadata.vulnerabilities
  console.log(`audit: ${String(critical)} critical, ${String(high)} high`)
  process.exitCode = high + critical > 0 ? 1 : 0
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: an answer of some proxy, or none.
    return null
  }
}
