type Claimed = { claim: string; value: string }

/** The rules that hold for what is said of a person: a claim is the value, or a list that has it. */
export const rulesHolding = <R extends Claimed>(rules: readonly R[], claims: Record<string, unknown>): R[] =>
  rules.filter(({ claim, value }) => [claims[claim]].flat().some((said) => String(said) === value))
