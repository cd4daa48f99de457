import type { House } from '#platform/db/house.ts'
import { type Check, type Verification, verify } from '#platform/verify.ts'
import type { Command, CommandContext } from './command.ts'

const MAX_TOLD = 20

/**
 * `songma verify`: recomputes what must hold, and names what does not.
 *
 * @param settle brings what is worked out along the way up to date first: what still waits could not be compared.
 */
export const verifyCommandFor = (
  checks: readonly Check[],
  settle: (house: House) => Promise<void>,
): Command => ({
  name: 'verify',
  usage: 'cli.verify',
  options: {},
  needs: 'database',
  async run(c) {
    await settle(c.house)
    const result = await verify(c.house, checks, (name) => c.progress(c.t('cli.verify.running', { name })))
    c.json(result)
    for (const check of result.checks) tell(c, check)
    c.out(c.t(result.ok ? 'cli.verify.ok' : 'cli.verify.different'))
    return result.ok ? 0 : 1
  },
})

function tell(
  { out, t }: CommandContext,
  { name, ok, checked, differences }: Verification['checks'][number],
) {
  out(t(ok ? 'cli.verify.good' : 'cli.verify.bad', { name, checked, differences: differences.length }))
  for (const difference of differences.slice(0, MAX_TOLD)) out(`  ${JSON.stringify(difference)}`)
}
