// One server process and what others may do beside it: on a folder of its own, without the demo.

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { SONGMA, songma, startProcess } from './process.ts'

const folder = mkdtempSync(join(tmpdir(), 'songma-server-'))
const data = join(folder, 'data')
const start = () => startProcess([SONGMA, 'start', '--empty', '--port', '0', '--data', data, '--lang', 'en'])
const running = [start()]
const server = () => running.at(-1)!
after(async () => {
  await server().end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('a server makes its database, answers, and says where', { timeout: 60_000 }, async () => {
  const [, address] = await server().says(/(http:\/\/localhost:\d+)\/\n(?:.*\n)*.*Ctrl\+C/)
  const health = await fetch(`${address}/healthz`)
  assert.deepEqual([health.status, await health.json()], [200, { status: 'ok' }])
  assert.equal(statSync(data).mode & 0o777, 0o700)
})

test('a command goes through the server, with its words, standard input and exit code', async () => {
  const add = [
    'user',
    'add',
    'thu',
    '--role',
    'office',
    '--unit',
    'all',
    '--password-stdin',
    '--data',
    'data',
  ]
  const added = await songma([...add, '--json'], { cwd: folder, stdin: 'mật khẩu dài\n' })
  assert.deepEqual([added.code, added.err], [0, ''])
  assert.deepEqual(JSON.parse(added.out), { username: 'thu', role: 'office', unit: 'all' })

  const again = await songma([...add, '--lang', 'en'], { cwd: folder, stdin: 'mật khẩu dài\n' })
  assert.deepEqual(again, { code: 1, out: '', err: 'There is already an account of this name.\n' })

  const { socket } = JSON.parse(readFileSync(join(data, 'holder.json'), 'utf8'))
  assert.equal(statSync(socket).mode & 0o077, 0)
})

test('a file that a command writes through the server lies where the command was typed', async () => {
  const { code } = await songma(['backup', 'state.gz', '--data', data], { cwd: folder })
  assert.equal(code, 0)
  assert.ok(existsSync(join(folder, 'state.gz')))
})

test('what opens the folder by itself is told that a server has it', async () => {
  const restored = songma(['restore', join(folder, 'state.gz'), '--force', '--data', data, '--lang', 'en'])
  const second = songma(['start', '--port', '0', '--data', data, '--lang', 'en'])
  for (const { code, err } of await Promise.all([restored, second])) {
    assert.equal(code, 1)
    assert.match(err, /A Sông Mã server \(number \d+\) is running on the folder .*data/)
  }
})

test('a port that is taken is told in a sentence', async () => {
  const [, port] = /localhost:(\d+)/.exec(server().out())!
  const { code, err } = await songma([
    'start',
    '--empty',
    '--port',
    port!,
    '--data',
    join(folder, 'other'),
    '--lang',
    'en',
  ])
  assert.equal(code, 1)
  assert.match(err, new RegExp(`port ${port} is in use`))
})

test('killed, it leaves nothing to repair: a command and the next server just go on', async () => {
  await server().end('SIGKILL')
  const { code, out } = await songma(['verify', '--json', '--data', data])
  assert.deepEqual([code, JSON.parse(out).ok], [0, true])
  running.push(start())
  await server().says(/Ctrl\+C/)
})

test('asked to stop, it ends in order and lets the folder go', async () => {
  assert.deepEqual(await server().end('SIGTERM'), { code: 0, signal: null })
  assert.equal(existsSync(join(data, 'holder.json')), false)
})
