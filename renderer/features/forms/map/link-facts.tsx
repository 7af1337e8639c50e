import { Button } from '#renderer/ui/button.tsx'
import { Facts } from '#renderer/ui/block.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { FormMapping, MappingEntry } from '#shared/contract/form-mapping.ts'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import { type LinkTarget, wayNames, wayOf, waysAt } from './cell-ways.ts'
import { formatChoices, type FormatChoice } from './format-words.ts'
import { changeLink, type Link, pathsOf, putEntries } from './mapping-edits.ts'
import styles from './map.module.css'

export interface LinkFactsProps {
  readonly link: Link
  readonly mapping: FormMapping
  readonly fields: readonly OfferedField[]
  readonly target: LinkTarget
  readonly onChange: (next: FormMapping) => void
}

const kindWords = (link: Link): string => {
  if (link.kind === 'column') return 'くり返しの表の列'
  const { entry } = link
  const way = wayOf(entry)
  if (way !== undefined) return wayNames[way]
  if ('months' in entry) return '月の表に印を付ける'
  if ('lines' in entry) return '段落をならべる'
  if ('page' in entry) return '何枚めかを書く'
  if ('whether' in entry) return 'あるかないかで書き分ける'
  return 'ことばとまぜて書く'
}

/** What goes into a cell in one way: the field, how it goes in, and what can be said of it. */
export function LinkFacts(props: LinkFactsProps) {
  const { link, mapping, fields, onChange } = props
  const paths = pathsOf(link, mapping)
  const names = paths.map((path) => {
    const field = fields.find((each) => each.path === path)
    return field === undefined ? path : `${field.group}　${field.name}`
  })
  const part = link.kind === 'entry' ? link.entry : link.column
  const field = fields.find(({ path }) => path === paths[0])
  return (
    <div className={styles.link}>
      <Facts
        facts={[
          { name: '項目', value: names.join('、') },
          { name: 'つなぎ方', value: kindWords(link) },
        ]}
      />
      {'field' in part && field !== undefined ? (
        <Select<FormatChoice['value']>
          label="書き方"
          width="full"
          value={part.format ?? 'as-is'}
          choices={formatChoices(field, link.kind === 'column')}
          onChange={(value) =>
            onChange(changeLink(mapping, link, { format: value === 'as-is' ? null : value }))
          }
        />
      ) : null}
      {link.kind === 'entry' ? <EntryFacts {...props} entry={link.entry} field={field} /> : null}
    </div>
  )
}

interface EntryFactsProps extends LinkFactsProps {
  readonly entry: MappingEntry
  readonly field: OfferedField | undefined
}

function EntryFacts({ entry, field, ...props }: EntryFactsProps) {
  const { mapping, link, onChange } = props
  if ('markBox' in entry) {
    const { label, equals } = entry.markBox
    const what = typeof label === 'string' && label !== '' ? `「${label}」を■にするとき` : '■にするとき'
    return <WhenField {...props} label={what} field={field} equals={equals} />
  }
  if ('tick' in entry) {
    const what = entry.tick.label === undefined ? '' : `「${entry.tick.label}」に`
    return (
      <WhenField {...props} label={`${what}チェックを付けるとき`} field={field} equals={entry.tick.equals} />
    )
  }
  if ('circle' in entry) {
    const what = `「${entry.circle.word ?? ''}」を丸でかこむとき`
    return <WhenField {...props} label={what} field={field} equals={entry.circle.equals} />
  }
  if ('months' in entry) {
    return (
      <TextField
        label="月に付ける印"
        width="short"
        value={entry.months.mark ?? '○'}
        onChange={(mark) => {
          if (mark !== '') onChange(changeLink(mapping, link, { mark }))
        }}
      />
    )
  }
  return 'blanks' in entry ? <BlankList {...props} blanks={entry.blanks} /> : null
}

type Answer = 'yes' | 'no'
const answers: readonly { readonly value: Answer; readonly label: string }[] = [
  { value: 'yes', label: '「はい」のとき' },
  { value: 'no', label: '「いいえ」のとき' },
]

/** When a box, a check or a ring is meant: the words that the field must say, or its yes and no. */
function WhenField({
  label,
  field,
  equals,
  mapping,
  link,
  onChange,
}: LinkFactsProps & {
  readonly label: string
  readonly field: OfferedField | undefined
  readonly equals: string | boolean | undefined
}) {
  const change = (next: string | boolean): void => onChange(changeLink(mapping, link, { equals: next }))
  if (field?.type === 'yes-no') {
    return (
      <Select<Answer>
        label={label}
        width="full"
        value={equals === false ? 'no' : 'yes'}
        choices={answers}
        onChange={(answer) => change(answer === 'yes')}
      />
    )
  }
  return (
    <TextField
      label={label}
      hint={`「${field?.name ?? ''}」がこのことばと同じとき`}
      value={String(equals ?? '')}
      onChange={(next) => {
        if (next !== '') change(next)
      }}
    />
  )
}

const told = (part: string | null, fields: readonly OfferedField[]): string => {
  if (part === null) return '（まだ）'
  const [, path = '', format = ''] = /^\{([^{}|]+)(?:\|([^{}]+))?\}$/.exec(part) ?? []
  const field = fields.find((each) => each.path === path)
  if (field === undefined) return part
  return `${field.group}　${field.name}${format === '' ? '' : `（${format}）`}`
}

/** The blanks of a sentence in their order; the next field that is chosen goes into the first that is free. */
function BlankList({
  blanks,
  mapping,
  link,
  fields,
  target,
  onChange,
}: LinkFactsProps & { readonly blanks: readonly (string | null)[] }) {
  const without = (at: number): FormMapping => {
    const left = blanks.map((each, place) => (place === at ? null : each))
    return left.every((part) => part === null)
      ? putEntries(mapping, target, [])
      : changeLink(mapping, link, { blanks: left })
  }
  const isFull = blanks.every((part) => part !== null)
  return (
    <>
      <ol className={styles.blanks} aria-label="文の空白">
        {blanks.map((part, at) => (
          // A blank has no name of its own but its place in the sentence.
          <li key={at}>
            <span>{told(part, fields)}</span>
            {part === null ? null : (
              <Button
                small
                look="quiet"
                label={`${String(at + 1)}つめの空白を外す`}
                onPress={() => onChange(without(at))}
              >
                外す
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isFull ? null : <p className="sub">次に選ぶ項目は、あいている空白に入ります。</p>}
    </>
  )
}

/** Where a cell takes a field in more than one way, which of them. */
export function WayField({ link, mapping, fields, target, onChange }: LinkFactsProps) {
  if (link.kind === 'column') return null
  const field = fields.find(({ path }) => path === pathsOf(link, mapping)[0])
  const now = wayOf(link.entry)
  if (field === undefined || now === undefined) return null
  const ways = waysAt(target, field)
  if (ways.length < 2 || !ways.some(({ key }) => key === now)) return null
  return (
    <Select<typeof now>
      label="つなぎ方"
      width="full"
      value={now}
      choices={ways.map(({ key }) => ({ value: key, label: wayNames[key] }))}
      onChange={(key) => {
        const way = ways.find((each) => each.key === key)
        if (way !== undefined && key !== now) onChange(putEntries(mapping, target, way.entries))
      }}
    />
  )
}
