import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Writes `sw.js`: keeps every file of this build on the device, so that the workspace opens without a network. It never
 * keeps an answer of the API: what a person reads offline lies in their own store, and is wiped when they sign out.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'songma-service-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const source = readFileSync(join(import.meta.dirname, 'worker.js'), 'utf8')
      const files = Object.keys(bundle)
        .filter((name) => name !== 'index.html' && !name.endsWith('.map'))
        .sort()
        .map((name) => `/app/${name}`)
      const version = createHash('sha256').update(source).update(files.join()).digest('hex').slice(0, 12)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: source.replace('__VERSION__', version).replace("'__FILES__'", JSON.stringify(files)),
      })
    },
  }
}
