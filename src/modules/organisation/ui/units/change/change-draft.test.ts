import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newChange, newSuccessor, shareKey, toInput } from './change-draft.ts'

describe('a change that is written by hand', () => {
  test('says only what was written', () => {
    const merge = newChange(1, 'merge', ['A', 'B'])
    merge.into[0] = { ...merge.into[0]!, code: 'A', name: ' Xã Mới ' }
    assert.deepEqual(toInput(merge), {
      kind: 'merge',
      predecessors: ['A', 'B'],
      successors: [{ code: 'A', name: 'Xã Mới' }],
      shares: [],
      moves: [],
    })
  })

  test('of a name keeps the code where no other is written', () => {
    const rename = newChange(1, 'rename', ['A'])
    rename.into[0] = { ...rename.into[0]!, name: 'Xã Mới' }
    assert.deepEqual(toInput(rename).successors, [{ code: 'A', name: 'Xã Mới' }])
  })

  test('tells shares as people write them, and leaves unknown ones unknown', () => {
    const split = {
      ...newChange(1, 'split', ['A']),
      into: [newSuccessor(0, 'B'), newSuccessor(1, 'C')],
      shares: { [shareKey('A', 'B')]: '0,25' },
    }
    assert.deepEqual(toInput(split).shares, [
      { from: 'A', into: 'B', share: '0.25' },
      { from: 'A', into: 'C', share: null },
    ])
  })
})
