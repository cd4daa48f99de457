import { Button } from '@mantine/core'
import { IconBinaryTree, IconLayoutGrid, IconPencil, IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { type Directive, getDirective } from '../../api/register.ts'
import { typeName } from '../../rules/types.ts'
import { DirectiveDuties } from '../duties/directive-duties.tsx'
import { DirectiveFacts } from './directive-facts.tsx'
import { DirectiveFiles } from './directive-files.tsx'
import { keepPlace } from './directive-link.tsx'
import { DirectiveLinks } from './directive-links.tsx'
import classes from './register.module.css'

/** One directive: what it says, its files, what it is linked with, and what it asks of whom. */
export function DirectivePage() {
  const { t, lang, day } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: read, error, refetch } = useRead(getDirective, { id })
  const directive = read?.id === id ? read : undefined
  return (
    <>
      <PageHead
        title={directive?.number ?? t('app.register.one')}
        facts={
          directive && (
            <>
              <span>{typeName(directive.type, lang)}</span>
              <span>{directive.issuer}</span>
              <span>{day(directive.issuedOn)}</span>
            </>
          )
        }
        actions={directive && <Actions directive={directive} />}
      />
      <div className={classes.page}>
        {error && !directive && <ErrorNote problem={error} retry={refetch} />}
        {!directive && !error && <LoadingBars rows={8} />}
        {directive && (
          <>
            <DirectiveFacts directive={directive} />
            <DirectiveDuties directive={directive} />
            <DirectiveLinks links={directive.links} />
            <DirectiveFiles files={directive.files} />
          </>
        )}
      </div>
    </>
  )
}

function Actions({ directive: { id, may, duties } }: { directive: Directive }) {
  const { t } = useWords()
  return (
    <>
      <Go to="/directives/$id/cascade" id={id} icon={<IconBinaryTree size={16} aria-hidden />}>
        {t('app.register.toCascade')}
      </Go>
      {duties && (
        <Button
          component={Link}
          variant="default"
          leftSection={<IconLayoutGrid size={16} aria-hidden />}
          {...({ to: '/coverage', search: withDirective(id) } as object)}
        >
          {t('app.register.toCoverage')}
        </Button>
      )}
      {may.includes('change') && (
        <Go to="/directives/$id/edit" id={id} icon={<IconPencil size={16} aria-hidden />}>
          {t('app.register.edit')}
        </Go>
      )}
      {may.includes('issue') && (
        <Go isFirst to="/directives/$id/issue" id={id} icon={<IconPlus size={16} aria-hidden />}>
          {t('app.issue.title')}
        </Go>
      )}
    </>
  )
}

type Way = { to: string; id: string; icon: ReactNode; isFirst?: boolean; children: ReactNode }

const Go = ({ to, id, icon, isFirst = false, children }: Way) => (
  <Button
    component={Link}
    variant={isFirst ? 'filled' : 'default'}
    leftSection={icon}
    {...({ to, params: { id }, search: keepPlace } as object)}
  >
    {children}
  </Button>
)

const withDirective = (directive: string) => (old: object) => ({ ...keepPlace(old), directive })
