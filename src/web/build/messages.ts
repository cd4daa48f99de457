import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const NAME = 'virtual:messages/'
/** What the browser says by itself; every other sentence comes from the server, in the reader's language. */
const OURS = /^(app|role|permission)\./
/** What a page is called in the rail: `title` in its `pages.ts`. */
const PAGE = /^app\.\w+\.(title|manage|page)$/
/** Said by the frame (names of pages) and the first page. The rest travels with the page that says it, as `virtual:messages/vi-more`. */
const isFirst = (file: string, key: string) =>
  key.startsWith('role.') ||
  (key.startsWith('app.') && (/^(web|modules\/work)\//.test(file) || PAGE.test(key)))

/**
 * `virtual:messages/vi` holds the browser's texts of all `messages.vi.json` files: a sentence without values as it is,
 * one with values already read, so that no reader of ICU messages has to travel.
 */
export function messages(src: string): Plugin {
  return {
    name: 'songma-messages',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${NAME}`)) return null
      const [lang, more] = id.slice(NAME.length + 1).split('-')
      const files = globSync(`**/messages.${lang}.json`, { cwd: src }).sort()
      const texts = files.flatMap((file) => {
        this.addWatchFile(join(src, file))
        const all = JSON.parse(readFileSync(join(src, file), 'utf8')) as Record<string, string>
        return Object.entries(all).filter(([key]) => isFirst(file, key) !== (more === 'more'))
      })
      const told = texts
        .filter(([key]) => OURS.test(key))
        .map(([key, text]) => [key, /[{']/.test(text) ? read(key, text) : text])
      return `export const texts = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(told)))})`
    },
  }
}

function read(key: string, text: string) {
  try {
    return parse(text, { captureLocation: false })
  } catch (error) {
    throw new Error(`${key}: ${text}`, { cause: error })
  }
}
