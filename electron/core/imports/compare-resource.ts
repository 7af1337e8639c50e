import type { Resource, ResourceFields } from '#shared/contract/resource-operations.ts'
import { areaKey } from '#shared/domain/areas.ts'
import { type HelpKindRow, helpKindName } from '#shared/domain/help-kinds.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import type { ResourceChange, ResourceImportField } from '#shared/domain/resource-import-plan.ts'
import { resourceVisibilityNames } from '#shared/domain/resource.ts'
import { sectorNames } from '#shared/domain/sectors.ts'

/** What makes two rows the same resource: the name and the area, whatever their characters' widths and kinds. */
export const resourceKey = ({
  name,
  areaName,
}: {
  readonly name: string
  readonly areaName: string
}): string => `${foldForSearch(name)} ${areaKey(areaName)}`

function wordsOf(field: keyof ResourceFields, fields: ResourceFields, kinds: readonly HelpKindRow[]): string {
  if (field === 'kind') return helpKindName(kinds, fields.kind)
  if (field === 'visibility') return resourceVisibilityNames[fields.visibility]
  if (field === 'sectors') return fields.sectors.map((sector) => sectorNames[sector]).join('・')
  return fields[field] ?? ''
}

export interface ComparedResource {
  /** What stands, with what the list has newer. */
  readonly fields: ResourceFields
  readonly changes: readonly ResourceChange[]
}

/**
 * Lays a row over the resource that stands: only what the list has a word for. An empty cell takes nothing away,
 * since lists of offices leave out what they do not know.
 *
 * @param said the fields for which the row has a cell with something in it that could be read
 */
export function compareResource(
  standing: Resource,
  read: ResourceFields,
  said: ReadonlySet<ResourceImportField>,
  kinds: readonly HelpKindRow[],
): ComparedResource {
  const { id: _id, checkedOn: _on, checkedBy: _by, organizationName: _group, ...now } = standing
  const takes = (field: keyof ResourceFields): boolean =>
    field === 'organizationId'
      ? said.has('operator') && read.organizationId !== null
      : // The name is what they were found by; only its look may differ.
        field !== 'name' && field !== 'areaName' && said.has(field)
  const fields: ResourceFields = {
    ...now,
    ...Object.fromEntries(
      (Object.keys(now) as (keyof ResourceFields)[])
        .filter(takes)
        .map((field) => [field, read[field]] as const),
    ),
  }
  const changes = [...said].flatMap((field) => {
    if (field === 'checkedOn') return []
    const [before, after] = [wordsOf(field, now, kinds), wordsOf(field, fields, kinds)]
    return before === after ? [] : [{ field, before, after }]
  })
  return { fields, changes }
}
