// The small safe language of derived indicators (`design.md` §6): `{code}`, numbers, + - * / ( ), min, max,
// round(x,n), orZero(x). Parsed once into a tree and evaluated on exact decimals; nothing is ever run as code.

import { Big, type Decimal, isDecimal, plain } from '#kernel/decimal.ts'

export type Formula =
  | { kind: 'number'; value: Decimal }
  | { kind: 'part'; code: string }
  | { kind: 'operation'; operator: '+' | '-' | '*' | '/'; left: Formula; right: Formula }
  | { kind: 'call'; name: FunctionName; args: Formula[] }

type FunctionName = 'min' | 'max' | 'round' | 'orZero'
const FUNCTIONS: Record<FunctionName, (args: number) => boolean> = {
  min: (n) => n >= 1,
  max: (n) => n >= 1,
  round: (n) => n === 2,
  orZero: (n) => n === 1,
}

/** Where a formula cannot be read: the position (from 0) and what stands there (`''` at the end). */
export type FormulaFault = { at: number; found: string }

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|\{([^{}\s]+)\}|([a-zA-Z]+)|([-+*/(),]))/y

/** Reads a formula, or says where it stops making sense. */
export function parseFormula(text: string): Formula | FormulaFault {
  try {
    return new Reader(text).whole()
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.fault
    throw fault
  }
}

export const isFault = (formula: Formula | FormulaFault): formula is FormulaFault => 'found' in formula

/** Codes of the indicators a formula is made of, each once, in order of appearance. */
export function partsOf(formula: Formula): string[] {
  if (formula.kind === 'number') return []
  if (formula.kind === 'part') return [formula.code]
  const inner = formula.kind === 'call' ? formula.args : [formula.left, formula.right]
  return [...new Set(inner.flatMap(partsOf))]
}

/** A value, or why there is none: the code of a part without a value, or `division-by-zero`. */
export type Outcome = { value: Decimal } | { missing: string }

/**
 * Computes a formula. A missing part or a division by zero makes the result missing; `orZero` turns that into 0.
 * A quotient keeps 10 places, half up, as a reported value may.
 */
export function evaluate(formula: Formula, partValue: (code: string) => Decimal | null): Outcome {
  const result = compute(formula, partValue)
  return typeof result === 'string' ? { missing: result } : { value: plain(result.round(10)) }
}

function compute(f: Formula, partValue: (code: string) => Decimal | null): Big | string {
  if (f.kind === 'number') return new Big(f.value)
  if (f.kind === 'part') {
    const value = partValue(f.code)
    return value === null ? f.code : new Big(value)
  }
  if (f.kind === 'call' && f.name === 'orZero') {
    const value = compute(f.args[0]!, partValue)
    return typeof value === 'string' ? new Big(0) : value
  }
  const values: Big[] = []
  for (const inner of f.kind === 'call' ? f.args : [f.left, f.right]) {
    const value = compute(inner, partValue)
    if (typeof value === 'string') return value
    values.push(value)
  }
  return f.kind === 'call' ? call(f.name, values) : operate(f.operator, values[0]!, values[1]!)
}

function operate(operator: '+' | '-' | '*' | '/', left: Big, right: Big): Big | string {
  if (operator === '+') return left.plus(right)
  if (operator === '-') return left.minus(right)
  if (operator === '*') return left.times(right)
  return right.eq(0) ? 'division-by-zero' : left.div(right)
}

function call(name: FunctionName, values: Big[]): Big {
  if (name === 'round')
    return values[0]!.round(Math.min(Math.max(values[1]!.toNumber(), 0), 10), Big.roundHalfUp)
  return values.reduce((a, b) => ((name === 'min' ? b.lt(a) : b.gt(a)) ? b : a))
}

class Unreadable extends Error {
  readonly fault: FormulaFault
  constructor(fault: FormulaFault) {
    super('unreadable formula')
    this.fault = fault
  }
}

type Token = { at: number; number?: string; part?: string; name?: string; sign?: string }

/** Recursive descent: sum of products of factors. */
class Reader {
  readonly #text: string
  readonly #tokens: Token[] = []
  #next = 0

  constructor(text: string) {
    this.#text = text
    TOKEN.lastIndex = 0
    for (let at = 0; text.slice(at).trim() !== ''; at = TOKEN.lastIndex) {
      const match = TOKEN.exec(text)
      if (!match) throw new Unreadable({ at, found: text.slice(at).trim().slice(0, 10) })
      const [, number, part, name, sign] = match
      this.#tokens.push({
        at,
        ...(number && { number }),
        ...(part && { part }),
        ...(name && { name }),
        ...(sign && { sign }),
      })
    }
  }

  whole(): Formula {
    const formula = this.#sum()
    if (this.#next < this.#tokens.length) this.#refuse()
    return formula
  }

  #sum(): Formula {
    let left = this.#product()
    while (this.#sees('+') || this.#sees('-'))
      left = { kind: 'operation', operator: this.#take() as '+' | '-', left, right: this.#product() }
    return left
  }

  #product(): Formula {
    let left = this.#factor()
    while (this.#sees('*') || this.#sees('/'))
      left = { kind: 'operation', operator: this.#take() as '*' | '/', left, right: this.#factor() }
    return left
  }

  #factor(): Formula {
    const token = this.#tokens[this.#next]
    if (token?.number && isDecimal(token.number)) return this.#leaf({ kind: 'number', value: token.number })
    if (token?.part) return this.#leaf({ kind: 'part', code: token.part })
    if (token?.name) return this.#call(token.name)
    if (this.#sees('-')) {
      this.#take()
      return { kind: 'operation', operator: '-', left: { kind: 'number', value: '0' }, right: this.#factor() }
    }
    this.#expect('(')
    const inner = this.#sum()
    this.#expect(')')
    return inner
  }

  #call(name: string): Formula {
    if (!(name in FUNCTIONS)) this.#refuse()
    const start = this.#next++
    this.#expect('(')
    const args = [this.#sum()]
    while (this.#sees(',')) {
      this.#take()
      args.push(this.#sum())
    }
    this.#expect(')')
    if (!FUNCTIONS[name as FunctionName](args.length)) {
      this.#next = start
      this.#refuse()
    }
    return { kind: 'call', name: name as FunctionName, args }
  }

  #leaf(formula: Formula): Formula {
    this.#next += 1
    return formula
  }

  #sees(sign: string): boolean {
    return this.#tokens[this.#next]?.sign === sign
  }

  #take(): string {
    return this.#tokens[this.#next++]!.sign!
  }

  #expect(sign: string): void {
    if (!this.#sees(sign)) this.#refuse()
    this.#next += 1
  }

  #refuse(): never {
    const at = this.#tokens[this.#next]?.at ?? this.#text.length
    throw new Unreadable({ at, found: this.#text.slice(at).trim().slice(0, 10) })
  }
}
