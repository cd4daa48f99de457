// What `./songma` starts: one line, typed on this machine.

import { commands } from './cli/commands.ts'
import { here } from './cli/here.ts'
import { runLine } from './cli/run.ts'

const argv = process.argv.slice(2)
process.exitCode = await runLine(argv, here(argv, commands))
