import { useState } from 'react'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { Id } from '#shared/domain/ids.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './roster-import.module.css'

export interface KeepMappingProps {
  /** What is read so: 名簿, 一覧. */
  readonly what: string
  readonly example: string
  /** The name under which this meaning of the columns was kept; null where it was not. */
  readonly keptAs: string | null
  readonly save: {
    readonly busy: boolean
    readonly error: TsudoiError | null
    readonly run: (name: string) => Promise<{ readonly mappingId: Id<'import-mapping'> } | null>
  }
}

/** Keeps what the columns mean under a name: the next list with these headings is read so by itself. */
export function KeepMapping({ what, example, keptAs, save }: KeepMappingProps) {
  const [name, setName] = useState(keptAs ?? '')
  const remove = useWrite('importMappings.remove')
  const tell = useTell()
  const keep = async (): Promise<void> => {
    const kept = await save.run(name.trim())
    if (kept === null) return
    tell({
      text: `列の対応を「${name.trim()}」として残しました。同じ見出しの${what}は、次からこのとおりに読みます。`,
      undo: () => remove.run({ mappingId: kept.mappingId }),
    })
  }
  return (
    <div className={styles.keep}>
      <p className="sub">
        {keptAs === null
          ? `列の対応に名前を付けて残すと、次の年も同じ見出しの${what}をそのとおりに読みます。`
          : `残してあった対応「${keptAs}」のとおりに読みました。`}
      </p>
      <TextField label="対応の名前" value={name} onChange={setName} placeholder={example} />
      <Button busy={save.busy} disabled={name.trim() === ''} onPress={() => void keep()}>
        この対応を残す
      </Button>
      <ErrorNotice error={save.error} />
    </div>
  )
}
