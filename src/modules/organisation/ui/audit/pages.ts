import { IconHistory } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const auditPages: Page[] = [
  {
    path: '/audit',
    title: 'app.audit.title',
    load: () => import('./audit-page.tsx').then((m) => m.AuditPage),
    nav: { group: 'manage', order: 90, icon: IconHistory, may: 'audit.read' },
  },
]
