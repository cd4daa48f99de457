import { IconFlag3, IconTargetArrow } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const programmeManagingPages: Page[] = [
  {
    path: '/targets',
    title: 'app.targets.title',
    load: () => import('./targets/targets-page.tsx').then((m) => m.TargetsPage),
    nav: { group: 'manage', order: 40, icon: IconTargetArrow },
  },
  {
    path: '/programmes-admin',
    title: 'app.programmeAdmin.title',
    load: () => import('./programmes/programmes-page.tsx').then((m) => m.ProgrammesPage),
    nav: { group: 'manage', order: 50, icon: IconFlag3, may: 'programme.change' },
  },
]
