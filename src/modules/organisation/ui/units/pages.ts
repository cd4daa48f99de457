import { IconBuildingCommunity } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const unitPages: Page[] = [
  {
    path: '/units',
    title: 'app.units.title',
    load: () => import('./units-page.tsx').then((m) => m.UnitsPage),
    nav: { group: 'manage', order: 10, icon: IconBuildingCommunity, key: 'd' },
  },
  {
    path: '/units/change',
    title: 'app.units.change.title',
    load: () => import('./change/change-page.tsx').then((m) => m.ChangePage),
  },
]
