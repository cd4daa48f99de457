import { useWords } from '#web/kit/words.tsx'
import { tellCriterion } from '../../rules/tell-rule.ts'
import type { Area, Criterion, Scheme } from '../../schema.ts'
import classes from './schemes.module.css'
import { useRuleWords } from './use-rule-words.ts'

/** Areas and criteria with their points and rules. On a phone each criterion is a block. */
export function SchemeTree({ scheme }: { scheme: Scheme }) {
  const { t } = useWords()
  return (
    <table className={`tbl ${classes.tree}`}>
      <thead>
        <tr>
          <th scope="col">{t('app.schemes.codeShort')}</th>
          <th scope="col">{t('app.schemes.criterion')}</th>
          <th scope="col">{t('app.schemes.maxShort')}</th>
          <th scope="col">{t('app.schemes.rule')}</th>
        </tr>
      </thead>
      {scheme.areas.map((area) => (
        <AreaRows key={area.code} area={area} />
      ))}
    </table>
  )
}

function AreaRows({ area }: { area: Area }) {
  const { t, number } = useWords()
  const verifier = [
    area.verifier && t('app.schemes.verifiedBy', { who: area.verifier }),
    area.field && t('app.schemes.inField', { field: area.field }),
  ].filter(Boolean)
  return (
    <tbody>
      <tr className={classes.area}>
        <th scope="row">{area.code}</th>
        <td>{area.name}</td>
        <td>{number(area.max)}</td>
        <td>{verifier.join(' · ')}</td>
      </tr>
      {area.criteria.map((criterion) => (
        <CriterionRow key={criterion.code} criterion={criterion} />
      ))}
    </tbody>
  )
}

function CriterionRow({ criterion }: { criterion: Criterion }) {
  const { t, number } = useWords()
  const words = useRuleWords()
  const { code, name, max, source, evidence, basis } = criterion
  const notes = [
    source && t('app.schemes.fedBy', { source: t(`app.schemes.source.${source.type}`) }),
    evidence && t('app.schemes.evidenceIs', { evidence }),
    basis && t('app.schemes.basisIs', { basis }),
  ].filter(Boolean)
  return (
    <tr>
      <th scope="row">{code}</th>
      <td>
        {name}
        {notes.map((note) => (
          <small key={note as string}>{note}</small>
        ))}
      </td>
      <td>{number(max)}</td>
      <td>
        <ul>
          {tellCriterion(criterion, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
