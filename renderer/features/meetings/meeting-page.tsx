/** One meeting, in its four steps 準備 → 当日 → 議事録 → 報告. */
export function MeetingPage() {
  return <h1>会議</h1>
}
