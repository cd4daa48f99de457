import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Meter } from '../../../../api/grade-shapes.ts'
import type { GradeSubject } from '../../../../api/gradings.ts'
import type { Grade, GradeRules } from '../../../../rules/grade-rules.ts'
import { decidable } from './deciding.ts'

const subject = (id: string, group: string, proposed: Grade | null, decided: Grade | null = null) =>
  ({ id, group, unit: { code: 'X', name: 'X' }, proposed, decided }) as GradeSubject
const meter = (key: string, isOver: boolean) =>
  ({ key, level: 'HTXSNV', ofProposed: { used: 2, allowed: isOver ? 1 : 2, isOver } }) as Meter
const ruleset = { quotas: [{ level: 'HTXSNV', groupBy: 'group' }] } as GradeRules

test('a group over its quota waits, and holds up no other', () => {
  const subjects = [
    subject('1', 'a', 'HTXSNV'),
    subject('2', 'b', 'HTTNV'),
    subject('3', 'b', null),
    subject('4', 'b', 'HTNV', 'HTNV'),
  ]
  const found = decidable({ ruleset }, subjects, [meter('a', true), meter('b', false)])
  assert.deepEqual(
    [found.over.length, found.waiting.length, found.within.map(({ id }) => id), found.unproposed],
    [1, 2, ['2'], 1],
  )
})

test('with no quota over, everybody proposed can be decided', () => {
  const found = decidable({ ruleset }, [subject('1', 'a', 'HTXSNV')], [meter('a', false)])
  assert.deepEqual(found.within, found.waiting)
})
