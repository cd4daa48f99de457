import { type DirectiveRow, searchDirectives } from '#modules/directives/index.ts'
import { readNumber } from '#modules/directives/rules/number.ts'
import type { Db } from '#platform/db/db.ts'
import type { Found } from './api.ts'
import type { Graded } from './find-units.ts'
import { findable, GRADES, gradeOf, type Query } from './rules/match.ts'

/** The register finds them; how well the number and the excerpt answer says where they stand among other answers. */
export async function findDirectives(db: Db, text: string, query: Query, limit: number): Promise<Graded[]> {
  const rows = await searchDirectives(db, text, limit)
  const read = readNumber(text)
  const meant = read.ok ? read.normalised : null
  return rows.map((row) => ({
    grade: row.number === meant ? GRADES.code : gradeRow(row, query),
    found: tell(row),
  }))
}

/** What has the words in its files alone stands last. */
const gradeRow = ({ number, excerpt, issuer }: DirectiveRow, query: Query): number =>
  Math.min(
    ...[excerpt, `${number} ${excerpt} ${issuer}`].map(
      (text) => gradeOf(findable(text, number), query) ?? GRADES.part,
    ),
  )

const tell = ({ id, number, excerpt, issuer }: DirectiveRow): Found => ({
  kind: 'directive',
  code: String(id),
  name: `${number}: ${excerpt}`,
  about: number,
  within: issuer,
  programme: null,
  until: null,
  nowCalled: null,
})
