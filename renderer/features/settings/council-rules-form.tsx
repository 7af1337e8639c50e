import { useState } from 'react'
import type { CouncilDetail } from '#shared/contract/council-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import {
  type CouncilRules,
  councilLayerNames,
  councilStageNames,
  meetingNumberingNames,
  meetingNumberings,
  quorumKindNames,
  quorumKinds,
} from '#shared/domain/council.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox, RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import { rulesFormEnd, rulesFormId } from './form-ids.ts'
import styles from './settings.module.css'

/** Takes another council's rules over into the form; nothing is written by that alone. */
function CopyRules({
  council,
  onCopied,
}: {
  readonly council: CouncilDetail
  readonly onCopied: (rules: CouncilRules) => void
}) {
  const { councils } = usePlace()
  const [from, setFrom] = useState<CouncilDetail['id'] | null>(null)
  const other = useRead('councils.get', { councilId: from ?? council.id }, { when: from !== null })
  const others = councils.filter((each) => each.id !== council.id)
  if (others.length === 0) return null
  return (
    <div className={styles.copy}>
      <Select
        label="ほかの協議体のきまりを写す"
        value={from}
        choices={others.map((each) => ({ value: each.id, label: each.name }))}
        onChange={setFrom}
      />
      <Button
        small
        disabled={from === null || other.data === undefined}
        onPress={() => {
          if (other.data !== undefined) onCopied(other.data.rules)
        }}
      >
        下の欄に写す
      </Button>
    </div>
  )
}

/** 運営のきまり of one council: all of it a setting, since there is no national rule. */
export function CouncilRulesForm({ council }: { readonly council: CouncilDetail }) {
  const [rules, setRules] = useState<CouncilRules>(council.rules)
  const save = useWrite('councils.saveRules')
  const tell = useTell()
  const set = <Key extends keyof CouncilRules>(key: Key, value: CouncilRules[Key]): void =>
    setRules((before) => ({ ...before, [key]: value }))
  const send = async (): Promise<void> => {
    const done = await save.attempt({ councilId: council.id, rules })
    if (!done.ok) return
    const before = council.rules
    tell({
      text: `${council.areaName}のきまりを直しました。`,
      undo: async () => {
        const back = await save.attempt({ councilId: council.id, rules: before })
        if (back.ok) setRules(before)
      },
    })
  }
  return (
    <EntryForm
      id={rulesFormId}
      endsAt={rulesFormEnd}
      className={styles.twoColumns}
      onSubmit={() => void send()}
    >
      <ErrorNotice error={save.error} onClose={save.forget} />
      <Block title="運営のきまり" note={council.name}>
        <CopyRules council={council} onCopied={setRules} />
        <div className={styles.rules}>
          <RadioGroup
            label="会議の数えかた"
            value={rules.numbering}
            onChange={(value) => set('numbering', value)}
            choices={meetingNumberings.map((value) => ({ value, label: meetingNumberingNames[value] }))}
          />
          <RadioGroup
            label="定足数"
            hint="要綱に定めがなければ「定足数なし」のままにします"
            value={rules.quorum}
            onChange={(value) => set('quorum', value)}
            choices={quorumKinds.map((value) => ({ value, label: quorumKindNames[value] }))}
          />
          <fieldset className={styles.counts}>
            <legend>出席に数えるもの</legend>
            <Checkbox checked={rules.countsProxy} onChange={(value) => set('countsProxy', value)}>
              代理
            </Checkbox>
            <Checkbox checked={rules.countsOnline} onChange={(value) => set('countsOnline', value)}>
              オンライン
            </Checkbox>
            <Checkbox checked={rules.countsWritten} onChange={(value) => set('countsWritten', value)}>
              書面
            </Checkbox>
            <Checkbox checked={rules.countsMandate} onChange={(value) => set('countsMandate', value)}>
              委任状
            </Checkbox>
          </fieldset>
          <div className={styles.numbers}>
            <NumberField
              label="議事録署名人（名）"
              unit="名"
              most={9}
              value={rules.signers}
              onChange={(value) => set('signers', value ?? 0)}
            />
            <NumberField
              label="委員の定数（名）"
              unit="名"
              least={1}
              most={999}
              value={rules.seatLimit}
              onChange={(value) => set('seatLimit', value)}
              placeholder="定めなし"
            />
            <NumberField
              label="開催通知（会議の何日前まで）"
              unit="日"
              most={365}
              value={rules.noticeDays}
              onChange={(value) => set('noticeDays', value ?? 0)}
            />
            <NumberField
              label="会議概要（会議の何日後まで）"
              unit="日"
              most={365}
              value={rules.summaryDays}
              onChange={(value) => set('summaryDays', value ?? 0)}
            />
            <NumberField
              label="議事録（会議の何日後まで）"
              unit="日"
              most={365}
              value={rules.minutesDays}
              onChange={(value) => set('minutesDays', value ?? 0)}
            />
          </div>
        </div>
      </Block>
      <Block title="この協議体">
        <Facts
          facts={[
            { name: '名前', value: council.name },
            { name: '層', value: councilLayerNames[council.layer] },
            { name: '圏域', value: council.areaName },
            {
              name: '段階',
              value:
                council.stages.length === 0
                  ? councilStageNames[council.stage]
                  : council.stages.map((stage) => (
                      <div key={stage.stage}>
                        {councilStageNames[stage.stage]}
                        {stage.startedOn === null ? null : (
                          <span className="sub">　{formatWareki(stage.startedOn)}から</span>
                        )}
                      </div>
                    )),
            },
            { name: '根拠', value: council.basis || <span className="sub">まだありません</span> },
            { name: 'もと', value: council.origin || <span className="sub">まだありません</span> },
          ]}
        />
      </Block>
    </EntryForm>
  )
}
