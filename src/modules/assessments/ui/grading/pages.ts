import { IconMedal } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const gradingPages: Page[] = [
  {
    path: '/gradings',
    title: 'app.gradings.title',
    load: () => import('./list/gradings-page.tsx').then((m) => m.GradingsPage),
    nav: { group: 'judge', order: 50, icon: IconMedal, may: 'grade.read' },
  },
  {
    path: '/gradings/new',
    title: 'app.gradings.open',
    load: () => import('./list/open-page.tsx').then((m) => m.OpenGradingPage),
  },
  {
    path: '/gradings/$grading/subjects/$subject',
    title: 'app.gradeSheet.title',
    load: () => import('./sheet/sheet-page.tsx').then((m) => m.GradeSheetPage),
  },
  {
    path: '/gradings/$grading',
    title: 'app.gradings.one',
    load: () => import('./one/grading-page.tsx').then((m) => m.GradingPage),
  },
]
