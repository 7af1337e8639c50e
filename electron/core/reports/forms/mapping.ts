import { Refusal } from '#shared/contract/errors.ts'
import { formMappingSchema, type FormMapping } from '#shared/contract/form-mapping.ts'

export * from '#shared/contract/form-mapping.ts'

/**
 * Reads a mapping file.
 *
 * @throws Refusal `mapping-invalid` with the places that are wrong, as paths into the file
 */
export function parseMapping(json: string): FormMapping {
  let data: unknown
  try {
    data = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    throw new Refusal('mapping-invalid', { places: ['JSON'] })
  }
  const parsed = formMappingSchema.safeParse(data)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.slice(0, 10).map((issue) => issue.path.map(String).join('.'))
  throw new Refusal('mapping-invalid', { places })
}
