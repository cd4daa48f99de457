import { IconMessageQuestion } from '@tabler/icons-react'
import type { Page } from '#web/kit/page.ts'

/** Surveys of rounds: written, given out, entered from paper, closed. */
export const surveyPages: Page[] = [
  {
    path: '/surveys',
    title: 'app.surveys.title',
    load: () => import('./surveys-page.tsx').then((m) => m.SurveysPage),
    nav: { group: 'judge', order: 40, icon: IconMessageQuestion, may: 'survey.read' },
  },
  {
    path: '/surveys/new',
    title: 'app.surveys.write',
    load: () => import('./edit/new-survey-page.tsx').then((m) => m.NewSurveyPage),
  },
  {
    path: '/surveys/$survey/edit',
    title: 'app.surveys.change',
    load: () => import('./edit/edit-survey-page.tsx').then((m) => m.EditSurveyPage),
  },
  {
    path: '/surveys/$survey/hand-out',
    title: 'app.surveys.handOut',
    load: () => import('./hand-out-page.tsx').then((m) => m.HandOutPage),
  },
  {
    path: '/surveys/$survey/units/$unit',
    title: 'app.surveys.ofUnit',
    load: () => import('./unit-page.tsx').then((m) => m.UnitPage),
  },
  {
    path: '/surveys/$survey',
    title: 'app.surveys.one',
    load: () => import('./survey-page.tsx').then((m) => m.SurveyPage),
  },
]
