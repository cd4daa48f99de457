// The frame of every page: brand and language, navigation, demo notice, year and borders, the page, the footer.

import { html } from 'hono/html'
import { inlineName } from '#modules/organisation/rules/names.ts'
import { LANGS, type Lang } from '#platform/i18n/translate.ts'
import { assetUrl } from '../assets.ts'
import {
  API_DESCRIPTION,
  figuresJson,
  type Here,
  homePath,
  pathTo,
  programmePath,
  rankingsPath,
} from '../paths.ts'
import type { Frame } from '../view.ts'
import { bordersText, contextRow } from './context.ts'
import { BRAND_MARK, RIDGES } from './drawings.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

export type Page = {
  title: string
  description: string
  content: Html
  /** The address to give for the other language; left out for pages that are not there. */
  alternate?: boolean
}

/** A whole document. Sent with `c.html(String(await page))`. */
export function layout(
  w: Words,
  frame: Frame,
  { title, description, content, alternate = true }: Page,
): Html {
  const { here } = frame
  const other: Here = { ...here, lang: w.lang === 'vi' ? 'en' : 'vi' }
  const otherPath = pathTo(alternate ? other : { lang: other.lang, page: { kind: 'home' } })
  return html`<!doctype html>
<html lang="${w.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Sông Mã</title>
<meta name="description" content="${description}">
<link rel="preload" href="${assetUrl('be-vietnam-pro-400.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assetUrl('portal.css')}">
<link rel="icon" href="${assetUrl('icon.svg')}" type="image/svg+xml">
${alternate ? html`<link rel="alternate" hreflang="${other.lang}" href="${otherPath}">` : ''}
</head>
<body>
<a class="skip" href="#noi-dung">${w.t('portal.skip')}</a>
<header>
<div class="wrap top">
<a class="brand" href="${homePath(here)}">${BRAND_MARK}<span><b>Sông Mã</b><span>${tagline(w, frame)}</span></span></a>
<nav class="lang" aria-label="${w.t('portal.languages')}">${LANGS.map((lang) => language(lang, w, otherPath))}</nav>
</div>
${navigation(w, frame)}
${frame.demo ? demoNotice(w) : ''}
</header>
<main class="wrap" id="noi-dung">
${contextRow(w, frame)}
${content}
</main>
${footer(w, frame)}
</body>
</html>`
}

/** "Kết quả chương trình của huyện Sông Mã, tỉnh Sơn La"; on phones only the names. */
function tagline(w: Words, { place }: Frame): Html {
  if (!place) return html`${w.t('portal.tagline.none')}`
  const names = [place.unit, ...place.above].map((unit) => inlineName(w.lang, unit)).join(', ')
  return html`<span class="wide-in">${w.t('portal.tagline')} </span>${names}`
}

const NAMES: Record<Lang, string> = { vi: 'Tiếng Việt', en: 'English' }

function language(lang: Lang, w: Words, otherPath: string): Html {
  const name = NAMES[lang]
  if (lang === w.lang) return html`<span lang="${lang}" aria-current="true">${name}</span>`
  return html`<a href="${otherPath}" lang="${lang}" hreflang="${lang}">${name}</a>`
}

function navigation(w: Words, { here, programmes, hasRankings }: Frame): Html {
  const items = programmes.map(({ slug, name }) => {
    const current = here.page.kind === 'programme' && here.page.slug === slug
    return html`<li><a href="${programmePath(here, slug)}"${current ? html` aria-current="page"` : ''}>${name}</a></li>`
  })
  const home = here.page.kind === 'home'
  return html`<nav class="nav" aria-label="${w.t('portal.navigation')}"><ul class="wrap">
<li><a href="${homePath(here)}"${home ? html` aria-current="page"` : ''}>${w.t('portal.home.nav')}</a></li>${items}${hasRankings ? rankings(w, here) : ''}
</ul></nav>`
}

function rankings(w: Words, here: Here): Html {
  const current = here.page.kind === 'rankings' || here.page.kind === 'ranking'
  return html`<li><a href="${rankingsPath(here)}"${current ? html` aria-current="page"` : ''}>${w.t('portal.rankings.nav')}</a></li>`
}

const demoNotice = (w: Words): Html => html`<details class="demo">
<summary class="wrap"><b>${w.t('portal.demo.data')}</b>, ${w.t('portal.demo.not-official')}</summary>
<div class="wrap"><p>${w.t('portal.demo.explained')}</p></div>
</details>`

function footer(w: Words, frame: Frame): Html {
  const { year, demo } = frame
  const figures =
    year === null
      ? ''
      : html`<li><a href="${figuresJson(year)}">${w.t('portal.footer.figures', { year: String(year) })}</a></li>`
  return html`<footer class="foot">${RIDGES}
<div class="in"><div class="wrap">
<div class="grid">
${frame.place ? html`<div><h2>${w.t('portal.footer.borders')}</h2><p>${bordersText(w, frame)}</p></div>` : ''}
<div><h2>${w.t('portal.footer.data')}</h2><ul>${figures}
<li><a href="${API_DESCRIPTION}">${w.t('portal.footer.api')}</a></li></ul></div>
</div>
<p class="end">${demo ? `${w.t('portal.demo.data')}. ` : ''}${w.t('portal.footer.software')}</p>
</div></div>
</footer>`
}
