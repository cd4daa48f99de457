import { IconListTree } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const schemePages: Page[] = [
  {
    path: '/schemes',
    title: 'app.schemes.title',
    load: () => import('./schemes-page.tsx').then((m) => m.SchemesPage),
    nav: { group: 'judge', order: 80, icon: IconListTree, may: ['score.read', 'scheme.change'] },
  },
  {
    path: '/schemes/drafts/$id',
    title: 'app.schemes.draft',
    load: () => import('./draft/draft-page.tsx').then((m) => m.DraftPage),
  },
  {
    path: '/schemes/drafts/$id/trial',
    title: 'app.schemes.trial',
    load: () => import('./trial/trial-page.tsx').then((m) => m.TrialPage),
  },
  {
    path: '/schemes/$code',
    title: 'app.schemes.one',
    load: () => import('./scheme-page.tsx').then((m) => m.SchemePage),
  },
]
