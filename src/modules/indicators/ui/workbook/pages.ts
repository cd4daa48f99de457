import { IconFileImport } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const workbookPages: Page[] = [
  {
    path: '/import',
    title: 'app.import.title',
    load: () => import('./import-page.tsx').then((m) => m.ImportPage),
    nav: {
      group: 'mine',
      order: 60,
      icon: IconFileImport,
      may: ['report.save', 'import.values', 'import.targets', 'import.indicators', 'import.units'],
    },
  },
]
