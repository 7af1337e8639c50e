import { readFileSync } from 'node:fs'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite } from '#core/reports/forms/form-writes.ts'

/** Fills ten cells of a workbook in a process of its own and prints what it took: milliseconds of the processor, and megabytes at most. */
const [file = '', sheet = ''] = process.argv.slice(2)
const bytes = readFileSync(file)
const cells = ['B2', 'C3', 'D4', 'F50', 'G60', 'H700', 'J800', 'K900', 'L950', 'B999'].map(
  (cell): CellWrite => ({
    sheet,
    cell,
    value: { kind: 'text', text: `東部協議体 ${cell}` },
  }),
)
const start = process.cpuUsage()
const filled = fillForm(bytes, { cells, rows: [] })
const used = process.cpuUsage(start)
const milliseconds = (used.user + used.system) / 1000
console.log(
  JSON.stringify({
    milliseconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: filled.bytes.length,
  }),
)
