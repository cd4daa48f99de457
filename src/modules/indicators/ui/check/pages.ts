import { IconClipboardCheck } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const checkPages: Page[] = [
  {
    path: '/check',
    title: 'app.check.title',
    load: () => import('./check-page.tsx').then((m) => m.CheckPage),
    nav: { group: 'mine', order: 3, icon: IconClipboardCheck, key: 'k', may: 'report.approve' },
  },
]
