import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createAccount } from '#platform/auth/accounts.ts'
import { testHouse } from '../test/house.ts'
import { endpoints } from './app.ts'

describe('the application', () => {
  test('describes every endpoint in the reader’s language', async () => {
    await using house = await testHouse()
    const read = async (lang: string) => {
      const answer = await house.as('nobody').get(`/api/v1/openapi.json?lang=${lang}`)
      assert.equal(answer.status, 200)
      return (await answer.json()) as {
        paths: Record<string, Record<string, { operationId: string; summary: string }>>
      }
    }
    const [vi, en] = [await read('vi'), await read('en')]
    const operations = Object.values(vi.paths).flatMap((item) => Object.values(item))
    assert.equal(operations.length, endpoints.length)
    assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, endpoints.length)
    assert.equal(vi.paths['/api/v1/session']!.delete!.summary, 'Đăng xuất')
    assert.equal(en.paths['/api/v1/session']!.delete!.summary, 'Signs out')
  })

  test('lets somebody sign in with a password and tells their roles', async () => {
    await using house = await testHouse()
    await house.transact((tx) =>
      createAccount(tx, { username: 'vanphong', password: 'songma-demo', now: house.clock.now }),
    )
    const answer = await house
      .as('nobody')
      .post('/api/v1/session', { username: 'vanphong', password: 'songma-demo' })
    assert.equal(answer.status, 200)
    assert.deepEqual(((await answer.json()) as { grants: unknown }).grants, [])
    assert.deepEqual(await house.auditActions(), ['session.begin'])
  })
})
