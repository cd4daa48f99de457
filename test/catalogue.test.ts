// Nothing is said to people that is not written in both languages, and nothing is written that is never said.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import { sql } from 'kysely'
import { catalogue, LANGS, type Lang } from '#platform/i18n/translate.ts'
import { endpoints, importFormats } from '../src/app.ts'
import { ROLES } from '../src/roles.ts'
import { scratchHouse } from './scratch.ts'
import { sources } from './sources.ts'

const src = sources('src/**/*.{ts,tsx}', 'demo/**/*.ts').filter(({ path }) => !path.endsWith('.test.ts'))
const literals = new Set(
  src.flatMap(({ code }) => [...code.matchAll(/['"`]([\w-]+(?:\.[\w-]+)*)['"`]/g)].map((m) => m[1]!)),
)
const permissions = new Set<string>(Object.values(ROLES).flat())

const has = (key: string) => LANGS.every((lang) => key in catalogue(lang))
const missing = (keys: Iterable<string>) => [...new Set(keys)].filter((key) => !has(key))

describe('every text', () => {
  test('stands in both languages', () => {
    const [vi, en] = LANGS.map((lang) => Object.keys(catalogue(lang)).sort())
    assert.deepEqual(vi, en)
    assert.ok(vi!.length > 50)
  })

  test('can be read as a message, and asks for the same values in both languages', () => {
    for (const key of Object.keys(catalogue('vi')))
      assert.deepEqual(valuesOf('vi', key), valuesOf('en', key), `${key} asks for different values`)
  })

  test('is composed (NFC), with tone marks where the old spelling puts them: hóa, thủy', () => {
    for (const lang of LANGS)
      for (const [key, text] of Object.entries(catalogue(lang))) {
        assert.equal(text, text.normalize('NFC'), `${lang} ${key}`)
        assert.doesNotMatch(text, /(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/iu, `${lang} ${key}`)
      }
  })
})

describe('there is a text for', () => {
  test('every problem', () => {
    assert.ok(problemCodes().length > 20)
    assert.deepEqual(missing(problemCodes()), [])
  })

  test('every fault of an input and of an imported row', () => {
    const codes = src.flatMap(({ code }) => [...code.matchAll(/\bcode: '(\w+\.\w+)'/g)].map((m) => m[1]!))
    assert.ok(codes.length > 20)
    assert.deepEqual(
      [...new Set(codes)].filter((code) => !has(`problem.${code}`) && !has(`import.${code}`)),
      [],
    )
    const own = src.flatMap(({ code }) =>
      [...code.matchAll(/\berror: '(\w+)'/g)].map((m) => `problem.input.${m[1]}`),
    )
    assert.deepEqual(missing(own), [])
  })

  test('every role and every permission', () => {
    assert.deepEqual(missing(Object.keys(ROLES).map((role) => `role.${role}`)), [])
    assert.deepEqual(missing([...permissions].map((permission) => `permission.${permission}`)), [])
  })

  test('whatever the workspace says', () => {
    const said = [...literals].filter((literal) => literal.startsWith('app.'))
    assert.ok(said.length > 50)
    assert.deepEqual(missing(said), [])
  })

  test('every endpoint, and each says something else', () => {
    const summaries = endpoints.map(({ contract }) => contract.summary)
    assert.deepEqual(missing(summaries), [])
    assert.equal(new Set(summaries).size, summaries.length)
  })
})

test('a permission that is asked for is held by some role, and one that a role holds is asked for', () => {
  const asked = [
    ...endpoints.flatMap(({ access }) => (typeof access === 'object' ? [access.may] : [])),
    ...importFormats.map(({ access }) => access.may),
    // Whoever gives a role is asked for the power over that very role
    ...Object.keys(ROLES).map((role) => `give.${role}` as const),
  ]
  assert.deepEqual(new Set(asked), permissions)
})

test('no text is left over', () => {
  const problems = new Set(problemCodes())
  const left = Object.keys(catalogue('vi')).filter(
    (key) => !problems.has(key) && !isSaid(key.replace(/\.about$/, '')),
  )
  assert.deepEqual(left, [])
})

/** Keys made of parts: `report.${code}` says all that begins so. One that could say a whole family says nothing. */
const patterns = src
  .flatMap(({ code }) => [...code.matchAll(/`([\w.-]*(?:\$\{[^{}]*\}[\w.-]*)+)`/g)].map((m) => m[1]!))
  .filter((template) => /^[a-z-]+\./.test(template) && !/^(problem|import|cli)\.\$\{[^}]*\}$/.test(template))
  .map((template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.-]+')}$`))

/** As it stands in the code, or without its family: `problem.`, `import.`, `cli.`. */
function isSaid(key: string): boolean {
  if (key.startsWith('problem.input.') || key.startsWith('status.')) return true
  const within = key.slice(key.indexOf('.') + 1)
  return [key, within].some((said) => literals.has(said) || patterns.some((pattern) => pattern.test(said)))
}

test('every foreign key has an index that begins with its columns', async () => {
  await using house = await scratchHouse()
  const { rows } = await sql<{ name: string }>`
    select c.conname as name from pg_constraint c
     where c.contype = 'f' and c.connamespace = 'public'::regnamespace
       and not exists (
         select from pg_index i
          where i.indrelid = c.conrelid
            -- Leaving out what names nothing costs no lookup: what is asked for is never null
            and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = (
              select '(' || a.attname || ' IS NOT NULL)' from pg_attribute a
               where a.attrelid = c.conrelid and array[a.attnum] = c.conkey))
            and (select array_agg(k order by k) from unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) k)
              = (select array_agg(k order by k) from unnest(c.conkey) k))`.execute(house.db)
  assert.deepEqual(rows, [])
})

/** The text's key of every problem that is declared anywhere. */
function problemCodes(): string[] {
  const tables = src.flatMap(({ code }) => [...code.matchAll(/defineProblems\(\s*'(\w+)',\s*\{([^}]*)\}/g)])
  return tables.flatMap(([, noun, table]) =>
    [...table!.matchAll(/(\w+):\s*\d{3}/g)].map(([, state]) => `problem.${noun}.${state}`),
  )
}

/** The names of the values that must be given. A choice or a plural is a matter of the language's own grammar. */
function valuesOf(lang: Lang, key: string): string[] {
  return [...new Set(namesIn(new IntlMessageFormat(catalogue(lang)[key]!, lang).getAst()))].sort()
}

type Elements = ReturnType<IntlMessageFormat['getAst']>
/** `{name}`, `{name, number}`, `{name, date}`, `{name, time}`; a literal is 0, a select 5, a tag 8. */
const VALUES = [1, 2, 3, 4]
const PLURAL = 6
const POUND = 7

function namesIn(elements: Elements): string[] {
  return elements.flatMap((element) => {
    const inner = 'options' in element ? Object.values(element.options).map((option) => option.value) : []
    const isTold = element.type === PLURAL && inner.flat().some(({ type }) => type === POUND)
    const own = 'value' in element && (isTold || VALUES.includes(element.type)) ? [element.value] : []
    return [...own, ...inner.flatMap(namesIn), ...('children' in element ? namesIn(element.children) : [])]
  })
}
