import { IconGavel, IconStar } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

/** Rounds, sheets, the verifier's queue and the council's table. */
export const scoringPages: Page[] = [
  {
    path: '/rounds',
    title: 'app.rounds.title',
    load: () => import('./rounds-page.tsx').then((m) => m.RoundsPage),
    nav: { group: 'judge', order: 10, icon: IconStar, may: 'score.read' },
  },
  {
    path: '/rounds/new',
    title: 'app.rounds.open',
    load: () => import('./new-round-page.tsx').then((m) => m.NewRoundPage),
  },
  {
    path: '/rounds/$round/units/$unit',
    title: 'app.score.sheet',
    load: () => import('../sheet/sheet-page.tsx').then((m) => m.SheetPage),
  },
  {
    path: '/rounds/$round/table',
    title: 'app.council.title',
    load: () => import('../council/council-page.tsx').then((m) => m.CouncilPage),
  },
  {
    path: '/rounds/$round',
    title: 'app.rounds.one',
    load: () => import('./round-page.tsx').then((m) => m.RoundPage),
  },
  {
    path: '/verify',
    title: 'app.verify.title',
    load: () => import('../verify/verify-page.tsx').then((m) => m.VerifyPage),
    nav: { group: 'judge', order: 20, icon: IconGavel, may: 'score.verify' },
  },
]
