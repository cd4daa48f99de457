// The rules of the house that a reviewer should never have to repeat.

import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { describe, test } from 'node:test'
import { importsOf, type Source, sources, tablesNamed } from './sources.ts'

/** Which module may lean on which (`docs/ARCHITECTURE.md`). Reading order is dependency order: nothing points back. */
const MAY_USE: Record<string, string[]> = {
  organisation: [],
  indicators: ['organisation'],
  programmes: ['organisation', 'indicators'],
  directives: ['organisation', 'indicators', 'programmes'],
  assessments: ['organisation', 'indicators', 'programmes', 'directives'],
  inspections: ['organisation', 'programmes', 'directives'],
  outreach: ['organisation', 'indicators', 'programmes', 'directives'],
  portal: ['organisation', 'indicators', 'programmes', 'assessments'],
  search: ['organisation', 'indicators', 'programmes', 'directives'],
  work: ['organisation', 'indicators', 'programmes', 'directives', 'assessments'],
}
/** Files of a module that others may import. Everything else is private. */
const PUBLIC = /^src\/modules\/[^/]+\/((schema|rules|api|index)\.ts|(rules|api)\/[^/]+\.ts)$/
/** Takes every module's endpoints, checks and pages, whose files are nobody else's business. */
const COMPOSITION = 'src/app.ts'
/** Measures against raw SQL on the very tables. */
const BENCH = 'src/cli/bench/'
/** Files that run in the browser as well, so they may do nothing but compute. */
const PURE =
  /^src\/(kernel\/[^/]+|modules\/[^/]+\/((schema|rules|api)|(rules|api)\/[^/]+)|platform\/[^/]+\/api)\.ts$/
const PURE_PACKAGES = new Set(['zod', 'big.js'])
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/
const MAX_LINES = 300

const all = sources('src/**/*.{ts,tsx}', 'test/**/*.ts', 'demo/**/*.ts', 'scripts/**/*.{ts,mjs}')
const isTest = ({ path }: Source) => path.endsWith('.test.ts')
/** What runs in the browser: the workspace's own folders, and the screens of each module. */
const BROWSER = /^src\/(web|modules\/[^/]+\/ui)\//
const ours = all.filter((source) => source.path.startsWith('src/') && !isTest(source))
const src = ours.filter(({ path }) => !BROWSER.test(path))
const browser = ours.filter(({ path }) => BROWSER.test(path) && !path.startsWith('src/web/build/'))

const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
/** `kernel`, `platform`, `modules`, or `app`: main.ts, app.ts, roles.ts, cli/. */
const layerOf = (path: string) => /^src\/(kernel|platform|modules)\//.exec(path)?.[1] ?? 'app'
const LAYERS = ['kernel', 'platform', 'modules', 'app']
const isOurs = (target: string) => target.startsWith('src/')

function forbid(found: string[]) {
  assert.deepEqual(found, [])
}

describe('imports', () => {
  test('are seen in every form that there is', () => {
    const code = `
      export const before = 1
      import { a } from './a.ts'
      import type { B } from '#kernel/b.ts'
      export * from "./c.ts"
      import './d.ts'
      const e = await import('./e.ts')
      new Worker(new URL('./f.ts', import.meta.url))
      import g from 'zod'`
    assert.deepEqual(
      importsOf('src/x/y.ts', code).map(({ target, types }) => target + (types ? ' (types)' : '')),
      [
        'src/x/a.ts',
        'src/kernel/b.ts (types)',
        'src/x/c.ts',
        'zod',
        'src/x/d.ts',
        'src/x/e.ts',
        'src/x/f.ts',
      ],
    )
  })

  test('point from app to modules to platform to kernel, never back', () => {
    forbid(
      src.flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => isOurs(target))
          .filter(({ target }) => LAYERS.indexOf(layerOf(target)) > LAYERS.indexOf(layerOf(path)))
          .map(({ target }) => `${path} may not use ${target}`),
      ),
    )
  })

  test('of another module go to its public files, and only where it may be used', () => {
    const strangers = src.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => moduleOf(target) && moduleOf(target) !== moduleOf(path))
        .map((i) => ({ path, ...i })),
    )
    forbid(
      strangers
        .filter(({ path, target }) => path !== COMPOSITION && !PUBLIC.test(target))
        .map(({ path, target }) => `${path} reaches into ${target}`),
    )
    forbid(
      strangers
        .filter(
          ({ path, target }) => moduleOf(path) && !MAY_USE[moduleOf(path)!]?.includes(moduleOf(target)!),
        )
        .map(({ path, target }) => `${path} may not use ${target}`),
    )
  })

  test('name the file they want, but for the migrations that are gathered', () => {
    const unreadable = src.filter(({ code }) => /\bimport\s*\(\s*[^'"`\s]/.test(code)).map(({ path }) => path)
    assert.deepEqual(unreadable, ['src/platform/db/migrate.ts'])
  })

  test('do not go in circles', () => {
    const graph = new Map(
      src.map(({ path, imports }) => [path, imports.filter((i) => !i.types).map((i) => i.target)]),
    )
    const done = new Set<string>()
    const visit = (path: string, way: string[]): string[] => {
      if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path].join(' > ')]
      if (done.has(path)) return []
      const circles = (graph.get(path) ?? []).flatMap((target) => visit(target, [...way, path]))
      done.add(path)
      return circles
    }
    forbid([...graph.keys()].flatMap((path) => visit(path, [])))
  })
})

test('schemas, rules, contracts and the kernel only compute: no platform, no Node, no clock, no chance', () => {
  const pure = src.filter(({ path }) => PURE.test(path))
  assert.ok(pure.length > 10)
  for (const { path, imports, code } of pure) {
    for (const { target, types } of imports) {
      const allowed = isOurs(target) ? types || PURE.test(target) : types || PURE_PACKAGES.has(target)
      assert.ok(allowed, `${path} may not use ${target}`)
    }
    assert.doesNotMatch(
      code,
      /new Date\(\)|Date\.now|Math\.random|randomUUID|\bprocess\.|\bfetch\(|setTimeout/,
      path,
    )
  }
})

describe('the workspace', () => {
  const SHARED = /^src\/web\/(kit|sync)\//
  const SHELL = /^src\/web\/(?!kit\/|sync\/)/
  const isCode = (target: string) => isOurs(target) && /\.tsx?$/.test(target)

  test('is nothing that the server leans on', () => {
    forbid(
      src.flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => BROWSER.test(target))
          .map(({ target }) => `${path} may not use ${target}`),
      ),
    )
  })

  test('takes from the server what only computes: schemas, rules, contracts, the kernel', () => {
    assert.ok(browser.length > 30)
    forbid(
      browser.flatMap(({ path, imports }) =>
        imports
          .filter(
            ({ target, types }) => isCode(target) && !types && !BROWSER.test(target) && !PURE.test(target),
          )
          .map(({ target }) => `${path} may not use ${target}`),
      ),
    )
  })

  test('is shared parts, then screens of modules, then the shell, never back', () => {
    forbid(
      browser.flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => isCode(target) && BROWSER.test(target))
          .filter(({ target }) =>
            SHARED.test(path) ? !SHARED.test(target) : !SHELL.test(path) && SHELL.test(target),
          )
          .map(({ target }) => `${path} may not use ${target}`),
      ),
    )
  })
})

describe('a table', () => {
  /** `modules/organisation`, `platform/audit`. */
  const ownerOf = (path: string) => /^src\/(modules\/[^/]+|platform\/[^/]+)\//.exec(path)?.[1] ?? 'app'
  const owners = new Map<string, { owner: string; isView: boolean }>()
  for (const { path, code } of src)
    for (const [, kind, name] of code.matchAll(
      /create (?:temp |unlogged )?(table|view) (?:if not exists )?(\w+)/g,
    ))
      owners.set(name!, { owner: ownerOf(path), isView: kind === 'view' })

  test('is named in raw SQL as in built queries', () => {
    const code = `db.selectFrom(['units as u', 'grants']).innerJoin('accounts as a', 'a.id', 'b.id')
      sql\`insert into targets select from unit_tree t, unit_lives as l left join forms on true; update imports set\``
    const named = new Set(tablesNamed(code))
    for (const table of [
      'units',
      'grants',
      'accounts',
      'targets',
      'unit_tree',
      'unit_lives',
      'forms',
      'imports',
    ])
      assert.ok(named.has(table), table)
  })

  test('is named only by the folder whose migration creates it; a view by whoever may use that module', () => {
    assert.ok(owners.size > 20)
    const mayRead = (path: string, owner: string) =>
      owner === ownerOf(path) || MAY_USE[moduleOf(path) ?? '']?.includes(owner.replace('modules/', ''))
    forbid(
      src.flatMap(({ path, code }) =>
        [...new Set(tablesNamed(code))].flatMap((name) => {
          const table = owners.get(name)
          if (!table || path.startsWith(BENCH)) return []
          const allowed = table.isView ? mayRead(path, table.owner) : table.owner === ownerOf(path)
          return allowed ? [] : [`${path} touches ${name}`]
        }),
      ),
    )
  })
})

test('a module writes its SQL in its store', () => {
  const isStore = (path: string) => /^src\/modules\/[^/]+\/(store\.ts$|store\/|migrations\/)/.test(path)
  const hasSql = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/
  forbid(
    src
      .filter(({ path, code }) => moduleOf(path) && !isStore(path) && hasSql.test(code))
      .map(({ path }) => path),
  )
})

test('files and folders are called in kebab-case', () => {
  const paths = all.flatMap(({ path }) =>
    path
      .split('/')
      .filter((part) => !NAME.test(part))
      .map(() => path),
  )
  forbid([...new Set(paths)])
})

test(`no file is longer than ${MAX_LINES} lines`, () => {
  forbid(all.filter(({ lines }) => lines > MAX_LINES).map(({ path, lines }) => `${path}: ${lines}`))
})

test('no drawer for everything', () => {
  forbid(
    all.map(({ path }) => path).filter((path) => /^(utils?|helpers?|common|misc)\.ts$/.test(basename(path))),
  )
})
