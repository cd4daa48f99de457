import type { Hono } from 'hono'
import { tidyJob } from '#platform/db/embedded/tidy.ts'
import type { House } from '#platform/db/house.ts'
import { isDemo } from '#platform/db/installation.ts'
import { openDatabase } from '#platform/db/open.ts'
import { placeOf } from '#platform/db/place.ts'
import type { Job } from '#platform/jobs/job.ts'
import { startJobs } from '#platform/jobs/run.ts'
import { announce } from './announce.ts'
import { type Command, type Surroundings, UsageError } from './command.ts'
import { takeCommands } from './control.ts'
import { listen, refuseTakenPort } from './serve.ts'

/** What a server does besides answering. `commands` are those it takes for the folder it holds. */
export type Duties = {
  composeApp(house: House, around: { log(text: string): void }): Hono
  jobs: readonly Job[]
  commands: readonly Command[]
}

const MAX_PORT = 65_535

/** `songma start`: opens or creates the database and serves until it is asked to stop. */
export const startCommandFor = ({ composeApp, jobs, commands }: Duties): Command => ({
  name: 'start',
  usage: 'cli.start',
  options: { port: { type: 'string' }, empty: { type: 'boolean' } },
  needs: 'nothing',
  async run(c) {
    const port = readPort(c)
    await refuseTakenPort(port)
    // Closed in the reverse order of opening, also when one of the steps fails
    await using open = new AsyncDisposableStack()
    const house = await openOrCreate(c)
    open.defer(() => house.close())
    const hasDemo = await isDemo(house.db)
    const server = await listen(composeApp(house, { log: c.note }), port, hasDemo)
    open.defer(() => server.close())
    const running = await startJobs(house, [...jobs, tidyJob], c.note)
    open.defer(() => running.stop())
    if (house.engine === 'embedded') {
      const door = await takeCommands(house, commands)
      open.defer(() => door.close())
    }

    // Whoever reads that Ctrl+C stops it may press it at once
    const stopped = c.stopped()
    await announce(c, { house, port: server.port, hasDemo })
    await stopped
    c.note(c.t('cli.start.stopping'))
    return 0
  },
})

function readPort({ options, config }: Surroundings): number {
  const port = options.port === undefined ? config.port : Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > MAX_PORT)
    throw new UsageError('start.badPort', { port: options.port ?? 'PORT' })
  return port
}

async function openOrCreate(c: Surroundings): Promise<House> {
  c.note(c.t('cli.start.opening', { place: placeOf(c.config) }))
  return openDatabase(c.config, {
    upgrade: true,
    async create(house) {
      if (c.options.empty) return c.note(c.t('cli.start.empty'))
      c.note(c.t('cli.start.demo'))
      const { loadDemo } = await import('../../demo/load.ts')
      await loadDemo(house)
    },
  })
}
