import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { resourcesFolder } from '../places.ts'
import { drawWorkbook } from './form-drawing.ts'
import { drawnForms } from './shipped-forms.ts'

/** Draws the forms that come with the program into `resources/forms`. Run by hand after a change; what it makes is kept. */
for (const form of drawnForms) {
  const place = join(resourcesFolder, 'forms', form.file)
  writeFileSync(`${place}.xlsx`, await drawWorkbook(form))
  writeFileSync(`${place}.mapping.json`, `${JSON.stringify(form.mapping, null, 2)}\n`)
}
