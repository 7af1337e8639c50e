import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { Candidate, CandidateFields, Selection } from '#shared/contract/selection-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { CandidateId, PersonId } from '#shared/domain/ids.ts'
import { type Consent, consentNames, consents } from '#shared/domain/selection.ts'
import styles from '../coordinators.module.css'
import { PersonField } from '../person-field.tsx'

const consentMarks: Readonly<Record<Consent, MarkKind>> = {
  'not-asked': 'none',
  waiting: 'waiting',
  agreed: 'done',
  declined: 'lacking',
}

/** 候補: who, proposed by whom and why, and whether they are willing. */
export function CandidatesBlock({ selection }: { readonly selection: Selection }) {
  const [writing, setWriting] = useState<CandidateId | 'new' | null>(null)
  const remove = useWrite('selections.removeCandidate')
  return (
    <Block
      title="候補"
      note={`${String(selection.candidates.length)}人`}
      more={
        <Button small onPress={() => setWriting('new')}>
          候補を加える
        </Button>
      }
    >
      <ErrorNotice error={remove.error} onClose={remove.forget} />
      {writing === 'new' ? (
        <CandidateForm selection={selection} candidate={null} onDone={() => setWriting(null)} />
      ) : null}
      <ul className={styles.lines}>
        {selection.candidates.map((each) => (
          <li key={each.id}>
            {writing === each.id ? (
              <CandidateForm selection={selection} candidate={each} onDone={() => setWriting(null)} />
            ) : (
              <>
                <b>{each.name}</b>
                <span className="sub">{each.belongs}</span>
                <Chip mark={consentMarks[each.consent]}>
                  {consentNames[each.consent]}
                  {each.consentedOn === null ? '' : `　${formatWareki(each.consentedOn)}`}
                </Chip>
                <span className={styles.grow}>
                  {each.proposedBy === '' ? '' : `推薦：${each.proposedBy}　`}
                  {each.reason}
                </span>
                <Button
                  look="quiet"
                  label={`候補の${each.name}さんを直す`}
                  onPress={() => setWriting(each.id)}
                >
                  直す
                </Button>
                <Button
                  look="quiet"
                  label={`候補の${each.name}さんを外す`}
                  onPress={() => void remove.run({ candidateId: each.id })}
                >
                  外す
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}

interface CandidateFormProps {
  readonly selection: Selection
  readonly candidate: Candidate | null
  readonly onDone: () => void
}

type Draft = Omit<CandidateFields, 'personId'> & { readonly personId: PersonId | null }

function CandidateForm({ selection, candidate, onDone }: CandidateFormProps) {
  const id = useId()
  const { today } = usePlace()
  const [fields, setFields] = useState<Draft>({
    personId: candidate?.personId ?? null,
    proposedBy: candidate?.proposedBy ?? '',
    reason: candidate?.reason ?? '',
    consent: candidate?.consent ?? 'not-asked',
    consentedOn: candidate?.consentedOn ?? null,
  })
  const [asked, setAsked] = useState(false)
  const add = useWrite('selections.addCandidate')
  const save = useWrite('selections.saveCandidate')
  const set = (part: Partial<Draft>): void => setFields((before) => ({ ...before, ...part }))
  const { personId } = fields
  const send = async (): Promise<void> => {
    setAsked(true)
    if (personId === null) return
    const given = { ...fields, personId }
    if (candidate === null) {
      if ((await add.run({ selectionId: selection.id, candidate: given })) !== null) onDone()
    } else if (await save.did({ candidateId: candidate.id, candidate: given })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <PersonField
        label="候補の氏名"
        autoFocus
        value={personId}
        onChange={(value) => set({ personId: value })}
        error={asked && personId === null ? '名簿にある方を選んでください。' : null}
      />
      <TextField
        label="推薦した人・団体"
        value={fields.proposedBy}
        onChange={(proposedBy) => set({ proposedBy })}
      />
      <div className={styles.wide}>
        <TextArea label="推薦のわけ" lines={2} value={fields.reason} onChange={(reason) => set({ reason })} />
      </div>
      <RadioGroup
        label="本人の承諾"
        value={fields.consent}
        onChange={(consent) =>
          set({ consent, consentedOn: consent === 'agreed' ? (fields.consentedOn ?? today) : null })
        }
        choices={consents.map((value) => ({ value, label: consentNames[value] }))}
      />
      <JapaneseDateField
        label="承諾の日"
        width="full"
        value={fields.consentedOn}
        near={today}
        onChange={(consentedOn) => set({ consentedOn })}
      />
      <div className={styles.end}>
        <Button submits id={`${id}-end`} busy={add.busy || save.busy}>
          {candidate === null ? 'この方を候補にする' : 'この内容に直す'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={add.error ?? save.error} />
    </EntryForm>
  )
}
