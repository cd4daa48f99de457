import { checks, composeApp, importFormats, jobs, settle } from '../app.ts'
import { auditCommand } from './audit.ts'
import { backupCommand } from './backup.ts'
import { benchCommand } from './bench/bench.ts'
import type { Command } from './command.ts'
import { importCommandFor } from './import.ts'
import { migrateCommand } from './migrate.ts'
import { assessCommand } from './readings/assess.ts'
import { coverageCommand } from './readings/coverage.ts'
import { directiveNumberCommand } from './readings/directive-number.ts'
import { figuresCommand } from './readings/figures.ts'
import { lineageCommand } from './readings/lineage.ts'
import { rollupCommand } from './readings/rollup.ts'
import { restoreCommand } from './restore.ts'
import { startCommandFor } from './start.ts'
import { unitsCommand } from './units.ts'
import { userCommand } from './user.ts'
import { verifyCommandFor } from './verify.ts'

/** Those that work on an opened database; a running server does them for others too. */
const working: readonly Command[] = [
  migrateCommand,
  importCommandFor(importFormats, settle),
  unitsCommand,
  figuresCommand,
  lineageCommand,
  coverageCommand,
  rollupCommand,
  assessCommand,
  directiveNumberCommand,
  verifyCommandFor(checks, settle),
  auditCommand,
  backupCommand,
  userCommand,
]

/** All commands, in the order in which they are listed. */
export const commands: readonly Command[] = [
  startCommandFor({ composeApp, jobs, commands: working }),
  ...working,
  restoreCommand,
  benchCommand,
]
