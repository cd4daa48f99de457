import type { Page } from '#web/kit/page.ts'

export const cascadePages: Page[] = [
  {
    path: '/directives/$id/cascade',
    title: 'app.cascade.title',
    load: () => import('./cascade-page.tsx').then((m) => m.CascadePage),
  },
]
