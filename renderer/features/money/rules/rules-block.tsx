import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { AllowanceRuleRow } from '#shared/contract/allowance-operations.ts'
import { ruleOn } from '#shared/domain/allowance.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { AllowanceRuleId, CouncilId } from '#shared/domain/ids.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { formatTaxRate } from '#shared/domain/withholding.ts'
import { formatYen, yenWords } from '#shared/domain/yen.ts'
import record from '#renderer/ui/record-page.module.css'
import { RuleForm } from './rule-form.tsx'

function halfWords({ halfAmount, halfMinutes }: AllowanceRuleRow): string {
  return halfAmount === null || halfMinutes === null
    ? ''
    : `半日 ${yenWords(halfAmount)}（${String(halfMinutes)}分まで）`
}

function alsoWords({ paysOnline, paysProxy, paysWritten }: AllowanceRuleRow): string {
  const also = [paysOnline ? 'オンライン' : '', paysProxy ? '代理' : '', paysWritten ? '書面' : '']
  const words = also.filter((each) => each !== '').join('・')
  return words === '' ? '' : `${words}にも払う`
}

/** きまり: per role what an attendance is paid, and from when; the one that holds today is marked. */
export function RulesBlock({ councilId }: { readonly councilId: CouncilId }) {
  const { today } = usePlace()
  const rules = useRead('allowanceRules.list', { councilId })
  const remove = useWrite('allowanceRules.remove')
  const restore = useWrite('allowanceRules.restore')
  const tell = useTell()
  const [editing, setEditing] = useState<AllowanceRuleId | 'new' | null>(null)
  const takeAway = async (rule: AllowanceRuleRow): Promise<void> => {
    if (!(await remove.did({ ruleId: rule.id }))) return
    tell({
      text: `${councilRoleNames[rule.role]}のきまりを外しました。`,
      undo: () => restore.run({ ruleId: rule.id }),
    })
  }
  return (
    <Block
      title="きまり"
      note="年度の途中で変えるときは、新しい日から始まるきまりを加えます"
      more={
        <Button small onPress={() => setEditing('new')}>
          きまりを加える
        </Button>
      }
    >
      <ErrorNotice error={remove.error} />
      {editing === 'new' ? (
        <RuleForm rule={null} councilId={councilId} onDone={() => setEditing(null)} />
      ) : null}
      <Loaded read={rules}>
        {(list) =>
          list.length === 0 ? (
            <Empty>まだありません。役割ごとに、1回の額と税の種類を入れてください。</Empty>
          ) : (
            <ul className={record.lines}>
              {list.map((rule) => (
                <li key={rule.id}>
                  <span className={record.wide}>
                    <b>{councilRoleNames[rule.role]}</b>　{formatWareki(rule.validFrom)}から
                    {rule.validTo === null ? '' : `${formatWareki(rule.validTo)}まで`}　1回{' '}
                    <b>{formatYen(rule.amount)}円</b>
                    {rule.travel === 0 ? '' : `　費用弁償 ${yenWords(rule.travel)}`}　
                    {rule.taxRate === 0 ? '源泉徴収なし' : `${rule.taxName} ${formatTaxRate(rule.taxRate)}`}
                    <br />
                    <span className="sub">
                      {[halfWords(rule), alsoWords(rule)].filter((each) => each !== '').join('　')}
                    </span>
                  </span>
                  {ruleOn(list, rule.role, today)?.id === rule.id ? (
                    <Chip mark="done">いまのきまり</Chip>
                  ) : (
                    <Chip mark="none">{rule.validFrom > today ? 'これから' : '前のきまり'}</Chip>
                  )}
                  <Button
                    look="quiet"
                    label={`${councilRoleNames[rule.role]}の${formatWareki(rule.validFrom)}からのきまりを直す`}
                    onPress={() => setEditing(rule.id)}
                  >
                    直す
                  </Button>
                  <Button
                    look="quiet"
                    label={`${councilRoleNames[rule.role]}の${formatWareki(rule.validFrom)}からのきまりを外す`}
                    onPress={() => void takeAway(rule)}
                  >
                    外す
                  </Button>
                  {editing === rule.id ? (
                    <RuleForm rule={rule} councilId={councilId} onDone={() => setEditing(null)} />
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Block>
  )
}
