import { IconClipboardSearch } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const inspectionPages: Page[] = [
  {
    path: '/inspections',
    title: 'app.inspections.title',
    load: () => import('./list/inspections-page.tsx').then((m) => m.InspectionsPage),
    nav: { group: 'steer', order: 60, icon: IconClipboardSearch, may: 'inspection.read' },
  },
  {
    path: '/inspections/new',
    title: 'app.inspection.plan',
    load: () => import('./plan/new-page.tsx').then((m) => m.NewInspectionPage),
  },
  {
    path: '/inspections/$id',
    title: 'app.inspection.title',
    load: () => import('./plan/inspection-page.tsx').then((m) => m.InspectionPage),
  },
  {
    path: '/visits/$id',
    title: 'app.visit.title',
    load: () => import('./visit/visit-page.tsx').then((m) => m.VisitPage),
  },
]
