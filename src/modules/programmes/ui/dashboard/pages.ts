import { IconTarget } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const programmePages: Page[] = [
  {
    path: '/programmes',
    title: 'app.programmes.title',
    load: () => import('./programmes-page.tsx').then((m) => m.ProgrammesPage),
    nav: { group: 'follow', order: 10, icon: IconTarget, key: 'c' },
  },
  {
    path: '/programmes/$slug',
    title: 'app.programmes.one',
    load: () => import('./programme-page.tsx').then((m) => m.ProgrammePage),
  },
]
