import { dayOf, isDay } from '#kernel/day.ts'
import { countUnits, getTree, type Tree, tellUnits } from '#modules/organisation/index.ts'
import { type Command, type CommandContext, UsageError } from './command.ts'

/** `songma units`: one day's tree, or how many units it has by level and kind. */
export const unitsCommand: Command = {
  name: 'units',
  usage: 'cli.units',
  options: { on: { type: 'string' }, hierarchy: { type: 'string' }, count: { type: 'boolean' } },
  needs: 'database',

  async run(c) {
    const { on = dayOf(c.now()), hierarchy = 'state', count } = c.options
    if (typeof on !== 'string' || !isDay(on)) throw new UsageError('units.noDay', { value: String(on) })

    const tree = await getTree(c.house.db, on, String(hierarchy))
    if (count) tellCounts(c, tree)
    else {
      c.json(await tellUnits(c.house.db, on, tree.hierarchy))
      tellTree(c, tree)
    }
    return 0
  },
}

function tellTree({ out, t }: CommandContext, tree: Tree): void {
  if (tree.units.size === 0) out(t('cli.units.none', { on: tree.on }))
  for (const id of tree.roots.flatMap((root) => tree.subtree(root))) {
    const { code, name, level } = tree.units.get(id)!
    out(`${'  '.repeat(level - 1)}${code} ${name}`)
  }
}

function tellCounts({ out, json, t }: CommandContext, tree: Tree): void {
  const counts = countUnits(tree)
  json(counts)
  out(t('cli.units.total', { on: counts.on, total: counts.total }))
  for (const [level, units] of Object.entries(counts.byLevel)) out(t('cli.units.level', { level, units }))
  for (const [kind, units] of Object.entries(counts.byKind)) out(t('cli.units.kind', { kind, units }))
}
