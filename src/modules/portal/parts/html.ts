import type { html } from 'hono/html'

/** A piece of a page: what Hono's `html` tag makes, with everything inside it escaped. */
export type Html = ReturnType<typeof html>
