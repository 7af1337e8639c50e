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
    const name = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s|（|$)`)
    const place = within ?? this.page
    return (
      place
        .getByRole('textbox', { name })
        .or(place.getByRole('searchbox', { name }))
        .or(place.getByRole('combobox', { name }))
        .or(place.getByRole('spinbutton', { name }))
        // What is typed unseen has no role.
        .or(place.locator('input[type=password]').and(place.getByLabel(name)))
        .first()
    )
  }

  /** Goes to a field and replaces what is in it. */
  async fill(label: string, text: string, within?: Locator): Promise<void> {
    await this.reach(this.field(label, within))
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
  }

  /** Chooses in a list that opens below its button. */
  async pick(label: string, option: string | RegExp): Promise<void> {
    await this.reach(this.page.getByRole('button', { name: new RegExp(`${label}$`) }).first())
    await this.page.keyboard.press('Enter')
    const wanted = this.page.getByRole('option', {
      name: option,
      exact: typeof option === 'string',
    })
    await expect(wanted).toBeVisible()
    await this.page.keyboard.press('Home')
    for (let step = 0; step < 40 && !(await this.hasFocus(wanted)); step += 1) {
      await this.page.keyboard.press('ArrowDown')
    }
    await this.page.keyboard.press('Enter')
    await expect(wanted).toBeHidden()
  }

  /** Chooses in a plain list of the system by typing its first letters, as Windows users do. */
  async choose(label: string, option: string): Promise<void> {
    const list = this.page.getByLabel(label, { exact: true })
    await this.reach(list)
    const options = await list.locator('option').allInnerTexts()
    const now = await list.evaluate((element) =>
      element instanceof HTMLSelectElement ? element.selectedIndex : -1,
    )
    const wanted = options.indexOf(option)
    if (wanted < 0) throw new Error(`${label} offers no ${option}`)
    for (let step = now; step !== wanted; step += Math.sign(wanted - now)) {
      await this.page.keyboard.press(wanted > now ? 'ArrowDown' : 'ArrowUp')
    }
    await expect(list.locator('option:checked')).toHaveText(option)
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
