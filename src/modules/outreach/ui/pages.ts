import { IconSpeakerphone } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

export const outreachPages: Page[] = [
  {
    path: '/outreach',
    title: 'app.outreach.title',
    load: () => import('./outreach-page.tsx').then((m) => m.OutreachPage),
    nav: { group: 'steer', order: 70, icon: IconSpeakerphone, may: 'outreach.read' },
  },
]
