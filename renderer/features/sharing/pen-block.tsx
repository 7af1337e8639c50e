import type { SharingState } from '#shared/contract/sharing-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { holderWords, momentWords, personWords, stillWords } from './sharing-words.ts'

/** Where this PC stands: who writes, what is shown, whether the share is within reach. */
export function PenBlock({ state, share }: { readonly state: SharingState; readonly share: string }) {
  const refresh = useWrite('sharing.refresh')
  const still = stillWords(state)
  return (
    <Block
      title={state.mayEdit ? '編集中' : '閲覧のみ'}
      more={
        <Button small busy={refresh.busy} onPress={() => void refresh.run({})}>
          {state.newer === null ? 'いま確かめる' : '新しい記録にする'}
        </Button>
      }
    >
      {state.cutOffSince === null ? null : (
        <Notice mark="lacking">
          <p>
            共有フォルダーに届きません（{momentWords(state.cutOffSince)}から）。
            {state.mayEdit
              ? 'このまま書けます。届くようになったら、自分で追いつきます。'
              : '最後に届いた記録を見ています。'}
          </p>
        </Notice>
      )}
      {state.tooNew ? (
        <Notice mark="lacking">
          <p>新しい記録は、新しい版のつどいで書かれています。このPCのつどいも新しい版にしてください。</p>
        </Notice>
      ) : null}
      <ErrorNotice error={refresh.error} onClose={refresh.forget} />
      <Facts
        facts={[
          { name: '編集', value: holderWords(state) },
          ...(still === null ? [] : [{ name: '動き', value: <Chip mark="lacking">{still}</Chip> }]),
          ...(state.askedBy === null
            ? []
            : [
                {
                  name: '頼まれごと',
                  value: (
                    <Chip mark="waiting">{personWords(state.askedBy)}が、編集したいと言っています。</Chip>
                  ),
                },
              ]),
          {
            name: '見ている記録',
            value:
              state.seen === null
                ? 'このPCの記録'
                : `${momentWords(state.seen.at)}に${personWords(state.seen)}が出したもの`,
          },
          {
            name: '出していない変更',
            value: state.unpublished ? (
              <Chip mark="soon">あります。まもなく共有フォルダーに出します</Chip>
            ) : (
              <Chip mark="done">ありません</Chip>
            ),
          },
          { name: '場所', value: share },
        ]}
      />
    </Block>
  )
}
