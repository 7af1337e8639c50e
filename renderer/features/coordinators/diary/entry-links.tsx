import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import styles from '../coordinators.module.css'
import type { EntryDraft } from './entry-fields.ts'

interface LinkFieldProps<Id extends string> {
  readonly label: string
  readonly chosen: readonly Id[]
  readonly choices: readonly { readonly value: Id; readonly label: string }[]
  readonly onChange: (chosen: Id[]) => void
}

/** Several records of a kind, taken one by one from a list. */
function LinkField<Id extends string>({ label, chosen, choices, onChange }: LinkFieldProps<Id>) {
  const free = choices.filter((each) => !chosen.includes(each.value))
  const nameOf = (id: Id): string => choices.find((each) => each.value === id)?.label ?? ''
  return (
    <div className={styles.four}>
      <Select
        key={chosen.length}
        label={label}
        width="full"
        placeholder={free.length === 0 ? 'ありません' : '選んで加える'}
        disabled={free.length === 0}
        value={null}
        onChange={(id: Id) => onChange([...chosen, id])}
        choices={free}
      />
      <div className={styles.chosen}>
        {chosen.map((id) => (
          <Button
            key={id}
            look="quiet"
            label={`${nameOf(id)}との結びつきを外す`}
            onPress={() => onChange(chosen.filter((each) => each !== id))}
          >
            {nameOf(id)} ×
          </Button>
        ))}
      </div>
    </div>
  )
}

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}

export interface EntryLinksProps {
  readonly entry: EntryDraft
  readonly onChange: (part: Partial<EntryDraft>) => void
}

/** What the entry has to do with: a meeting, needs, resources, developments. */
export function EntryLinks({ entry, onChange }: EntryLinksProps) {
  const meetings = useRead('meetings.list', { councilId: null, fiscalYear: null })
  const needs = useRead('needs.list', { councilId: null })
  const resources = useRead('resources.list', {})
  const developments = useRead('developments.list', { councilId: null })
  const noMeeting = '-'
  return (
    <>
      <div className={styles.six}>
        <Select
          label="出た会議"
          width="full"
          value={entry.meetingId ?? noMeeting}
          onChange={(value) =>
            onChange({ meetingId: (meetings.data ?? []).find((each) => each.id === value)?.id ?? null })
          }
          choices={[
            { value: noMeeting, label: '会議ではない' },
            ...(meetings.data ?? []).map((each) => ({
              value: each.id,
              label: `${formatMonthDay(each.heldOn)}　${each.councilName}　第${String(each.number)}回`,
            })),
          ]}
        />
      </div>
      <div className={styles.six} />
      <LinkField
        label="地域課題"
        chosen={entry.needIds}
        choices={(needs.data ?? []).map((each) => ({ value: each.id, label: short(each.text) }))}
        onChange={(needIds) => onChange({ needIds })}
      />
      <LinkField
        label="地域資源"
        chosen={entry.resourceIds}
        choices={(resources.data ?? []).map((each) => ({ value: each.id, label: each.name }))}
        onChange={(resourceIds) => onChange({ resourceIds })}
      />
      <LinkField
        label="資源開発"
        chosen={entry.developmentIds}
        choices={(developments.data ?? []).map((each) => ({ value: each.id, label: each.title }))}
        onChange={(developmentIds) => onChange({ developmentIds })}
      />
    </>
  )
}
