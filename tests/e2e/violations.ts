import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds wrong with the page: its rules, and where. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // The drawn pages of a paper are pictures of paper, with their text beside them for a reader.
  const { violations } = await new AxeBuilder({ page }).exclude('canvas').analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}
