import { Button } from './button.tsx'
import type { FieldProps } from './field-frame.tsx'
import styles from './folder-field.module.css'
import { TextField } from './text-field.tsx'

export interface FolderFieldProps extends Pick<FieldProps, 'label' | 'error' | 'autoFocus'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
  /** The host's dialog; null where there is none. */
  readonly choose: (() => Promise<string | null>) | null
  readonly placeholder?: string
  readonly hint?: string
}

/** A folder by its whole name: chosen by the system's dialog where there is one, written or pasted everywhere. */
export function FolderField({ choose, hint, ...field }: FolderFieldProps) {
  const ask = async (): Promise<void> => {
    const chosen = await choose?.()
    if (chosen != null) field.onChange(chosen)
  }
  return (
    <div className={styles.line}>
      <TextField
        width="long"
        hint={hint ?? (choose === null ? 'エクスプローラーの上の欄から写せます' : '選ぶか、名前を書きます')}
        {...field}
      />
      {choose === null ? null : (
        <Button label={`${field.label}を選ぶ`} onPress={() => void ask()}>
          選ぶ…
        </Button>
      )}
    </div>
  )
}

/** What was pasted, without the quotation marks that Explorer puts around it. */
export function folderFrom(typed: string): string {
  return typed.trim().replace(/^"(.*)"$/, '$1')
}
