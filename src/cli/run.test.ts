import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readConfig } from '#platform/config.ts'
import { defineProblems } from '#platform/http/problem.ts'
import { type Command, UsageError } from './command.ts'
import { runLine } from './run.ts'

const TestProblem = defineProblems('user', { noUnit: 422 })

const commands: readonly Command[] = [
  {
    name: 'echo',
    usage: 'cli.migrate',
    options: { loud: { type: 'boolean' }, times: { type: 'string' } },
    needs: 'nothing',
    async run({ args, options, out, json, note, stdin }) {
      if (args.length === 0) throw new UsageError('oneFile')
      note('working')
      out(`${args.join(' ')}${options.loud ? '!' : ''}${options.times ?? ''}${await stdin()}`)
      json({ args })
      return args[0] === 'different' ? 1 : 0
    },
  },
  {
    name: 'refuse',
    usage: 'cli.verify',
    options: {},
    needs: 'nothing',
    async run({ args }) {
      if (args[0] === 'bug') throw new TypeError('x is not a function')
      throw TestProblem.noUnit({ unit: 'X1' })
    },
  },
]

/** Runs a line as if somebody had typed it; answers what they would see. */
async function type(...argv: string[]) {
  const seen = { out: [] as string[], err: [] as string[] }
  const exit = await runLine(argv, {
    commands,
    cwd: '/',
    terminal: {
      out: (line) => seen.out.push(line),
      note: (line) => seen.err.push(line),
      progress: () => {},
      stdin: async () => ' from stdin',
    },
    config: (dataDir) => readConfig({}, '/', dataDir),
    withDatabase: () => assert.fail('no command here needs a database'),
    stopped: async () => {},
  })
  return { exit, out: seen.out.join('\n'), err: seen.err.join('\n') }
}

describe('a typed line', () => {
  test('gives the command its words, options and standard input', async () => {
    const { exit, out } = await type('echo', '--loud', 'a', '--times', '3', 'b')
    assert.deepEqual({ exit, out }, { exit: 0, out: 'a b!3 from stdin' })
  })

  test('exits 1 when the command finds a difference', async () => {
    assert.equal((await type('echo', 'different')).exit, 1)
  })

  test('with --json writes one JSON document to standard output and nothing else', async () => {
    const { exit, out, err } = await type('echo', 'a', '--json')
    assert.equal(exit, 0)
    assert.deepEqual(JSON.parse(out), { args: ['a'] })
    assert.equal(err, 'working')
  })

  for (const [name, argv, said] of [
    ['no command', [], /Hãy cho biết lệnh/],
    ['an unknown command', ['fly'], /Không có lệnh “fly”/],
    ['an unknown option', ['echo', 'a', '--high'], /Không có tùy chọn --high/],
    ['an option without its value', ['echo', 'a', '--times'], /--times/],
    ['an unknown language', ['echo', 'a', '--lang', 'fr'], /“fr”/],
    ['words that the command refuses', ['echo'], /đúng một tệp/],
  ] as const)
    test(`exits 2 with the usage on standard error: ${name}`, async () => {
      const { exit, out, err } = await type(...argv)
      assert.deepEqual({ exit, out }, { exit: 2, out: '' })
      assert.match(err, said)
      assert.match(err, /\.\/songma/)
    })

  test('exits 1 with the sentence of a Problem, in the language asked for', async () => {
    const vietnamese = await type('refuse')
    assert.deepEqual([vietnamese.exit, vietnamese.out], [1, ''])
    assert.equal(vietnamese.err, 'Không có đơn vị nào mang mã X1.')
    assert.equal((await type('refuse', '--lang', 'en')).err, 'No unit holds the code X1.')
    assert.equal((await type('refuse', '--lang=en')).err, 'No unit holds the code X1.')
  })

  test('with --json also tells a Problem as JSON', async () => {
    const { exit, out } = await type('refuse', '--json', '--lang', 'en')
    assert.equal(exit, 1)
    const { code, status, detail } = JSON.parse(out)
    assert.deepEqual(
      { code, status, detail },
      {
        code: 'user.noUnit',
        status: 422,
        detail: 'No unit holds the code X1.',
      },
    )
  })

  test('exits 1 with the stack of a bug on standard error', async () => {
    const { exit, out, err } = await type('refuse', 'bug')
    assert.deepEqual([exit, out], [1, ''])
    assert.match(err, /TypeError: x is not a function\n\s+at /)
  })

  test('of help lists the commands, or tells about one, and exits 0', async () => {
    assert.equal((await type('echo', '--help')).out.split('\n')[0], './songma migrate')
    const { exit, out } = await type('--help')
    assert.equal(exit, 0)
    assert.match(out, /migrate\n(?:.*\n)*.*verify/)
  })
})
