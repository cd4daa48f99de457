import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readSelection } from '#web/kit/selection.ts'
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
const routes = pages.map(({ path, load }) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(() => load().then((Page) => ({ Page })), 'Page'),
  }),
)

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/app',
  defaultErrorComponent: PageFailed,
  defaultPendingMs: 300,
  scrollRestoration: false,
})
