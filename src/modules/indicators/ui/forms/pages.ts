import { IconTable } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const reportPages: Page[] = [
  {
    path: '/reports',
    title: 'app.forms.title',
    load: () => import('./forms-page.tsx').then((m) => m.FormsPage),
    nav: { group: 'mine', order: 2, icon: IconTable, key: 'b', may: 'report.read' },
  },
  {
    path: '/reports/$form',
    title: 'app.sheet.page',
    load: () => import('../sheet/sheet-page.tsx').then((m) => m.SheetPage),
  },
]
