/** 帳票: the city's forms kept here, and everything that was handed in. */
export function ReportsPage() {
  return <h1>帳票</h1>
}
