import { listFormNames, loadIndicators } from '#modules/indicators/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, read } from '#platform/http/endpoint.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import * as api from '../api/lineage.ts'
import { refuseUnlessReadable } from '../attainment/may-read.ts'
import { unitMeant } from '../figures.ts'
import { figureLineage } from '../index.ts'

export const lineageEndpoint: Endpoint = read(api.getLineage, {
  access: 'anyone',
  async handle({ db, input, actor, today, lang }) {
    const unit = input.unit ?? (await unitMeant(db, input.period))
    await refuseUnlessReadable(db, actor, { ...input, unit }, today)
    const tree = await figureLineage(db, { ...input, unit, today })
    return { ...tree, ...(await namesIn(db, tree, lang)) }
  },
})

/** The indicators and forms that occur in a lineage, by name. */
async function namesIn(db: Db, tree: api.LineageNode, lang: Lang) {
  const parts = [...walk(tree)]
  const defined = await loadIndicators(db)
  const forms = parts.flatMap((part) => ('report' in part && part.report ? [part.report.form] : []))
  const inLanguage = ({ name, nameEn }: { name: string; nameEn: string | null }) =>
    lang === 'en' ? (nameEn ?? name) : name
  const codes = new Set(parts.map(({ indicator }) => indicator))
  return {
    indicators: [...codes].flatMap((code) => {
      const indicator = defined.get(code)
      if (!indicator) return []
      const { unitOfMeasure, acrossUnits, acrossTime, formula } = indicator
      const name = inLanguage(indicator)
      return [{ code, name, unitOfMeasure, acrossUnits, acrossTime, isDerived: formula !== null }]
    }),
    forms: (await listFormNames(db, [...new Set(forms)])).map((form) => ({
      code: form.code,
      name: inLanguage(form),
    })),
  }
}

function* walk(node: api.LineageNode | api.LineageLeaf): Generator<api.LineageNode | api.LineageLeaf> {
  yield node
  if ('parts' in node) for (const part of node.parts) yield* walk(part)
}
