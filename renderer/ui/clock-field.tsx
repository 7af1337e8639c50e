import { type ClockTime, formatClockTime, parseClockTime } from '#shared/domain/clock-time.ts'
import { type Reading, WrittenField, type WrittenFieldProps } from './written-field.tsx'

function readTime(text: string): Reading<ClockTime> {
  const reading = parseClockTime(text)
  if (reading.ok) return { ok: true, value: reading.time }
  switch (reading.reason) {
    case 'empty':
      return { ok: true, value: null }
    case 'no-such-time':
      return {
        ok: false,
        message: `「${text}」という時刻はありません。0時から23時59分までで書いてください。`,
      }
    case 'not-a-time':
      return {
        ok: false,
        message: `「${text}」は時刻として読めません。13:30 か 午後1時半 のように書いてください。`,
      }
  }
}

/** A time of day: 1330, 13:30, １３：３０, 午後1時半; shown back as 13:30. */
export function ClockField(props: WrittenFieldProps<ClockTime>) {
  return (
    <WrittenField
      {...props}
      width={props.width ?? 'short'}
      placeholder={props.placeholder ?? '例　13:30'}
      read={readTime}
      write={(time) => formatClockTime(time)}
    />
  )
}
