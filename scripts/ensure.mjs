// Installs what package-lock.json asks for, when it is not there yet. Runs on the Node that npm brought (>= 20.19).
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))
const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json']
if (!existsSync(installed) || statSync(wanted).mtimeMs > statSync(installed).mtimeMs) {
  process.stderr.write(
    'Đang cài các gói cần thiết (chỉ lần đầu, khoảng một phút) · Installing packages (first time only)…\n',
  )
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 'inherit'],
    shell: process.platform === 'win32',
  })
  process.exit(npm.status ?? 1)
}
