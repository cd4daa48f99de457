import { Link } from '@tanstack/react-router'
import { useWords } from '#web/kit/words.tsx'
import type { PersonLine, Post } from '../../api/people.ts'
import { linkTo } from './keep-place.ts'
import classes from './posts.module.css'

/** People with the posts that they hold on the day. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
  const { t } = useWords()
  return (
    <table className={`tbl ${classes.people}`} aria-label={t('app.posts.title')}>
      <thead>
        <tr>
          <th scope="col">{t('app.posts.name')}</th>
          <th scope="col">{t('app.posts.code')}</th>
          <th scope="col">{t('app.posts.post')}</th>
          <th scope="col">{t('app.posts.group')}</th>
          <th scope="col">{t('app.posts.since')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ person: { id, name, code, isMasked, posts } }: { person: PersonLine }) {
  const { t, day } = useWords()
  const each = (tell: (post: Post) => string) => posts.map((post) => <div key={post.id}>{tell(post)}</div>)
  return (
    <tr>
      <th scope="row">
        {isMasked ? name : <Link {...linkTo('/posts/$person', { person: id })}>{name}</Link>}
      </th>
      <td data-label={t('app.posts.code')}>{code ?? '–'}</td>
      <td data-label={t('app.posts.post')}>
        {posts.map((post) => (
          <div key={post.id}>
            {post.title}
            <small>
              {post.unit.name}
              {post.isHead && ` · ${t('app.posts.head')}`}
            </small>
          </div>
        ))}
      </td>
      <td data-label={t('app.posts.group')}>{each(({ group }) => group || '–')}</td>
      <td data-label={t('app.posts.since')}>{each(({ from }) => (from === null ? '…' : day(from)))}</td>
    </tr>
  )
}
