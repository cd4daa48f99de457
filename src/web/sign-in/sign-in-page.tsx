import { useEffect, useState } from 'react'
import type { SessionAnswer } from '#platform/auth/api.ts'
import { useWords } from '#web/kit/words.tsx'
import { forgetActing } from '#web/sync/acting-for.ts'
import { around } from '#web/sync/call.ts'
import { NewPasswordStep } from './new-password-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { type Asked, SecondStep } from './second-step.tsx'
import classes from './sign-in.module.css'

type Step =
  | { at: 'password' }
  | { at: 'second'; asked: Asked }
  | { at: 'new-password'; username: string; present: string }

/** The door: password, then what else the account asks for, then a password of one's own. */
export function SignInPage({ onSignedIn }: { onSignedIn(username: string): void }) {
  const { t, lang, speak } = useWords()
  const [step, setStep] = useState<Step>({ at: 'password' })
  useEffect(() => {
    around.actingFor = null
    forgetActing()
  }, [])
  const enter = (session: SessionAnswer, present = '') => {
    const { username, mustChangePassword } = session
    if (mustChangePassword) setStep({ at: 'new-password', username, present })
    else onSignedIn(username)
  }
  return (
    <div className={classes.ground}>
      <main className={classes.card}>
        <p className={classes.name} translate="no">
          Sông Mã
        </p>
        {step.at === 'password' && (
          <PasswordStep onEntered={enter} onAsked={(asked) => setStep({ at: 'second', asked })} />
        )}
        {step.at === 'second' && (
          <SecondStep
            asked={step.asked}
            onEntered={(session) => enter(session, step.asked.password)}
            onBack={() => setStep({ at: 'password' })}
          />
        )}
        {step.at === 'new-password' && (
          <NewPasswordStep present={step.present} onDone={() => onSignedIn(step.username)} />
        )}
      </main>
      <footer className={classes.foot}>
        <a href="/">{t('app.signIn.portal')}</a>
        <button
          type="button"
          lang={lang === 'vi' ? 'en' : 'vi'}
          onClick={() => speak(lang === 'vi' ? 'en' : 'vi')}
        >
          {lang === 'vi' ? 'English' : 'Tiếng Việt'}
        </button>
      </footer>
    </div>
  )
}
