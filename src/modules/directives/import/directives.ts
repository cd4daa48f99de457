import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
} from '#platform/imports/format.ts'
import { settleSteps } from '../duties/steps.ts'
import { foundBy } from '../register/draft.ts'
import { type Candidate, resolveLink } from '../rules/resolve-links.ts'
import type { LinkKind } from '../schema.ts'
import { insertDirectives, listAllByNumbers, listLinksOfAll } from '../store/directive-import.ts'
import { insertLinks, type Link } from '../store/directive-links.ts'
import { listDirectiveFiles } from '../store/directive-texts.ts'
import { type DirectiveRow, updateDirective } from '../store/directives.ts'
import { type DirectiveColumn, type FileRow, keyOf, OPTIONAL, REQUIRED, rowReader } from './directive-rows.ts'

/**
 * A register of directives (`design.md` §6). The same number of the same issuer and day again is the same directive; an
 * empty optional cell leaves what is known. What a row implements may stand later in the file.
 */
export const directivesFormat = importFormat<(typeof REQUIRED)[number], (typeof OPTIONAL)[number]>({
  name: 'directives',
  reads: 'table',
  required: REQUIRED,
  optional: OPTIONAL,
  numbers: [],
  order: 50,
  access: { may: 'import.directives', at: 'somewhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<DirectiveColumn>): Promise<ImportCounts> {
  const read = await rowReader(ctx)
  const all: FileRow[] = []
  for await (const batch of batches) for (const row of batch) all.push(...(await read(row)))
  const known = await loadKnown(ctx, all)
  const rows = refuseRepeated(ctx, nameAsKnown(all, known))
  const linked = refuseUnlinked(ctx, rows, known)
  const counts = await writeRows(ctx, linked, new Map(known.map((row) => [keyOf(row), row])))
  if (counts.created + counts.changed > 0)
    await ctx.audit({
      action: 'import.directives',
      subject: `file:${ctx.sha256}`,
      details: { fileName: ctx.fileName, ...counts },
    })
  return counts
}

const loadKnown = ({ tx }: ImportContext, rows: readonly FileRow[]): Promise<DirectiveRow[]> =>
  listAllByNumbers(tx, [
    ...new Set(rows.flatMap(({ draft, names }) => [draft.number, ...names.map(({ number }) => number)])),
  ])

/**
 * An issuer that the file does not name in full is the one known: of the same unit, or outside, where one alone has that
 * number and day.
 */
function nameAsKnown(rows: readonly FileRow[], known: readonly DirectiveRow[]): FileRow[] {
  const place = (d: Pick<DirectiveRow, 'number' | 'issuedOn' | 'issuerUnitId'>) =>
    `${d.number} ${d.issuedOn} ${d.issuerUnitId}`
  const there = Map.groupBy(known, place)
  return rows.map((row) => {
    const same = row.isSilent.issuer ? there.get(place(row.draft)) : undefined
    if (same?.length !== 1) return row
    const draft = { ...row.draft, issuer: same[0]!.issuer }
    return { ...row, draft, key: keyOf(draft) }
  })
}

function refuseRepeated(ctx: ImportContext, rows: readonly FileRow[]): FileRow[] {
  const seen = new Map<string, number>()
  return rows.filter(({ row, key }) => {
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row)
    else ctx.reject({ row, field: 'number', code: 'directives.repeated', details: { first } })
    return first === undefined
  })
}

type LinkedRow = FileRow & { links: { kind: LinkKind; key: string }[] }

/** A row that names what is nowhere is refused, and then so is whoever names it. */
function refuseUnlinked(
  ctx: ImportContext,
  rows: readonly FileRow[],
  known: readonly DirectiveRow[],
): LinkedRow[] {
  const there = new Map<string, Candidate>([
    ...known.map((row): [string, Candidate] => [keyOf(row), { ...row, key: keyOf(row) }]),
    ...rows.map(({ key, draft }): [string, Candidate] => [key, { ...draft, key }]),
  ])
  const byNumber = Map.groupBy(there.values(), ({ number }) => number)
  const linked: LinkedRow[] = []
  let refused = false
  for (const row of rows) {
    const links: LinkedRow['links'] = []
    const before = linked.length
    for (const { kind, number } of row.names) {
      const found = resolveLink({ key: row.key, issuedOn: row.draft.issuedOn }, number, byNumber)
      if ('key' in found) links.push({ kind, key: found.key })
      else
        ctx.reject({ row: row.row, field: kind, code: `directives.link.${found.fault}`, details: { number } })
    }
    if (links.length === row.names.length) linked.push({ ...row, links })
    refused ||= linked.length === before
  }
  return refused ? refuseUnlinked(ctx, linked, known) : linked
}

async function writeRows(
  ctx: ImportContext,
  rows: readonly LinkedRow[],
  known: ReadonlyMap<string, DirectiveRow>,
): Promise<ImportCounts> {
  const fresh = rows.filter(({ key }) => !known.has(key))
  const ids = new Map([...known].map(([key, { id }]) => [key, id]))
  const made = await insertDirectives(
    ctx.tx,
    fresh.map(({ draft }) => ({ ...draft, foundBy: foundBy(draft, []) })),
    { by: ctx.actor.name, at: ctx.now },
  )
  for (const [n, { key }] of fresh.entries()) ids.set(key, made[n]!)
  const changed = new Set<string>()
  for (const row of rows) {
    const before = known.get(row.key)
    if (before && (await change(ctx, before, row))) changed.add(row.key)
  }
  const keys = new Map(rows.map(({ key }) => [ids.get(key)!, key]))
  for (const fromId of await writeLinks(ctx, rows, ids)) {
    const key = keys.get(fromId)!
    if (known.has(key)) changed.add(key)
  }
  const unchanged = rows.length - fresh.length - changed.size
  return { created: fresh.length, changed: changed.size, unchanged }
}

/** Members whose cells are empty stay; whose register holds it stays too. */
async function change(
  ctx: ImportContext,
  before: DirectiveRow,
  { draft, isSilent }: FileRow,
): Promise<boolean> {
  const after = {
    ...draft,
    keeperUnitId: before.keeperUnitId,
    signer: isSilent.signer ? before.signer : draft.signer,
    validFrom: isSilent.validFrom ? before.validFrom : draft.validFrom,
    validTo: isSilent.validTo ? before.validTo : draft.validTo,
  }
  const told = ['type', 'excerpt', 'signer', 'validFrom', 'validTo'] as const
  if (told.every((member) => after[member] === before[member])) return false
  const texts = (await listDirectiveFiles(ctx.tx, before.id)).map(({ text }) => text ?? '')
  await updateDirective(ctx.tx, before.id, { ...after, foundBy: foundBy(after, texts) }, ctx.now)
  return true
}

/** Adds what is named and not linked yet; links made by hand stay. Answers who got a new one. */
async function writeLinks(
  ctx: ImportContext,
  rows: readonly LinkedRow[],
  ids: ReadonlyMap<string, number>,
): Promise<Set<number>> {
  const named = rows.flatMap(({ key, links, draft }) =>
    links.map((link) => ({
      fromId: ids.get(key)!,
      toId: ids.get(link.key)!,
      kind: link.kind,
      unit: draft.issuerUnitId,
    })),
  )
  const there = await listLinksOfAll(ctx.tx, [...new Set(named.map(({ fromId }) => fromId))])
  const text = ({ fromId, toId, kind }: Link) => `${fromId} ${toId} ${kind}`
  const had = new Set(there.map(text))
  const fresh = named.filter((link) => !had.has(text(link)))
  await insertLinks(ctx.tx, fresh)
  const planned = fresh.filter(({ kind, unit }) => kind === 'implements' && unit !== null)
  for (const [toId, list] of Map.groupBy(planned, (link) => link.toId))
    await settleSteps(ctx.tx, toId, [...new Set(list.map(({ unit }) => unit!))])
  return new Set(fresh.map(({ fromId }) => fromId))
}
