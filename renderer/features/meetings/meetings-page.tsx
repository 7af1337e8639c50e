/** 会議: the meetings of a council in a 年度. */
export function MeetingsPage() {
  return <h1>会議</h1>
}
