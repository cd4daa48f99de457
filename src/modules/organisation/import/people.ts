import { addDays, OPEN_END, OPEN_START } from '#kernel/day.ts'
import { findAccountIds } from '#platform/auth/contact.ts'
import { type CellVerdict, readCode, readOpenDay, readText } from '#platform/imports/cells.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
} from '#platform/imports/format.ts'
import { loadCodes, unitStateOn } from '../store/lookup.ts'
import {
  insertPerson,
  insertPost,
  listAccountOwners,
  listPeopleByCode,
  listPostsOf,
  type PersonRow,
  type PostRow,
  updatePerson,
  updatePost,
} from '../store/people.ts'

type Column = 'code' | 'name' | 'unit_code' | 'title' | 'group' | 'head' | 'from' | 'to' | 'account'
type FileRow = Omit<PostRow, 'id' | 'personId' | 'unitName'> & {
  row: number
  code: string
  name: string
  account: string
}

/** People and posts: one row for each post. A row for the same person, unit, title and first day changes that post. */
export const peopleFormat = importFormat<'code' | 'name' | 'unit_code' | 'title', Exclude<Column, 'code'>>({
  name: 'people',
  reads: 'table',
  required: ['code', 'name', 'unit_code', 'title'],
  optional: ['group', 'head', 'from', 'to', 'account'],
  numbers: [],
  order: 14,
  access: { may: 'person.change', at: 'somewhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<Column>): Promise<ImportCounts> {
  const mayChange = changer(ctx)
  const read = await reader(ctx, mayChange)
  const seen = { posts: new Map<string, number>(), names: new Map<string, FileRow>() }
  const counts = { created: 0, changed: 0, unchanged: 0 }
  for await (const batch of batches) {
    const rows: FileRow[] = []
    for (const { row, cells } of batch) {
      const one = await read(row, cells)
      if (one && isNew(ctx, seen, one)) rows.push(one)
    }
    await settle(ctx, rows, { counts, mayChange })
  }
  if (counts.created + counts.changed > 0)
    await ctx.audit({
      action: 'person.change',
      subject: `file:${ctx.sha256}`,
      details: { fileName: ctx.fileName, ...counts },
    })
  return counts
}

const keyOf = (post: Pick<PostRow, 'unitId' | 'title' | 'from'>) =>
  JSON.stringify([post.unitId, post.title, post.from])

function isNew(
  ctx: ImportContext,
  seen: { posts: Map<string, number>; names: Map<string, FileRow> },
  one: FileRow,
): boolean {
  const { row, code } = one
  const first = seen.posts.get(`${code} ${keyOf(one)}`)
  if (first !== undefined) ctx.reject({ row, field: 'code', code: 'people.repeated', details: { first } })
  const same = seen.names.get(code) ?? one
  const isOther = same.name !== one.name
  if (isOther)
    ctx.reject({ row, field: 'name', code: 'people.nameDiffers', details: { code, first: same.row } })
  if (first !== undefined || isOther) return false
  seen.posts.set(`${code} ${keyOf(one)}`, row)
  seen.names.set(code, same)
  return true
}

type MayChange = (unit: number) => Promise<boolean>
/** Asks once for each unit. */
function changer(ctx: ImportContext): MayChange {
  const known = new Map<number, Promise<boolean>>()
  return (unit) =>
    known.getOrInsertComputed(unit, () => ctx.actor.may(ctx.tx, 'person.change', { unit }, ctx.today))
}

/** Reads rows; what is wrong is told, and gives null. */
async function reader(ctx: ImportContext, mayChange: MayChange) {
  const codes = await loadCodes(ctx.tx)
  return async (row: number, cells: Readonly<Record<Column, string>>): Promise<FileRow | null> => {
    const faults: string[] = []
    const refuse = (field: Column, code: string, details: Record<string, unknown> = {}) => {
      faults.push(field)
      ctx.reject({ row, field, code, details })
    }
    const take = <T>(field: Column, verdict: CellVerdict<T>, otherwise: T): T => {
      if ('value' in verdict) return verdict.value
      refuse(field, verdict.code, verdict.details)
      return otherwise
    }
    const code = take('code', readCode(cells.code), '')
    const name = take('name', readText(cells.name, 200), '')
    const title = take('title', readText(cells.title, 200), '')
    const from = take('from', readOpenDay(cells.from, OPEN_START), OPEN_START)
    const to = take('to', readOpenDay(cells.to, OPEN_END), OPEN_END)
    if (to < from && from !== OPEN_START) refuse('to', 'people.daysReversed', { from, to })
    if (!/^[xX]?$/.test(cells.head)) refuse('head', 'people.head')
    const day = from === OPEN_START ? ctx.today : from
    const unitId = codes.find(cells.unit_code, { startsOn: addDays(day, -36_500), endsOn: day })
    if (unitId === undefined) refuse('unit_code', 'people.unitUnknown', { code: cells.unit_code, day })
    else if (!(await mayChange(unitId))) refuse('unit_code', 'people.unitOutside', { code: cells.unit_code })
    if (faults.length > 0 || unitId === undefined) return null
    return {
      row,
      code,
      name,
      title,
      group: cells.group.slice(0, 100),
      isHead: cells.head !== '',
      from,
      to,
      unitId,
      unitCode: cells.unit_code,
      account: cells.account,
    }
  }
}

type Known = { person: PersonRow; posts: Map<string, PostRow> }

async function settle(
  ctx: ImportContext,
  rows: readonly FileRow[],
  { counts, mayChange }: { counts: ImportCounts; mayChange: MayChange },
): Promise<void> {
  const known = await loadKnown(
    ctx,
    rows.map(({ code }) => code),
  )
  const named = rows.flatMap(({ account }) => (account === '' ? [] : [account]))
  const accounts = await findAccountIds(ctx.tx, named)
  const taken = await listAccountOwners(ctx.tx, [...accounts.values()])
  for (const row of rows) {
    // The latest post says where somebody is now; a row does not fetch them from where the sender may not reach
    const [latest] = known.get(row.code)?.posts.values() ?? []
    if (latest && !(await mayChange(latest.unitId))) {
      ctx.reject({ row: row.row, field: 'code', code: 'people.elsewhere', details: { code: row.code } })
      continue
    }
    const accountId = accountFor(ctx, row, accounts, taken)
    if (accountId !== undefined) counts[await keep(ctx, row, accountId, known)] += 1
  }
}

async function loadKnown(ctx: ImportContext, codes: readonly string[]): Promise<Map<string, Known>> {
  const people = await listPeopleByCode(ctx.tx, codes)
  const ids = [...people.values()].map(({ id }) => id)
  const posts = Map.groupBy(await listPostsOf(ctx.tx, ids), ({ personId }) => personId)
  return new Map(
    [...people].map(([code, person]) => [
      code,
      { person, posts: new Map((posts.get(person.id) ?? []).map((post) => [keyOf(post), post])) },
    ]),
  )
}

/** Null: no account; undefined: refused, and said why. */
function accountFor(
  ctx: ImportContext,
  { row, account, code }: FileRow,
  accounts: ReadonlyMap<string, number>,
  taken: Map<number, string>,
): number | null | undefined {
  if (account === '') return null
  const id = accounts.get(account)
  const owner = id === undefined ? undefined : (taken.get(id) ?? code)
  if (id !== undefined && owner === code) {
    taken.set(id, code)
    return id
  }
  const reason = id === undefined ? 'people.accountUnknown' : 'people.accountTaken'
  ctx.reject({ row, field: 'account', code: reason, details: { account } })
  return undefined
}

/** An empty account leaves the one that is known. */
async function keep(
  ctx: ImportContext,
  row: FileRow,
  accountId: number | null,
  known: Map<string, Known>,
): Promise<keyof ImportCounts> {
  const { code, name, unitId, unitCode, title, group, isHead, from, to } = row
  const { name: unitName } = await unitStateOn(ctx.tx, unitId, from)
  const post = { unitId, unitCode, unitName, title, group, isHead, from, to }
  const before = known.get(code)
  if (!before) {
    const personId = await insertPerson(
      ctx.tx,
      { code, name, accountId },
      { by: ctx.actor.name, at: ctx.now },
    )
    const id = await insertPost(ctx.tx, { personId, ...post })
    const person = { id: personId, code, name, accountId, revision: 1 }
    known.set(code, { person, posts: new Map([[keyOf(post), { id, personId, ...post }]]) })
    return 'created'
  }
  const { person, posts } = before
  const personal = { code, name, accountId: accountId ?? person.accountId }
  const isRenamed = person.name !== name || person.accountId !== personal.accountId
  if (isRenamed) await updatePerson(ctx.tx, person.id, personal)
  Object.assign(person, personal)
  const held = posts.get(keyOf(post))
  if (!held) {
    const id = await insertPost(ctx.tx, { personId: person.id, ...post })
    posts.set(keyOf(post), { id, personId: person.id, ...post })
    return 'created'
  }
  const isSame = held.group === group && held.isHead === isHead && held.to === to
  if (!isSame) await updatePost(ctx.tx, held, post)
  return isSame && !isRenamed ? 'unchanged' : 'changed'
}
