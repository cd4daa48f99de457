import { IconGavel } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const dutyPages: Page[] = [
  {
    path: '/duties',
    title: 'app.duties.title',
    load: () => import('./duties-page.tsx').then((m) => m.DutiesPage),
    nav: { group: 'steer', order: 20, icon: IconGavel, may: 'duty.read' },
  },
  {
    path: '/duties/$id',
    title: 'app.duties.one',
    load: () => import('./duty-page.tsx').then((m) => m.DutyPage),
  },
  {
    path: '/directives/$id/issue',
    title: 'app.issue.title',
    load: () => import('./issue-page.tsx').then((m) => m.IssuePage),
  },
]
