import type { Db } from '#platform/db/db.ts'
import {
  type AuditEntry,
  type Endpoint,
  type Place,
  type Request,
  read,
  write,
} from '#platform/http/endpoint.ts'
import * as api from '../api/schemes.ts'
import { schemeDocument } from '../rules/scheme-document.ts'
import { type DraftRow, listDrafts } from '../store/drafts.ts'
import { findScheme, listVersions } from '../store/scheme-versions.ts'
import { dropDraft, etagOfDraft, getDraft, putInForce, saveDraft, startDraft } from './keep-drafts.ts'
import { SchemeProblem } from './problems.ts'
import { tellDraft, tellLine, tellSchemes, tellVersion } from './tell.ts'
import { tryDraft } from './try-draft.ts'

/** By what all are scored is changed by whoever holds that everywhere. */
const ACCESS = { may: 'scheme.change', at: async (): Promise<Place> => 'everywhere' } as const

/** @throws scheme.notFound */
async function getScheme(db: Db, code: string, version: number | undefined) {
  const found = await findScheme(db, code, version)
  if (!found) throw SchemeProblem.notFound({ code })
  return found
}

const readings: Endpoint[] = [
  read(api.listSchemes, {
    access: 'signed-in',
    async handle({ db, input: { after = '', limit } }) {
      const found = await tellSchemes(db, { after, limit: limit + 1 })
      const schemes = found.slice(0, limit)
      return { schemes, nextCursor: found.length > limit ? schemes.at(-1)!.code : null }
    },
  }),
  read(api.getScheme, {
    access: 'signed-in',
    async handle({ db, input: { code, version } }) {
      const found = await getScheme(db, code, version)
      const versions = await listVersions(db, [code])
      return { ...tellVersion(found), scheme: found.definition, versions: versions.map(tellVersion) }
    },
  }),
  read(api.exportScheme, {
    access: 'signed-in',
    async handle({ db, input: { code, version } }) {
      const found = await getScheme(db, code, version)
      const content = new TextEncoder().encode(schemeDocument(found.definition))
      return {
        name: `${code} v${version}.json`,
        mediaType: 'application/json',
        bytes: content.length,
        content,
      }
    },
  }),
]

/** The draft with its entity tag. */
function tell(db: Db, draft: DraftRow, c: Request<unknown>): Promise<api.SchemeDraft> {
  c.http.answer.etag = etagOfDraft(draft)
  return tellDraft(db, draft, c)
}

const entryOf = (code: string, details: object): AuditEntry => ({
  action: 'scheme.change',
  subject: `scheme:${code}`,
  details,
})
const writerOf = ({ actor, now, http }: Request<unknown>) => ({
  by: actor.name,
  at: now,
  ifMatch: http.header('if-match'),
})

const writing: Endpoint[] = [
  read(api.listDrafts, {
    access: ACCESS,
    handle: async ({ db }) => ({ drafts: (await listDrafts(db)).map(tellLine) }),
  }),
  read(api.getDraft, {
    access: ACCESS,
    handle: async (c) => tell(c.db, await getDraft(c.db, c.input.id), c),
  }),
  read(api.tryDraft, {
    access: ACCESS,
    async handle({ db, today, input: { id, ...asked } }) {
      return tryDraft(db, await getDraft(db, id), { ...asked, today })
    },
  }),
  write(api.startDraft, {
    access: ACCESS,
    idempotency: 'required',
    async handle(c) {
      const draft = await startDraft(c.tx, c.input.scheme, { by: c.actor.name, at: c.now })
      await c.audit(
        entryOf(draft.code, { draft: draft.id, base: draft.base, before: null, after: draft.scheme }),
      )
      return tell(c.tx, draft, c)
    },
  }),
  write(api.saveDraft, {
    access: ACCESS,
    idempotency: 'required',
    async handle(c) {
      const { before, after } = await saveDraft(c.tx, c.input.id, c.input.scheme, writerOf(c))
      await c.audit(entryOf(after.code, { draft: after.id, before: before.scheme, after: after.scheme }))
      return tell(c.tx, after, c)
    },
  }),
  write(api.dropDraft, {
    access: ACCESS,
    idempotency: 'required',
    async handle(c) {
      const draft = await dropDraft(c.tx, c.input.id)
      await c.audit(entryOf(draft.code, { draft: draft.id, before: draft.scheme, after: null }))
      return {}
    },
  }),
  write(api.putInForce, {
    access: ACCESS,
    idempotency: 'required',
    async handle(c) {
      const { draft, version, sha256 } = await putInForce(c.tx, c.input.id, writerOf(c))
      await c.audit(entryOf(draft.code, { draft: draft.id, base: draft.base, version, sha256 }))
      return { code: draft.code, version }
    },
  }),
]

/** Schemes: read by everybody, written and put in force by few. */
export const schemeEndpoints: Endpoint[] = [...readings, ...writing]
