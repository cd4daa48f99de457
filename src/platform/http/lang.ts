import type { Context } from 'hono'
import { languageDetector } from 'hono/language'
import { LANGS, type Lang } from '#platform/i18n/translate.ts'

/** Finds the reader's language: `?lang=`, else Accept-Language, else Vietnamese. */
export const detectLang = languageDetector({
  supportedLanguages: [...LANGS],
  fallbackLanguage: LANGS[0],
  order: ['querystring', 'header'],
  caches: false,
})

/** What `detectLang` found. */
export const langOf = (c: Context): Lang => c.get('language') as Lang
