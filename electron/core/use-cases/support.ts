import type { supportOperations } from '#shared/contract/support-operations.ts'
import packageFacts from '../../../package.json' with { type: 'json' }
import type { Handlers, OperationsOf } from '../context.ts'

export const supportHandlers: Handlers<OperationsOf<typeof supportOperations>> = {
  'support.describe': ({ system, today, now }) =>
    Promise.resolve({
      text: [
        `つどい ${packageFacts.version}　${today} ${now}`,
        '名前、発言、連絡先は入っていません。',
        '',
        ...system.describeForSupport(),
      ].join('\n'),
    }),
  'support.save': ({ files, today }, { text }) =>
    Promise.resolve(files.put(`つどいのようす ${today}.txt`, new TextEncoder().encode(text))),
}
