import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { readSought } from '#renderer/api/use-sought.ts'
import { HomePage } from '#renderer/features/home/home-page.tsx'
import { FaultPage, NoSuchPage } from './fault-pages.tsx'
import { Gate } from './gate.tsx'

const rootRoute = createRootRoute({
  component: Gate,
  notFoundComponent: NoSuchPage,
  errorComponent: FaultPage,
})

const page = { getParentRoute: () => rootRoute } as const

const routes = [
  createRoute({ ...page, path: '/', component: HomePage }),
  createRoute({
    ...page,
    path: '/meetings',
    component: lazyRouteComponent(
      () => import('#renderer/features/meetings/meetings-page.tsx'),
      'MeetingsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/meetings/plan',
    component: lazyRouteComponent(() => import('#renderer/features/meetings/year/plan-page.tsx'), 'PlanPage'),
  }),
  createRoute({
    ...page,
    path: '/meetings/usual',
    component: lazyRouteComponent(
      () => import('#renderer/features/meetings/year/usual-agenda-page.tsx'),
      'UsualAgendaPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/meetings/tasks',
    validateSearch: readSought,
    component: lazyRouteComponent(
      () => import('#renderer/features/meetings/tasks/tasks-page.tsx'),
      'TasksPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/meetings/decisions',
    component: lazyRouteComponent(
      () => import('#renderer/features/meetings/year/decisions-page.tsx'),
      'DecisionsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/meetings/attendance',
    component: lazyRouteComponent(
      () => import('#renderer/features/meetings/year/attendance-page.tsx'),
      'AttendancePage',
    ),
  }),
  createRoute({
    ...page,
    path: '/meetings/$meetingId/$step',
    validateSearch: readSought,
    component: lazyRouteComponent(
      () => import('#renderer/features/meetings/meeting-page.tsx'),
      'MeetingPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/roster',
    validateSearch: readSought,
    component: lazyRouteComponent(() => import('#renderer/features/roster/roster-page.tsx'), 'RosterPage'),
  }),
  createRoute({
    ...page,
    path: '/roster/import',
    component: lazyRouteComponent(
      () => import('#renderer/features/roster-import/roster-import-page.tsx'),
      'RosterImportPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/roster/terms',
    component: lazyRouteComponent(() => import('#renderer/features/roster/terms-page.tsx'), 'TermsPage'),
  }),
  createRoute({
    ...page,
    path: '/roster/duplicates',
    component: lazyRouteComponent(
      () => import('#renderer/features/roster/duplicates-page.tsx'),
      'DuplicatesPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/roster/left',
    component: lazyRouteComponent(() => import('#renderer/features/roster/left-page.tsx'), 'LeftPage'),
  }),
  createRoute({
    ...page,
    path: '/roster/table',
    component: lazyRouteComponent(() => import('#renderer/features/roster/table-page.tsx'), 'TablePage'),
  }),
  createRoute({
    ...page,
    path: '/roster/kinds',
    component: lazyRouteComponent(() => import('#renderer/features/roster/kinds-page.tsx'), 'KindsPage'),
  }),
  createRoute({
    ...page,
    path: '/settings/board',
    component: lazyRouteComponent(() => import('#renderer/features/settings/board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    ...page,
    path: '/roster/groups',
    validateSearch: readSought,
    component: lazyRouteComponent(() => import('#renderer/features/roster/groups-page.tsx'), 'GroupsPage'),
  }),
  createRoute({
    ...page,
    path: '/area',
    validateSearch: readSought,
    component: lazyRouteComponent(
      () => import('#renderer/features/local-help/needs/needs-page.tsx'),
      'NeedsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/participation',
    validateSearch: readSought,
    component: lazyRouteComponent(
      () => import('#renderer/features/participation/participation-page.tsx'),
      'ParticipationPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/area/resources',
    validateSearch: readSought,
    component: lazyRouteComponent(
      () => import('#renderer/features/local-help/resources/resources-page.tsx'),
      'ResourcesPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/area/developments',
    validateSearch: readSought,
    component: lazyRouteComponent(
      () => import('#renderer/features/local-help/developments/developments-page.tsx'),
      'DevelopmentsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/area/kinds',
    component: lazyRouteComponent(
      () => import('#renderer/features/local-help/kinds/help-kinds-page.tsx'),
      'HelpKindsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/area/import',
    component: lazyRouteComponent(
      () => import('#renderer/features/local-help/resource-import/resource-import-page.tsx'),
      'ResourceImportPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/area/gap',
    component: lazyRouteComponent(() => import('#renderer/features/local-help/gap/gap-page.tsx'), 'GapPage'),
  }),
  createRoute({
    ...page,
    path: '/advocacy',
    component: lazyRouteComponent(
      () => import('#renderer/features/advocacy/proposals/proposals-page.tsx'),
      'ProposalsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/advocacy/briefings',
    component: lazyRouteComponent(
      () => import('#renderer/features/advocacy/briefings/briefings-page.tsx'),
      'BriefingsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/coordinators',
    validateSearch: readSought,
    component: lazyRouteComponent(
      () => import('#renderer/features/coordinators/diary/diary-page.tsx'),
      'DiaryPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/coordinators/selections',
    component: lazyRouteComponent(
      () => import('#renderer/features/coordinators/selection/selections-page.tsx'),
      'SelectionsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/coordinators/figures',
    component: lazyRouteComponent(
      () => import('#renderer/features/coordinators/figures/figures-page.tsx'),
      'FiguresPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/coordinators/year',
    component: lazyRouteComponent(
      () => import('#renderer/features/coordinators/year/year-page.tsx'),
      'YearPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/coordinators/people',
    component: lazyRouteComponent(
      () => import('#renderer/features/coordinators/people/coordinators-page.tsx'),
      'CoordinatorsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/reports',
    component: lazyRouteComponent(() => import('#renderer/features/reports/reports-page.tsx'), 'ReportsPage'),
  }),
  createRoute({
    ...page,
    path: '/reports/settings',
    component: lazyRouteComponent(
      () => import('#renderer/features/reports/settings/paper-settings-page.tsx'),
      'PaperSettingsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/reports/lists',
    component: lazyRouteComponent(
      () => import('#renderer/features/reports/lists/lists-page.tsx'),
      'ListsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/reports/new-form',
    component: lazyRouteComponent(() => import('#renderer/features/forms/new-form-page.tsx'), 'NewFormPage'),
  }),
  createRoute({
    ...page,
    path: '/reports/forms/$formId/$step',
    component: lazyRouteComponent(() => import('#renderer/features/forms/form-page.tsx'), 'FormPage'),
  }),
  createRoute({
    ...page,
    path: '/reports/papers/$paper/$meetingId',
    component: lazyRouteComponent(
      () => import('#renderer/features/reports/paper/paper-page.tsx'),
      'PaperFromShelfPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/reports/letters/$kind/$meetingId',
    component: lazyRouteComponent(
      () => import('#renderer/features/reports/letter/letter-page.tsx'),
      'LetterPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/reports/payments',
    component: lazyRouteComponent(
      () => import('#renderer/features/money/payments/payments-page.tsx'),
      'PaymentsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/reports/payments/rules',
    component: lazyRouteComponent(() => import('#renderer/features/money/rules/rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    ...page,
    path: '/reports/budget',
    component: lazyRouteComponent(
      () => import('#renderer/features/money/budget/budget-page.tsx'),
      'BudgetPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/reports/plan',
    component: lazyRouteComponent(() => import('#renderer/features/money/plan/plan-page.tsx'), 'PlanPage'),
  }),
  createRoute({
    ...page,
    path: '/settings',
    component: lazyRouteComponent(
      () => import('#renderer/features/settings/settings-page.tsx'),
      'SettingsPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/history',
    component: lazyRouteComponent(
      () => import('#renderer/features/history/history-page.tsx'),
      'HistorySearchPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/history/$kind/$recordId',
    component: lazyRouteComponent(
      () => import('#renderer/features/history/record-history-page.tsx'),
      'RecordHistoryPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/settings/sharing',
    component: lazyRouteComponent(() => import('#renderer/features/sharing/sharing-page.tsx'), 'SharingPage'),
  }),
  createRoute({
    ...page,
    path: '/settings/protection',
    component: lazyRouteComponent(
      () => import('#renderer/features/protection/protection-page.tsx'),
      'ProtectionPage',
    ),
  }),
  createRoute({
    ...page,
    path: '/settings/support',
    component: lazyRouteComponent(() => import('#renderer/features/about/support-page.tsx'), 'SupportPage'),
  }),
  createRoute({
    ...page,
    path: '/settings/licences',
    component: lazyRouteComponent(() => import('#renderer/features/about/licences-page.tsx'), 'LicencesPage'),
  }),
  createRoute({
    ...page,
    path: '/settings/safekeeping',
    component: lazyRouteComponent(
      () => import('#renderer/features/safekeeping/safekeeping-page.tsx'),
      'SafekeepingPage',
    ),
  }),
] as const

/** Places of the program. The address is kept behind a hash, since in the desktop there is only one file. */
export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  history: createHashHistory(),
  defaultErrorComponent: FaultPage,
  defaultPendingMs: 200,
})

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router
  }
}
