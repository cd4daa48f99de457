// The place of a line that was typed into this process. The only file of the commands that knows the process.

import { once } from 'node:events'
import { type Config, readConfig } from '#platform/config.ts'
import { readHolder } from '#platform/db/embedded/lock.ts'
import { tidy } from '#platform/db/embedded/tidy.ts'
import type { House } from '#platform/db/house.ts'
import { type Opening, openDatabase } from '#platform/db/open.ts'
import type { Command, DatabaseCommand } from './command.ts'
import { forward } from './forward.ts'
import type { Place } from './run.ts'
import { streamTerminal } from './terminal.ts'

export function here(argv: readonly string[], commands: readonly Command[]): Place {
  // `./songma units | head` closes the pipe before we have written all
  process.stdout.on('error', () => process.exit(0))
  const cwd = process.cwd()
  const terminal = streamTerminal(process)
  return {
    commands,
    cwd,
    terminal,
    config: (dataDir) => readConfig(process.env, cwd, dataDir),
    async withDatabase(command, config, work) {
      const server = serverOf(config)
      const exit = server === undefined ? undefined : await forward(server, { argv, cwd }, terminal)
      return exit ?? runWith(await openDatabase(config, openingOf(command)), work)
    },
    async stopped() {
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
      // Asked again (a terminal and npm both ask), it is stopping already
      for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
    },
  }
}

/** The address of the server that may hold the folder. */
function serverOf({ databaseUrl, dataDir }: Config): string | undefined {
  return databaseUrl ? undefined : (readHolder(dataDir)?.socket ?? undefined)
}

function openingOf(command: DatabaseCommand): Opening {
  return command.creates ? { create: async () => {}, upgrade: true } : {}
}

async function runWith(house: House, work: (house: House) => Promise<number>): Promise<number> {
  try {
    const exit = await work(house)
    await tidy(house)
    return exit
  } finally {
    await house.close()
  }
}
