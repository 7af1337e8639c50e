import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import styles from './tabs.module.css'

export interface TabsProps<Key extends string> {
  readonly label: string
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
  readonly tabs: readonly { readonly key: Key; readonly name: string; readonly content: ReactNode }[]
}

/** Three tabs at most; more want a page of their own. */
export function Tabs<Key extends string>({ label, chosen, onChoose, tabs }: TabsProps<Key>) {
  return (
    <AriaTabs
      selectedKey={chosen}
      onSelectionChange={(key) => {
        const found = tabs.find((tab) => tab.key === key)
        if (found !== undefined) onChoose(found.key)
      }}
    >
      <TabList aria-label={label} className={styles.line ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className={styles.tab ?? ''}>
            {tab.name}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
