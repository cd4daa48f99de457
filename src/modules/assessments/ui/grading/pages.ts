import { IconCalendarStats, IconIdBadge2, IconMedal } from '@tabler/icons-react'
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
    path: '/grade-years',
    title: 'app.gradeYears.title',
    load: () => import('./years/years-page.tsx').then((m) => m.YearsPage),
    nav: { group: 'judge', order: 55, icon: IconCalendarStats, may: 'grade.read' },
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
  {
    path: '/my-record',
    title: 'app.myRecord.title',
    load: () => import('./record/my-record-page.tsx').then((m) => m.MyRecordPage),
    nav: { group: 'judge', order: 60, icon: IconIdBadge2 },
  },
  {
    path: '/records/$person',
    title: 'app.record.title',
    load: () => import('./record/record-page.tsx').then((m) => m.RecordPage),
  },
]
