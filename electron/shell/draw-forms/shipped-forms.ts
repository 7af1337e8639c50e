import type { DrawnForm } from './form-drawing.ts'
import { meetingReport } from './forms/meeting-report.ts'
import { signInSheet, roster, resources } from './forms/list-forms.ts'
import { monthly } from './forms/monthly-report.ts'
import { yearly } from './forms/yearly-report.ts'
import { money } from './forms/budget-form.ts'
import { payments } from './forms/payment-list.ts'

/** The forms that come with the program. What is written where stands in the mapping beside each. */
export const drawnForms: readonly DrawnForm[] = [
  meetingReport,
  signInSheet,
  roster,
  resources,
  monthly,
  yearly,
  money,
  payments,
]
