import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { Page } from '#web/kit/page.ts'
import { readSelection } from '#web/kit/selection.ts'
import { moreTexts } from '#web/kit/words.tsx'
import { NotFound, PageFailed } from './failures.tsx'
import { Frame } from './frame.tsx'
import { pages } from './pages.ts'

const root = createRootRoute({
  component: Frame,
  validateSearch: readSelection,
  notFoundComponent: NotFound,
  errorComponent: PageFailed,
})

/** Every page's component travels when its page is first opened. */
const routes = pages.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(() => loadPage(page), 'Page'),
  }),
)

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/app',
  defaultErrorComponent: PageFailed,
  defaultPendingMs: 300,
  scrollRestoration: false,
})

/** A page and its words; the first page's are there from the start. */
async function loadPage({ path, load }: Page) {
  const [Page] = await Promise.all([load(), path === '/' || moreTexts()])
  return { Page }
}
