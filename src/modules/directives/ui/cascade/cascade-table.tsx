import { useWords } from '#web/kit/words.tsx'
import type { Cascade } from '../../api/register.ts'
import { typeName } from '../../rules/types.ts'
import { DirectiveLink } from '../register/directive-link.tsx'
import classes from './cascade.module.css'

/** The same as the picture, in rows: level, number, type, issuer, day, and what each implements. */
export function CascadeTable({ nodes }: Pick<Cascade, 'nodes'>) {
  const { t, lang, day, number } = useWords()
  const numbers = new Map(nodes.map((node) => [node.id, node.number]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.cascade.table')}>
      <table className={`tbl ${classes.table}`}>
        <thead>
          <tr>
            {['level', 'number', 'type', 'issuer', 'issuedOn', 'parents'].map((name) => (
              <th key={name} scope="col">
                {t(`app.cascade.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id}>
              <td>{number(node.level)}</td>
              <th scope="row">
                <DirectiveLink directive={node} />
              </th>
              <td>{typeName(node.type, lang)}</td>
              <td>{node.issuer}</td>
              <td>{day(node.issuedOn)}</td>
              <td>{node.parents.map((id) => numbers.get(id) ?? '').join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
