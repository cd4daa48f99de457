import { dayOf } from '#kernel/day.ts'
import { type Assessment, checkAssessment, keepAssessment, type Result } from '#modules/assessments/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { type Command, type CommandContext, UsageError } from '../command.ts'
import { required, text } from './asked.ts'

/** `songma assess SCHEME`: scores and ranks, and keeps the result; with `--check` compares it with the kept one. */
export const assessCommand: Command = {
  name: 'assess',
  usage: 'cli.assess',
  options: { period: { type: 'string' }, group: { type: 'string' }, check: { type: 'boolean' } },
  needs: 'database',
  async run(c) {
    const [scheme, ...more] = c.args
    if (!scheme || more.length > 0) throw new UsageError('assess.scheme')
    const asked = { scheme, period: required(c.options, 'period'), group: text(c.options, 'group') }
    if (c.options.check) return await check(c, asked)
    const at = c.now()
    const { assessment } = await c.house.transact(async (tx) => {
      const kept = await keepAssessment(tx, asked, { by: OPERATOR.name, at })
      if (kept.isNew) {
        const { version, period, group, sha256 } = kept.assessment
        const subject = `scheme:${scheme} ${period}`
        await writeAudit(tx, OPERATOR, at, {
          action: 'assessment.run',
          subject,
          details: { version, group, sha256 },
        })
      }
      return kept
    })
    c.json(assessment)
    tell(c, assessment)
    return 0
  },
}

async function check(
  c: CommandContext,
  asked: { scheme: string; period: string; group: string | undefined },
) {
  const { verdict, kept, now } = await checkAssessment(c.house.db, asked)
  c.json({ ...asked, ok: verdict === 'same', verdict, kept, now })
  c.out(c.t(`cli.assess.${verdict}`, { kept: kept?.slice(0, 12) ?? '–', now: now.slice(0, 12) }))
  return verdict === 'same' ? 0 : 1
}

function tell(c: CommandContext, { scheme, version, period, results, sha256 }: Assessment): void {
  c.out(c.t('cli.assess.head', { scheme, version, period, day: dayOf(c.now()) }))
  for (const result of results) c.out(line(c, result))
  c.out(`sha256 ${sha256}`)
}

function line(
  { t }: CommandContext,
  { rank, unitCode, indexPercent, points, max, class: label }: Result,
): string {
  const place = rank === null ? '–' : String(rank)
  const index = indexPercent === null ? t('cli.assess.open') : `${indexPercent} %`
  return `${place.padStart(5)}  ${unitCode.padEnd(12)}${index.padStart(16)}  ${points}/${max}  ${label ?? ''}`.trimEnd()
}
