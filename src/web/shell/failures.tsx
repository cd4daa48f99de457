import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'

export function NotFound() {
  const { t } = useWords()
  return (
    <>
      <PageHead title={t('app.notFound.title')} />
      <EmptyNote>
        {t('app.notFound.text')} <Link to="/">{t('app.notFound.home')}</Link>
      </EmptyNote>
    </>
  )
}

/** A page that broke; the others go on. A part of the program that could not be fetched comes with a new visit. */
export function PageFailed({ error }: { error: unknown }) {
  const { t } = useWords()
  return <ErrorNote problem={error} safe={t('app.error.safe')} retry={() => location.reload()} />
}
