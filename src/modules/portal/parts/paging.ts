import { html } from 'hono/html'
import { type Here, pathTo } from '../paths.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

/** Links to the pages of a long table: first, last and the ones around; nothing for a single page. */
export function paging(w: Words, here: Here, at: number, pages: number, anchor: string): Html {
  if (pages < 2) return html``
  const shown = [...new Set([1, at - 2, at - 1, at, at + 1, at + 2, pages])].filter(
    (n) => n >= 1 && n <= pages,
  )
  const links = shown.map((n, i) => {
    const gap = i > 0 && n - shown[i - 1]! > 1 ? html`<span aria-hidden="true">…</span>` : ''
    const current = n === at ? html` aria-current="page"` : ''
    return html`${gap}<a href="${pathTo({ ...here, at: n }, anchor)}"${current}>${n}</a>`
  })
  return html`<nav class="pages" aria-label="${w.t('portal.pages')}">${links}</nav>`
}
