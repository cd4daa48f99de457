import { IconBulb } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const choosingPages: Page[] = [
  {
    path: '/proposals',
    title: 'app.choosing.title',
    load: () => import('./choosing-page.tsx').then((m) => m.ChoosingPage),
    nav: { group: 'steer', order: 60, icon: IconBulb, may: 'duty.read' },
  },
]
