// A schema that contains itself (a rule made of rules) comes with definitions of its own, which its references look for at
// the top of the document. There they are put, each once.

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same document part without `$defs`, and all that they held under the names by which it now refers to them. */
export function hoistDefinitions<T>(part: T): { part: T; schemas: Record<string, object> } {
  const nameOf = new Map<string, string>()
  const schemas: Record<string, object> = {}

  const walk = (node: unknown, names: ReadonlyMap<string, string>): unknown => {
    if (Array.isArray(node)) return node.map((member) => walk(member, names))
    if (!isObject(node)) return node
    const { $defs, ...rest } = node
    const known = isObject($defs) ? hoist($defs) : names
    return Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [
        key,
        key === '$ref' ? (known.get(String(value)) ?? value) : walk(value, known),
      ]),
    )
  }
  /** Definitions of the same text are one, whoever brings them. */
  const hoist = (definitions: Json): Map<string, string> => {
    const text = JSON.stringify(definitions)
    const known = new Map(
      Object.keys(definitions).map((key) => {
        const name = nameOf.getOrInsertComputed(`${key} ${text}`, () => `Shape${nameOf.size + 1}`)
        return [`#/$defs/${key}`, `#/components/schemas/${name}`]
      }),
    )
    for (const [key, definition] of Object.entries(definitions)) {
      const name = nameOf.get(`${key} ${text}`)!
      schemas[name] ??= walk(definition, known) as object
    }
    return known
  }
  return { part: walk(part, new Map()) as T, schemas }
}
