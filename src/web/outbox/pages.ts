import type { Page } from '#web/kit/page.ts'

export const outboxPages: Page[] = [
  {
    path: '/outbox',
    title: 'app.outbox.title',
    load: () => import('./outbox-page.tsx').then((m) => m.OutboxPage),
  },
]
