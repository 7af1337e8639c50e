import type { Block, OutlineBlock, ReportDocument, TableBlock } from '#core/reports/report-document.ts'

/** Ways to look into a document without caring where its blocks stand. */

export function allBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'group' ? [block, ...allBlocks(block.blocks)] : [block]))
}

export function tablesOf(document: ReportDocument): readonly TableBlock[] {
  return allBlocks(document.blocks).filter((block) => block.kind === 'table')
}

export function outlinesOf(document: ReportDocument): readonly OutlineBlock[] {
  return allBlocks(document.blocks).filter((block) => block.kind === 'outline')
}

/** Cells of a table as texts; a section's heading is a row of one. */
export function tableTexts(table: TableBlock | undefined): readonly (readonly string[])[] {
  return (table?.rows ?? []).map((row) =>
    row.kind === 'section' ? [row.text] : row.cells.map((cell) => cell.text),
  )
}

export function factsOf(document: ReportDocument): Readonly<Record<string, readonly string[]>> {
  const facts = allBlocks(document.blocks).flatMap((block) => (block.kind === 'facts' ? block.facts : []))
  return Object.fromEntries(facts.map((fact) => [fact.label, fact.lines]))
}
