import { IconLayoutGrid } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const boardPages: Page[] = [
  {
    path: '/board',
    title: 'app.board.title',
    load: () => import('./board-page.tsx').then((m) => m.BoardPage),
    nav: { group: 'mine', order: 4, icon: IconLayoutGrid, may: 'report.read' },
  },
]
