import { IconBook2 } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const registerPages: Page[] = [
  {
    path: '/directives',
    title: 'app.register.title',
    load: () => import('./register-page.tsx').then((m) => m.RegisterPage),
    nav: { group: 'steer', order: 10, icon: IconBook2 },
  },
  {
    path: '/directives/new',
    title: 'app.register.new',
    load: () => import('./new-page.tsx').then((m) => m.NewPage),
  },
  {
    path: '/directives/$id',
    title: 'app.register.one',
    load: () => import('./directive-page.tsx').then((m) => m.DirectivePage),
  },
  {
    path: '/directives/$id/edit',
    title: 'app.register.edit',
    load: () => import('./edit-page.tsx').then((m) => m.EditPage),
  },
]
