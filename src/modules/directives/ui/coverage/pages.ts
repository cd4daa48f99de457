import { IconTableShare } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const coveragePages: Page[] = [
  {
    path: '/coverage',
    title: 'app.coverage.title',
    load: () => import('./coverage-page.tsx').then((m) => m.CoveragePage),
    nav: { group: 'steer', order: 30, icon: IconTableShare, may: 'duty.read' },
  },
]
