import { IconListCheck } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const planPages: Page[] = [
  {
    path: '/plans',
    title: 'app.plans.title',
    load: () => import('./plans-page.tsx').then((m) => m.PlansPage),
    nav: { group: 'steer', order: 40, icon: IconListCheck, may: 'duty.read' },
  },
  {
    path: '/plans/new',
    title: 'app.plans.new',
    load: () => import('./draft/new-page.tsx').then((m) => m.NewPlanPage),
  },
  {
    path: '/plans/$id/edit',
    title: 'app.plans.edit',
    load: () => import('./draft/edit-page.tsx').then((m) => m.EditPlanPage),
  },
  {
    path: '/plans/$id',
    title: 'app.plans.one',
    load: () => import('./plan-page.tsx').then((m) => m.PlanPage),
  },
]
