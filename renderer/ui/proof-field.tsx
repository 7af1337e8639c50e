import { Button } from './button.tsx'
import { PasswordField } from './password-field.tsx'
import { TextField } from './text-field.tsx'

/** What is given to show that somebody may open the data. */
interface Proof {
  readonly by: 'password' | 'recovery-key'
  readonly secret: string
}

export interface ProofFieldProps {
  readonly value: Proof
  readonly onChange: (value: Proof) => void
  readonly onEnter?: () => void
  readonly autoFocus?: boolean
  /** What the password is called here, and its hint. */
  readonly label?: string
  readonly hint?: string
}

export const noProof: Proof = { by: 'password', secret: '' }

/** The password, or the printed recovery key where it is forgotten. */
export function ProofField({ value, onChange, label = 'パスワード', hint, ...rest }: ProofFieldProps) {
  const { by, secret } = value
  const change = (given: string): void => onChange({ by, secret: given })
  return (
    <>
      {by === 'password' ? (
        <PasswordField
          key="password"
          label={label}
          {...(hint === undefined ? {} : { hint })}
          value={secret}
          onChange={change}
          width="long"
          {...rest}
        />
      ) : (
        <TextField
          key="recovery-key"
          label="回復キー"
          hint="印刷した紙の、八つのまとまり。小文字でも、間の棒がなくてもかまいません"
          value={secret}
          onChange={change}
          width="full"
          {...rest}
        />
      )}
      <p>
        <Button
          look="quiet"
          onPress={() => onChange({ by: by === 'password' ? 'recovery-key' : 'password', secret: '' })}
        >
          {by === 'password' ? 'パスワードを忘れたとき（回復キーで開く）' : 'パスワードで開く'}
        </Button>
      </p>
    </>
  )
}
