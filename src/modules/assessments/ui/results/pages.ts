import { IconTrophy } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

/** Published results: who stands where, why, and what an appeal changed. For everybody who is signed in. */
export const resultPages: Page[] = [
  {
    path: '/results',
    title: 'app.results.title',
    load: () => import('./results-page.tsx').then((m) => m.ResultsPage),
    nav: { group: 'judge', order: 30, icon: IconTrophy },
  },
  {
    path: '/results/$round',
    title: 'app.results.one',
    load: () => import('./ranking-page.tsx').then((m) => m.RankingPage),
  },
  {
    path: '/results/$round/units/$unit',
    title: 'app.results.why',
    load: () => import('./why/why-page.tsx').then((m) => m.WhyPage),
  },
]
