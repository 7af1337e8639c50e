import { createLink } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, Link as AriaLink, type LinkProps } from 'react-aria-components'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

/** `main`: one to a page, filled, at the top right. `outlined`: the others. `quiet`: the least, underlined words. */
export type ButtonLook = 'main' | 'outlined' | 'quiet'

function lookOf(look: ButtonLook, small: boolean, className: string | undefined): string {
  return classNames(styles.button, styles[look], small && styles.small, className)
}

export interface ButtonProps {
  readonly children: ReactNode
  readonly look?: ButtonLook
  readonly small?: boolean
  readonly submits?: boolean
  readonly disabled?: boolean
  /** Work is under way: the button keeps its place and its focus, says so, and does nothing. */
  readonly busy?: boolean
  readonly onPress?: () => void
  /** Says more than the words on it, where these alone are not enough: 「髙橋 敏夫を直す」. */
  readonly label?: string | undefined
  readonly autoFocus?: boolean
  /** The form that a submitting button outside of it belongs to: main buttons stand at the top of the page. */
  readonly form?: string | undefined
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly buttonRef?: Ref<HTMLButtonElement>
}

// React Aria's own `isPending` leaves an announcement behind that points to a button already gone; axe objects.
export function Button(props: ButtonProps) {
  const { look = 'outlined', small = false, submits = false, disabled = false, busy = false } = props
  return (
    <AriaButton
      className={lookOf(look, small, classNames(busy && styles.busy, props.className))}
      type={submits && !busy ? 'submit' : 'button'}
      isDisabled={disabled}
      {...(props.onPress === undefined || busy ? {} : { onPress: props.onPress })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.form === undefined ? {} : { form: props.form })}
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
      {...(props.buttonRef === undefined ? {} : { ref: props.buttonRef })}
    >
      {props.children}
    </AriaButton>
  )
}

interface LookedLinkProps extends Omit<LinkProps, 'className' | 'style' | 'children' | 'render'> {
  readonly look?: ButtonLook
  readonly small?: boolean
  readonly className?: string | undefined
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLAnchorElement>
}

function LookedLink({ look = 'outlined', small = false, className, children, ...rest }: LookedLinkProps) {
  return (
    <AriaLink {...rest} className={lookOf(look, small, className)}>
      {children}
    </AriaLink>
  )
}

/** A way to another page that looks like a button: `<ButtonLink to="/roster/import">`. */
export const ButtonLink = createLink(LookedLink)
