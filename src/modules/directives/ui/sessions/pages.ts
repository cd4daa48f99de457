import { IconSchool } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const sessionPages: Page[] = [
  {
    path: '/study-sessions',
    title: 'app.studySessions.title',
    load: () => import('./sessions-page.tsx').then((m) => m.SessionsPage),
    nav: { group: 'steer', order: 50, icon: IconSchool, may: 'duty.read' },
  },
  {
    path: '/study-sessions/sheet',
    title: 'app.studySheet.title',
    load: () => import('./sheet/sheet-page.tsx').then((m) => m.SheetPage),
  },
]
