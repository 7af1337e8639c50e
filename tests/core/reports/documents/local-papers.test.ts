import { describe, expect, it } from 'vitest'
import type { Resource } from '#shared/contract/resource-operations.ts'
import { helpGap } from '#shared/domain/help-gap.ts'
import { shippedHelpKinds } from '#shared/domain/help-kinds.ts'
import type { ResourceId } from '#shared/domain/ids.ts'
import { gapTableDocument } from '#core/reports/documents/gap-table-document.ts'
import { helpLeafletDocument } from '#core/reports/documents/help-leaflet-document.ts'
import { resourceListDocument } from '#core/reports/documents/resource-list-document.ts'
import { innerWidthMm, type ReportDocument } from '#core/reports/report-document.ts'
import { openTestCore } from '../../core-harness.ts'
import { resource } from '../../local-records.ts'
import { day, need, office, setUpMeeting } from '../../small-council.ts'

const today = day('2026-09-17')

function kept(name: string, more: Partial<Resource> = {}): Resource {
  // Any id will do: the papers do not show it.
  return {
    ...resource(name),
    id: name as ResourceId,
    checkedOn: null,
    checkedBy: '',
    organizationName: '',
    ...more,
  }
}

function textsOf(document: ReportDocument): readonly (readonly string[])[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => (row.kind === 'cells' ? [row.cells.map((cell) => cell.text)] : []))
      : [],
  )
}

describe('困ったときの一覧', () => {
  it('shows only what may be public, of the area and of everywhere, by kind of help', () => {
    const document = helpLeafletDocument({
      resources: [
        kept('買い物バス'),
        kept('関係者だけ', { visibility: 'related' }),
        kept('内緒', { visibility: 'private' }),
        kept('西の会', { areaName: '西部圏域' }),
        kept('市の相談窓口', { areaName: '', kind: 'advice', source: '市から' }),
      ],
      secretariat: office,
      areaName: '東部圏域',
      today,
      kinds: shippedHelpKinds,
      size: 'A4',
    })
    expect(textsOf(document).map(([name]) => name?.split('\n')[0])).toEqual(['買い物バス', '市の相談窓口'])
    expect(JSON.stringify(document)).not.toMatch(/内緒|関係者だけ|西の会|市から/)
    expect(document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      '買い物',
      '相談・情報',
    ])
  })

  it('comes on A3 for a wall as well, as wide as the sheet lets it', () => {
    const document = helpLeafletDocument({
      resources: [kept('買い物バス')],
      secretariat: office,
      areaName: null,
      today,
      kinds: shippedHelpKinds,
      size: 'A3',
    })
    expect(document.paper).toMatchObject({ size: 'A3', orientation: 'landscape' })
    const table = document.blocks.find((block) => block.kind === 'table')
    if (table?.kind !== 'table') throw new Error('no table')
    const width = table.columns.reduce((sum, each) => sum + each.widthMm, 0)
    expect(width).toBe(innerWidthMm(document.paper))
  })

  it('says so where nothing is public yet', () => {
    const document = helpLeafletDocument({
      resources: [],
      secretariat: office,
      areaName: null,
      today,
      kinds: shippedHelpKinds,
      size: 'A4',
    })
    expect(JSON.stringify(document.blocks)).toContain('公開する地域資源は、まだありません。')
  })
})

describe('地域資源一覧', () => {
  it('has every column on its sheet, and marks what nobody has checked for a year', () => {
    const document = resourceListDocument(
      [
        kept('買い物バス', { checkedOn: day('2026-09-01') }),
        kept('古い会', { checkedOn: day('2025-09-16') }),
      ],
      null,
      today,
      shippedHelpKinds,
    )
    const table = document.blocks.find((block) => block.kind === 'table')
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.columns).toHaveLength(19)
    const width = table.columns.reduce((sum, each) => sum + each.widthMm, 0)
    expect(width).toBeLessThanOrEqual(innerWidthMm(document.paper))
    expect(textsOf(document).map((cells) => cells.at(-1))).toEqual(['R8.9.1', 'R7.9.16※'])
  })
})

describe('資源の過不足表', () => {
  it('says in each cell what is there, growing or missing, and how much', () => {
    const record = { kind: 'shopping' as const, sectors: [] }
    const table = helpGap(
      {
        needs: [
          { ...record, id: '1', areaName: '東部' },
          { ...record, id: '2', areaName: '西部' },
        ],
        resources: [{ ...record, id: '3', areaName: '西部' }],
        developments: [],
      },
      null,
      shippedHelpKinds.map((kind) => kind.code),
    )
    const row = textsOf(gapTableDocument(table, null, today, shippedHelpKinds)).find(
      (cells) => cells[0] === '買い物',
    )
    expect(row).toEqual(['買い物', '足りない（課題1）', 'ある（1）　課題1'])
  })
})

describe('papers of an area', () => {
  it('come as workbooks of the data as they stand', async () => {
    const { ask, councilId, core } = await openTestCore().then(async (opened) => ({
      ...opened,
      ...(await setUpMeeting(opened.ask)),
    }))
    await ask('needs.add', { need: need(councilId, '店まで歩けない') })
    for (const paper of [
      { name: 'help-leaflet', areaName: null },
      { name: 'resource-list', areaName: '東部圏域' },
      { name: 'gap-table', sector: 'elderly' },
      { name: 'need-list', councilId },
    ] as const) {
      const file = await ask('localPapers.make', { paper, format: 'xlsx' })
      expect(file.name).toMatch(/^R8\.9\.17_.*\.xlsx$/)
      expect(core.files.take(file.token).bytes.length).toBeGreaterThan(1000)
    }
  })
})
