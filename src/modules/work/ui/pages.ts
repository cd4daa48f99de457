import { IconInbox } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const workPages: Page[] = [
  {
    path: '/',
    title: 'app.work.title',
    load: () => import('./list/work-page.tsx').then((m) => m.WorkPage),
    nav: { group: 'mine', order: 1, icon: IconInbox, key: 'v' },
  },
  {
    path: '/notices',
    title: 'app.notice.title',
    load: () => import('./notices/notices-page.tsx').then((m) => m.NoticesPage),
  },
]
