import { IconUsers } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const peoplePages: Page[] = [
  {
    path: '/people',
    title: 'app.people.title',
    load: () => import('./people-page.tsx').then((m) => m.PeoplePage),
    nav: { group: 'manage', order: 80, icon: IconUsers, may: 'account.manage' },
  },
  {
    path: '/people/$username',
    title: 'app.people.title',
    load: () => import('./people-page.tsx').then((m) => m.PeoplePage),
  },
]
