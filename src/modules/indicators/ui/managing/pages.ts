import { IconForms, IconRulerMeasure } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const definitionPages: Page[] = [
  {
    path: '/indicators',
    title: 'app.indicators.title',
    load: () => import('./indicators-page.tsx').then((m) => m.IndicatorsPage),
    nav: { group: 'manage', order: 20, icon: IconRulerMeasure, may: 'definition.change' },
  },
  {
    path: '/forms',
    title: 'app.formDefinitions.title',
    load: () => import('./forms-page.tsx').then((m) => m.FormsPage),
    nav: { group: 'manage', order: 30, icon: IconForms, may: 'definition.change' },
  },
]
