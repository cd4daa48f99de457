import { refuseInsideTransaction } from '../transact.ts'

/** Who may use the one connection: one at a time, first come first served. */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  /** Resolves when it is the caller's turn, with what ends it. Refused inside a transaction: it would wait for itself. */
  async take(): Promise<() => void> {
    refuseInsideTransaction()
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    return resolve
  }
}
