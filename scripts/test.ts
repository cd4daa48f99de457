// `npm test`: checks first, then every test; says on standard error what it is doing. With --only-tests, or with names
// of test files, it leaves the checks out.

import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules/.bin')
const PATTERNS = ['src/**/*.test.ts', 'demo/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts']

const { values, positionals: chosen } = parseArgs({
  options: { 'only-tests': { type: 'boolean', default: false } },
  allowPositionals: true,
})
const onlyTests = values['only-tests'] || chosen.length > 0
/** Journeys in a browser start servers of their own, on the embedded engine whatever the others run on. */
const isJourney = (path: string) => path.startsWith('test/e2e/')
const all = globSync(PATTERNS, { cwd: ROOT }).sort()
const files =
  chosen.length > 0 ? chosen : all.filter((path) => !(process.env.DATABASE_URL && isJourney(path)))
const tests = ['--test', `--test-concurrency=${availableParallelism()}`, ...files]

const checks: readonly Step[] = [
  { says: 'Kiểm tra kiểu · Checking types', program: 'tsc', args: ['-p', 'tsconfig.test.json'] },
  {
    says: 'Kiểm tra kiểu của phần làm việc · Checking types of the workspace',
    program: 'tsc',
    args: ['-p', 'tsconfig.web.json'],
  },
  { says: 'Kiểm tra cách viết · Checking style', program: 'biome', args: ['check', '--error-on-warnings'] },
  { says: 'Tìm mã thừa · Looking for dead code', program: 'knip', args: ['--no-progress'] },
]
// Every test file is a process of its own: what one has read of the sources, the next need not read again
const env = { ...process.env, NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/node') }
const engine = process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite'
const run: Step = {
  says: `Chạy ${files.length} tệp kiểm thử (${engine}) · Running ${files.length} test files`,
  program: 'node',
  args: tests,
}

type Step = { says: string; program: string; args: readonly string[] }

const build: Step = {
  says: 'Dựng phần làm việc nếu cần · Building the workspace if needed',
  program: 'node',
  args: ['scripts/build-web.ts'],
}
for (const { says, program, args } of onlyTests ? [build, run] : [...checks, build, run]) {
  process.stderr.write(`${says}…\n`)
  const { status } = spawnSync(join(BIN, program), args, { cwd: ROOT, env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
