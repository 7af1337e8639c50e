import type { Resource, ResourceFields } from '#shared/contract/resource-operations.ts'
import { type CalendarDate, parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { helpKindNamed, type HelpKindRow } from '#shared/domain/help-kinds.ts'
import type { OrganizationId, ResourceId } from '#shared/domain/ids.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import {
  type PlannedResourceRow,
  type ResourceImportField,
  type ResourceImportPlan,
} from '#shared/domain/resource-import-plan.ts'
import { readSectors } from '#shared/domain/sectors.ts'
import { formatWareki } from '#shared/domain/wareki.ts'
import { compareResource, resourceKey } from './compare-resource.ts'
import { readCsv } from './read-csv.ts'
import type { ReadRow, ReadSheet, ReadWorkbook } from './read-table.ts'
import { readWorkbook } from './read-workbook.ts'
import { createCellResolver, type ResolvedRow } from './resolve-cells.ts'

/** What headings of a list of resources call its fields, as whole headings after folding. */
const headings: readonly (readonly [ResourceImportField, RegExp])[] = [
  ['name', /^(?:名称|資源名称?|名前|活動名|サービス名|団体名・?活動名|事業名)$/],
  ['kana', /^(?:よみ|ふりがな|フリガナ|名称(?:よみ|かな|カナ))$/],
  ['kind', /^(?:分類|種別|種類|区分|カテゴリー?)$/],
  ['areaName', /^(?:圏域|地区|地域|エリア)$/],
  ['operator', /^(?:運営主体|運営|運営団体|実施主体|実施団体|団体名|主催)$/],
  ['contact', /^(?:窓口|問い?合わ?せ先?|連絡先|電話番号?|担当窓口)$/],
  ['place', /^(?:場所|会場|開催場所|活動場所|所在地|住所)$/],
  ['schedule', /^(?:開催日・?頻度|開催日時?|日時|頻度|曜日|活動日時?|開催日)$/],
  ['sectors', /^(?:分野|対象分野)$/],
  ['audience', /^(?:対象|対象者|利用対象)$/],
  ['content', /^(?:内容|活動内容|サービス内容|概要)$/],
  ['fee', /^(?:費用|料金|利用料|参加費)$/],
  ['capacity', /^(?:定員|人数|定員数)$/],
  ['helpers', /^(?:担い手|スタッフ|ボランティア)$/],
  ['transport', /^(?:移動手段|交通手段|送迎)$/],
  ['application', /^(?:申込み?|申し込み|申込方法|利用方法)$/],
  ['visibility', /^(?:公開可否|公開|公開範囲)$/],
  ['source', /^(?:情報源|出典|情報元)$/],
  ['checkedOn', /^(?:確認日|最終確認日?|更新日)$/],
]

function fieldOf(heading: string): ResourceImportField | null {
  const folded = heading
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
  return headings.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

interface FoundTable {
  readonly sheet: ReadSheet
  readonly headerRow: number
  readonly columns: readonly {
    readonly at: number
    readonly header: string
    readonly field: ResourceImportField | null
  }[]
}

const searchedRows = 60
/** Beside the name: a list of two columns may be anything. */
const fewestFields = 3

function readHeader(sheet: ReadSheet, row: ReadRow): FoundTable | null {
  const taken = new Set<ResourceImportField>()
  const columns = row.cells
    .filter((cell) => !sheet.hiddenColumns.has(cell.column))
    .map((cell) => {
      const field = fieldOf(cell.text)
      const own = field === null || taken.has(field) ? null : field
      if (own !== null) taken.add(own)
      return { at: cell.column, header: cell.text.replace(/\s+/g, ''), field: own }
    })
  return taken.has('name') && taken.size >= fewestFields ? { sheet, headerRow: row.row, columns } : null
}

function findTable({ sheets }: ReadWorkbook): FoundTable | null {
  const found = sheets
    .filter((sheet) => sheet.visibility === 'visible')
    .flatMap((sheet) => {
      for (const row of sheet.rows.slice(0, searchedRows)) {
        const table = readHeader(sheet, row)
        if (table !== null) return [table]
      }
      return []
    })
  return found.sort((one, other) => other.sheet.rows.length - one.sheet.rows.length)[0] ?? null
}

export interface ReadResource {
  readonly planned: PlannedResourceRow
  /** What is to stand afterwards: of a row that changes a resource, with all that the list says nothing of. */
  readonly fields: ResourceFields
  /** The resource that stands already under this name and area. */
  readonly standing: ResourceId | null
}

export interface ResourceImportRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly existing: readonly Resource[]
  readonly kinds: readonly HelpKindRow[]
  readonly groups: readonly { readonly id: OrganizationId; readonly name: string }[]
}

function visibilityOf(text: string): ResourceFields['visibility'] | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  if (plain === '') return 'related'
  if (/^(?:公開|可|○|〇|◯|はい|住民に公開|公開可)$/.test(plain)) return 'public'
  if (/^(?:関係者(?:まで|のみ)?|△|限定)$/.test(plain)) return 'related'
  if (/^(?:非公開|不可|×|✕|いいえ|事務局だけ|公開不可)$/.test(plain)) return 'private'
  return null
}

function readRow(
  table: FoundTable,
  row: ResolvedRow,
  { kinds, groups }: ResourceImportRequest,
): {
  readonly fields: ResourceFields
  readonly row: number
  /** What could not be read, in sentences. */
  readonly said: string[]
  /** The fields for which the row has something that could be read. */
  readonly read: ReadonlySet<ResourceImportField>
  readonly kindText: string
  readonly checkedOn: CalendarDate | null
} {
  const cellOf = (field: ResourceImportField) => {
    const column = table.columns.find((each) => each.field === field)
    return column === undefined ? undefined : row.byColumn.get(column.at)?.cell
  }
  const lineOf = (field: ResourceImportField): string =>
    (cellOf(field)?.text ?? '').replace(/\s*\n\s*/g, '　').trim()
  const said: string[] = []
  const kindText = lineOf('kind')
  const kind = helpKindNamed(kinds, kindText)
  if (kindText !== '' && kind === null) said.push(`分類「${kindText}」は一覧にないので、内容に書き添えます。`)
  const visibility = visibilityOf(lineOf('visibility'))
  if (visibility === null) {
    said.push(`公開可否「${lineOf('visibility')}」は読めないので、事務局だけに見せることにします。`)
  }
  const sectorText = lineOf('sectors')
  const { sectors, unknown } = readSectors(`${sectorText}・${lineOf('audience')}`)
  const written = readSectors(sectorText)
  if (written.unknown.length > 0) said.push(`分野「${written.unknown.join('、')}」は読めません。`)
  const date = cellOf('checkedOn')
  const reading = date === undefined || date.date !== null ? null : parseCalendarDate(date.text)
  if (reading?.ok === false && reading.reason !== 'empty') {
    said.push(`確認日「${date?.text ?? ''}」は日付として読めません。`)
  }
  const operator = lineOf('operator')
  const organizationId =
    groups.find((group) => operator !== '' && foldForSearch(group.name) === foldForSearch(operator))?.id ??
    null
  const content = (cellOf('content')?.text ?? '').trim()
  const unreadable = (field: ResourceImportField): boolean =>
    (field === 'kind' && kind === null) || (field === 'visibility' && visibility === null)
  return {
    row: row.row.row,
    said,
    read: new Set(
      table.columns.flatMap(({ field }) =>
        field === null || lineOf(field) === '' || unreadable(field) ? [] : [field],
      ),
    ),
    kindText,
    checkedOn: date?.date ?? (reading?.ok === true ? reading.date : null),
    fields: {
      name: lineOf('name').slice(0, 300),
      kana: lineOf('kana') || (cellOf('name')?.reading ?? ''),
      kind,
      areaName: lineOf('areaName'),
      operator,
      organizationId,
      contact: lineOf('contact'),
      place: lineOf('place'),
      schedule: lineOf('schedule'),
      sectors: [...(unknown.length > 0 && written.sectors.length > 0 ? written.sectors : sectors)],
      audience: lineOf('audience'),
      content: [content, kindText !== '' && kind === null ? `（分類：${kindText}）` : '']
        .filter((text) => text !== '')
        .join('\n'),
      fee: lineOf('fee'),
      capacity: lineOf('capacity'),
      helpers: lineOf('helpers'),
      transport: lineOf('transport'),
      application: lineOf('application'),
      visibility: visibility ?? 'private',
      source: lineOf('source'),
    },
  }
}

type ReadRowOfList = ReturnType<typeof readRow>

/** What would happen to one row: told apart by what stands already and what stood further up in the list. */
function planRow(
  { row, said, read, kindText, checkedOn, fields }: ReadRowOfList,
  {
    standing,
    firstRow,
    sheet,
    kinds,
  }: {
    readonly standing: Resource | undefined
    readonly firstRow: number
    readonly sheet: string
    readonly kinds: readonly HelpKindRow[]
  },
): ReadResource {
  const compared = standing === undefined ? null : compareResource(standing, fields, read, kinds)
  const isOlder = checkedOn !== null && standing?.checkedOn != null && checkedOn < standing.checkedOn
  const isNewer = checkedOn !== null && (standing?.checkedOn == null || checkedOn > standing.checkedOn)
  const state =
    fields.name === ''
      ? 'wrong'
      : firstRow !== row
        ? 'double'
        : compared === null
          ? 'new'
          : compared.changes.length > 0 || isNewer
            ? 'changed'
            : 'same'
  const why = {
    wrong: ['名称がないので、取り込めません。'],
    double: [`${String(firstRow)}行目と同じ名称・圏域です。`],
    changed: isOlder
      ? [`この一覧の確認日は、いまの記録（${formatWareki(standing.checkedOn ?? checkedOn)}）より前です。`]
      : [],
    new: [],
    same: [],
  }[state]
  return {
    fields: state === 'changed' ? (compared?.fields ?? fields) : fields,
    standing: state === 'changed' ? (standing?.id ?? null) : null,
    planned: {
      row,
      state,
      offered: state === 'new' || (state === 'changed' && !isOlder),
      changes: state === 'changed' ? (compared?.changes ?? []) : [],
      name: fields.name,
      areaName: fields.areaName,
      kindText,
      remarks: [...why, ...said].map((text) => `シート「${sheet}」の${String(row)}行目：${text}`),
      checkedOn: isOlder ? null : checkedOn,
    },
  }
}

/**
 * Reads a list of resources and says of each row whether it would be new, change what stands, or nothing; null where
 * no sheet holds such a list. A list that is older than what is kept here is never taken by itself.
 *
 * @throws Refusal those of readWorkbook and readCsv
 */
export function planResourceImport(
  request: ResourceImportRequest,
): { readonly plan: ResourceImportPlan; readonly resources: readonly ReadResource[] } | null {
  const { bytes, fileName } = request
  const name = fileName.replace(/^.*[\\/]/, '')
  const workbook = /\.(?:csv|tsv|txt)$/i.test(name)
    ? readCsv(bytes, name.replace(/\.[^.]*$/, ''))
    : readWorkbook(bytes)
  const table = findTable(workbook)
  if (table === null) return null
  const { sheet } = table
  const resolve = createCellResolver(
    sheet,
    table.columns.map((column) => column.at),
  )
  const read = sheet.rows
    .filter((row) => row.row > table.headerRow && row.cells.length > 1)
    .map((row) => readRow(table, resolve(row), request))
  const standing = new Map(request.existing.map((resource) => [resourceKey(resource), resource]))
  const firstRows = new Map<string, number>()
  const resources = read.map((row) => {
    const key = resourceKey(row.fields)
    const firstRow = firstRows.get(key) ?? row.row
    if (row.fields.name !== '') firstRows.set(key, firstRow)
    return planRow(row, { standing: standing.get(key), firstRow, sheet: sheet.name, kinds: request.kinds })
  })
  return {
    resources,
    plan: {
      fileName,
      sheet: sheet.name,
      headerRow: table.headerRow,
      columns: table.columns.map(({ header, field }) => ({ header, field })),
      rows: resources.map((each) => each.planned),
    },
  }
}
