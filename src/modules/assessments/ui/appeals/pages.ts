import { IconMessageReport } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

/** Appeals against published scores: filed from a unit's page, followed and decided here. */
export const appealPages: Page[] = [
  {
    path: '/appeals',
    title: 'app.appeals.title',
    load: () => import('./appeals-page.tsx').then((m) => m.AppealsPage),
    nav: { group: 'judge', order: 70, icon: IconMessageReport, may: 'score.read' },
  },
  {
    path: '/appeals/$appeal',
    title: 'app.appeals.one',
    load: () => import('./appeal-page.tsx').then((m) => m.AppealPage),
  },
]
