// Builds the workspace into dist/app when what it is made of has changed; says on standard error that it does.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const ROOT = join(import.meta.dirname, '..')
const BUILT = join(ROOT, 'dist/app')
const STAMP = join(ROOT, 'dist/app.sha256')
const MADE_OF = [
  'package-lock.json',
  'scripts/build-web.ts',
  'src/web/**/*.*',
  'src/modules/*/ui/**/*.*',
  'src/modules/*/{api,rules,schema}.ts',
  'src/modules/*/{api,rules}/**/*.ts',
  'src/platform/*/api.ts',
  'src/kernel/*.ts',
  'src/**/messages.*.json',
]

const digest = digestOf(globSync(MADE_OF, { cwd: ROOT }).sort())
if (digest !== stampOf()) {
  process.stderr.write('Đang dựng phần làm việc · Building the workspace…\n')
  const program = join(ROOT, 'node_modules/.bin/vite')
  const vite = spawnSync(program, ['build', '--logLevel', 'error', 'src/web'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 'inherit'],
  })
  if (vite.status !== 0) process.exit(vite.status ?? 1)
  for (const path of globSync('**/*.{js,css,svg,webmanifest}', { cwd: BUILT })) compress(join(BUILT, path))
  writeFileSync(STAMP, digest)
}

/** Beside the file, once and as small as it gets, so that no request waits for it. */
function compress(path: string): void {
  const bytes = readFileSync(path)
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${path}.br`, brotliCompressSync(bytes))
}

function digestOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

function stampOf(): string {
  try {
    readFileSync(join(BUILT, 'index.html'))
    return readFileSync(STAMP, 'utf8')
  } catch {
    return ''
  }
}
