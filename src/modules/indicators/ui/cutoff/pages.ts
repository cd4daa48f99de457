import { IconCalendarDue } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const cutoffPages: Page[] = [
  {
    path: '/cutoff',
    title: 'app.cutoff.title',
    load: () => import('./cutoff-page.tsx').then((m) => m.CutoffPage),
    nav: { group: 'manage', order: 50, icon: IconCalendarDue, may: 'opening.create' },
  },
]
