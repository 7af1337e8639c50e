import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/**
 * A clerk at the keyboard: she reaches everything by Tab, arrows and keys, never by the mouse. Where Tab does
 * not lead to what is asked for within a round, the test fails: then a person could not reach it either.
 */
export class Clerk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Tabs on until the element has the focus. */
  async reach(target: Locator, most = 200): Promise<void> {
    await expect(target).toBeVisible()
    for (let step = 0; step < most; step += 1) {
      if (await this.hasFocus(target)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not reach ${String(target)}`)
  }

  async hasFocus(target: Locator): Promise<boolean> {
    return target.evaluate(
      (element) => element === document.activeElement || element.contains(document.activeElement),
    )
  }

  /** A field by the beginning of its label, so that 圏域 does not mean 層と圏域. */
  field(label: string, within?: Locator): Locator {
    const name = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
    const place = within ?? this.page
    return place
      .getByRole('textbox', { name })
      .or(place.getByRole('combobox', { name }))
      .or(place.getByRole('spinbutton', { name }))
      .first()
  }

  /** Goes to a field and replaces what is in it. */
  async fill(label: string, text: string, within?: Locator): Promise<void> {
    await this.reach(this.field(label, within))
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
  }

  async press(
    name: string | RegExp,
    role: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' = 'button',
    key = 'Enter',
    within?: Locator,
  ): Promise<void> {
    const target = (within ?? this.page).getByRole(role, { name }).first()
    await this.reach(target)
    await this.page.keyboard.press(key)
  }

  async keys(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.page.keyboard.press(name)
  }
}
