import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { ActingSection } from './acting-section.tsx'
import { CodeAppSection } from './code-app-section.tsx'
import classes from './me.module.css'
import { PasskeySection } from './passkey-section.tsx'
import { EmailSection, PasswordSection } from './password-section.tsx'
import { SessionSection } from './session-section.tsx'

/** A person's own account: how they sign in, where they are signed in, and who acts for whom. */
export function MePage() {
  const { t } = useWords()
  const { username, displayName, grants } = useMe()
  const held = grants.map(({ role, unit }) => `${t(`role.${role}`)}, ${unit ?? t('app.me.everywhere')}`)
  return (
    <>
      <PageHead
        title={displayName ?? username}
        facts={
          <>
            <span>{username}</span>
            {held.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </>
        }
      />
      <div className={classes.page}>
        <ActingSection />
        <SessionSection />
        <PasswordSection />
        <CodeAppSection />
        <PasskeySection />
        <EmailSection />
      </div>
    </>
  )
}
