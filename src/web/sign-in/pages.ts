import type { Page } from '#web/kit/page.ts'

export const ownPages: Page[] = [
  { path: '/me', title: 'app.me.title', load: () => import('./me/me-page.tsx').then((m) => m.MePage) },
]
