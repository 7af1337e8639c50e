import { PassThrough } from 'node:stream'
import exceljs from 'exceljs'
import { utils, write as writeWithSheetJs } from 'xlsx'
import { listTable, numberField, textField, type ListTable } from '#core/reports/list-table.ts'
import { writeListWorkbook } from '#core/reports/writers/list-workbook.ts'
import type { BenchRow } from './bench-row.ts'

const columns = 20
const rows = 10_000

/** Rows made while they are written: what is kept in memory is the writer's own. */
function* people(count: number): Generator<readonly (string | number)[]> {
  for (let row = 0; row < count; row += 1) {
    yield Array.from({ length: columns }, (_, column) =>
      column % 4 === 0 ? row * 7 + column : `青羽市東町${String(row)}丁目${String(column)}番`,
    )
  }
}

function rosterOf(count: number): ListTable {
  const fields = Array.from({ length: columns }, (_, column) =>
    column % 4 === 0
      ? numberField<readonly (string | number)[]>(`数${String(column)}`, (each) => Number(each[column]))
      : textField<readonly (string | number)[]>(`欄${String(column)}`, 14, (each) => String(each[column])),
  )
  return listTable('名簿', fields, people(count))
}

/** Its own streaming writer, without a look on any cell: the fastest that it has. */
async function exceljsStream(): Promise<void> {
  const stream = new PassThrough()
  stream.resume()
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: false, useSharedStrings: false })
  const sheet = book.addWorksheet('名簿')
  for (const values of people(rows)) sheet.addRow([...values]).commit()
  sheet.commit()
  await book.commit()
}

async function exceljsOrdinary(): Promise<void> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('名簿')
  for (const values of people(rows)) sheet.addRow([...values])
  await book.xlsx.writeBuffer()
}

function sheetJs(): void {
  const book = utils.book_new()
  const table = [...people(rows)].map((values) => [...values])
  utils.book_append_sheet(book, utils.aoa_to_sheet(table), '名簿')
  writeWithSheetJs(book, { type: 'buffer', bookType: 'xlsx', compression: true })
}

async function medianOf(runs: number, act: () => unknown): Promise<number> {
  await act()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return times.sort((first, second) => first - second)[Math.floor(times.length / 2)] ?? 0
}

/** The most that lies in memory while a list is written, in megabytes above what lay there before. */
async function peakOf(count: number): Promise<number> {
  globalThis.gc?.()
  const used = (): number => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = used()
  let peak = 0
  const watch = setInterval(() => {
    globalThis.gc?.()
    peak = Math.max(peak, used() - before)
  }, 20)
  const { length } = await writeListWorkbook(rosterOf(count))
  clearInterval(watch)
  // What lies there at the end is the file itself.
  return Math.max(0, peak - length) / 1_000_000
}

/** A list of 10,000 × 20 as a workbook with looks, filters and sums, against writers that give bare cells. */
export async function benchList(): Promise<readonly BenchRow[]> {
  const runs = 5
  const ours = await medianOf(runs, () => writeListWorkbook(rosterOf(rows)))
  const name = 'a list of 10,000 × 20 to Excel'
  const against = async (other: string, act: () => unknown): Promise<BenchRow> => ({
    name,
    milliseconds: ours,
    against: other,
    ratio: (await medianOf(runs, act)) / ours,
  })
  const peaks = [await peakOf(rows), await peakOf(rows * 4)]
  return [
    await against('exceljs, streaming, bare cells', exceljsStream),
    await against('exceljs, ordinary, bare cells', exceljsOrdinary),
    await against('SheetJS, bare cells', sheetJs),
    {
      name: `memory at its most, without the file: 10,000 rows ${(peaks[0] ?? 0).toFixed(0)} MB, 40,000 rows ${(peaks[1] ?? 0).toFixed(0)} MB`,
      milliseconds: 0,
    },
  ]
}
