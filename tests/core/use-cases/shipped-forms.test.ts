import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { shippedForms } from '#shared/contract/shipped-form-operations.ts'
import { drawWorkbook } from '#shell/draw-forms/form-drawing.ts'
import { drawnForms } from '#shell/draw-forms/shipped-forms.ts'
import { openTestCore, resources } from '../core-harness.ts'
import { findValidator, validationErrors } from '../reports/forms/ooxml-validator.ts'
import { day } from '../small-council.ts'

const validator = findValidator()

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
      const wanted = { formId: added.id, meetingId: held.id, submittedOn: day('2026-09-20') }
      const { problems } = await ask('forms.check', wanted)
      expect(problems.filter(({ kind }) => kind === 'unknown-field')).toEqual([])
      const filled = read(core.files.take((await ask('forms.fill', wanted)).token).bytes, {
        cellFormula: true,
      })
      const texts = filled.SheetNames.flatMap((name) =>
        utils.sheet_to_json<readonly unknown[]>(filled.Sheets[name] ?? {}, { header: 1, defval: '' }),
      ).flat()
      expect(texts.some((text) => String(text).includes('{'))).toBe(false)
      if (form === 'tsudoi-kaisai-houkokusho') expect(texts).toContain(held.councilName)
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
    60_000,
  )
})
