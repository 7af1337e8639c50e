import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import type { FormKind } from '#shared/contract/form-mapping.ts'
import type { FormSubject } from '#shared/contract/mapping-operations.ts'
import type { MeetingSummary } from '#shared/contract/meeting-operations.ts'
import { type ShippedForm, shippedForms } from '#shared/contract/shipped-form-operations.ts'
import { drawWorkbook } from '#shell/draw-forms/form-drawing.ts'
import { drawnForms } from '#shell/draw-forms/shipped-forms.ts'
import { openTestCore, resources } from '../core-harness.ts'
import { findValidator, validationErrors } from '../reports/forms/ooxml-validator.ts'
import { day } from '../small-council.ts'

const validator = findValidator()

/** What must stand in the forms filled with the practice council: what is counted, and the form's own sums of it. */
const shown: Readonly<Partial<Record<ShippedForm, readonly (readonly [string, string, unknown])[]>>> = {
  'tsudoi-geppou': [
    ['月報', 'A6', '令和　 8年　 8月分'],
    ['月報', 'A10', '地域資源の把握（更新・確認）'],
    ['月報', 'E26', 6],
    ['月報', 'F26', 8],
    ['月報', 'I9', 4],
    ['月報', 'I15', 9.5],
    ['月報', 'H34', '移送の受け付けのようすを聞いた'],
  ],
  'tsudoi-jisseki-houkokusho': [
    ['鑑', 'B12', '令和8年度'],
    ['別紙３', 'O21', 14],
    ['別紙３', 'H21', 6],
  ],
  'tsudoi-shuushi': [
    ['収支予算書・決算書', 'B12', 540_000],
    ['収支予算書・決算書', 'C25', 5820],
    ['収支予算書・決算書', 'C27', 234_180],
  ],
  'tsudoi-shiharai-chousho': [
    ['支払調書', 'G20', 68_000],
    ['支払調書', 'H20', 5814],
    ['支払調書', 'I20', 62_186],
  ],
}

function subjectOf(kind: FormKind, { id, councilId, fiscalYear, heldOn }: MeetingSummary): FormSubject {
  if (kind === 'meeting') return { kind, meetingId: id }
  return kind === 'month' ? { kind, councilId, month: heldOn.slice(0, 7) } : { kind, councilId, fiscalYear }
}

/** With TSUDOI_KEEP set to a folder, what was filled is kept there to be looked at. */
function keepToLookAt(form: ShippedForm, bytes: Uint8Array): void {
  const folder = process.env['TSUDOI_KEEP']
  if (folder !== undefined) writeFileSync(join(folder, `${form}.xlsx`), bytes)
}

describe('the forms that come with the program', () => {
  it.each(shippedForms)(
    '%s is taken out, taken in again by itself, and filled for a meeting',
    async (form) => {
      const { ask, core } = await openTestCore()
      await ask('system.startPractice', {})
      const [, held] = await ask('meetings.list', { councilId: null, fiscalYear: null })
      if (held === undefined) throw new Error('practice has a meeting that was held')
      const taken = await ask('shippedForms.take', { form })
      const added = await ask('forms.add', { file: taken.token, mapping: null })
      const desk = await ask('mappings.open', { formId: added.id })
      const wanted = {
        formId: added.id,
        subject: subjectOf(desk.mapping.kind, held),
        submittedOn: day('2026-09-20'),
        remedies: [],
        audience: 'office' as const,
      }
      const { problems } = await ask('handIns.check', wanted)
      expect(problems.filter(({ kind }) => kind === 'unknown-field')).toEqual([])
      const file = await ask('handIns.fill', { ...wanted, password: '' })
      const { bytes } = core.files.take(file.token)
      keepToLookAt(form, bytes)
      const filled = read(bytes, { cellFormula: true })
      const texts = filled.SheetNames.flatMap((name) =>
        utils.sheet_to_json<readonly unknown[]>(filled.Sheets[name] ?? {}, { header: 1, defval: '' }),
      ).flat()
      expect(texts.some((text) => String(text).includes('{'))).toBe(false)
      if (form === 'tsudoi-kaisai-houkokusho') expect(texts).toContain(held.councilName)
      for (const [sheet, cell, value] of shown[form] ?? []) {
        const found = filled.Sheets[sheet]?.[cell] as { readonly v?: unknown } | undefined
        expect(found?.v, `${sheet}!${cell}`).toEqual(value)
      }
    },
    60_000,
  )

  it('are what the drawing of today makes', async () => {
    for (const form of drawnForms) {
      const place = join(resources, 'forms', form.file)
      expect(JSON.parse(readFileSync(`${place}.mapping.json`, 'utf8'))).toEqual(form.mapping)
      const cells = (bytes: Uint8Array): unknown => read(bytes, { cellFormula: true, cellNF: true }).Sheets
      expect(cells(readFileSync(`${place}.xlsx`)), form.file).toEqual(cells(await drawWorkbook(form)))
    }
  })

  it.skipIf(validator === undefined)(
    'are valid workbooks by Microsoft’s own schema',
    () => {
      for (const { file } of drawnForms) {
        const errors = validationErrors(
          validator ?? '',
          readFileSync(join(resources, 'forms', `${file}.xlsx`)),
        )
        expect(
          errors.filter((error) => !error.includes('/x:fonts[1]/x:font[1]')),
          file,
        ).toEqual([])
      }
    },
    // A process for each: seconds on a busy PC.
    180_000,
  )
})
