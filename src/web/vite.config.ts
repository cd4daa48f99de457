import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { messages } from './build/messages.ts'
import { serviceWorker } from './build/service-worker.ts'

const ROOT = join(import.meta.dirname, '../..')

const BASE =
  /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-)?(router|router-core|history|store|query|query-core)|idb|big\.js|intl-messageformat|@formatjs|use-sync-external-store)\/|src\/(kernel|web\/(sync|kit\/(?!confirm|day-field|edit-form|ordered-list|pick-list)[\w-]+\.tsx?))\b/

// biome-ignore lint/style/noDefaultExport: Vite reads it so
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  // Messages arrive read (build/messages.ts), so the reader stays at home
  resolve: {
    alias: {
      '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
      zod: join(import.meta.dirname, 'build/no-zod.js'),
    },
  },
  publicDir: join(import.meta.dirname, 'public'),
  plugins: [react(), messages(join(ROOT, 'src')), serviceWorker()],
  build: {
    outDir: join(ROOT, 'dist/app'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // the page's policy allows no data: fonts
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every screen needs travels in one piece: each request costs a phone more than its bytes
        codeSplitting: { groups: [{ name: 'base', test: BASE, priority: 10 }] },
      },
    },
  },
})
