import { IconId } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const postPages: Page[] = [
  {
    path: '/posts',
    title: 'app.posts.title',
    load: () => import('./posts-page.tsx').then((m) => m.PostsPage),
    nav: { group: 'manage', order: 15, icon: IconId, may: 'person.read' },
  },
  {
    path: '/posts/$person',
    title: 'app.posts.one',
    load: () => import('./person-page.tsx').then((m) => m.PersonPage),
  },
]
