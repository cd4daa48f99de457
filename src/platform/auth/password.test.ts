import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hashPassword, verifyPassword } from './password.ts'

describe('a password', () => {
  test('is known again, however the keyboard composes its letters', async () => {
    const stored = await hashPassword('Mật khẩu của Văn phòng')
    assert.ok(await verifyPassword(stored, 'Mật khẩu của Văn phòng'.normalize('NFD')))
    assert.ok(!(await verifyPassword(stored, 'Mat khau cua Van phong')))
    assert.ok(!(await verifyPassword(stored, '')))
  })

  test('is salted: the same one is stored differently each time, and never as itself', async () => {
    const [first, second] = [await hashPassword('songma-demo'), await hashPassword('songma-demo')]
    assert.notEqual(first, second)
    assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.ok(!first.includes('songma'))
  })

  test('of nobody is nothing, at the same cost', async () => {
    const stored = await hashPassword('songma-demo')
    const time = async (of: string | null) => {
      const start = process.cpuUsage()
      assert.ok(!(await verifyPassword(of, 'guess')))
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    const best = async (of: string | null) => Math.min(await time(of), await time(of), await time(of))
    const ratio = (await best(null)) / (await best(stored))
    assert.ok(ratio > 0.5 && ratio < 2, `an unknown account took ${ratio} times as long`)
  })

  test('stored in another format is a fault of the data, not a wrong password', async () => {
    await assert.rejects(verifyPassword('$2b$10$abc', 'songma-demo'), /Argon2id/)
  })
})
