/**
 * Going on in a task of its own: after everything that the task before still does, and never once it is forgotten.
 */
import { expect, it } from 'vitest'
import { inNextTask, nextTask } from '../../../renderer/client/next_task.ts'

it('comes after what the task still does', async () => {
  const order: string[] = []
  inNextTask(() => order.push('next'))
  await Promise.resolve()
  await Promise.resolve()
  order.push('this')
  await nextTask()
  expect(order).toEqual(['this', 'next'])
})

it('does nothing once it is forgotten', async () => {
  const order: string[] = []
  inNextTask(() => order.push('forgotten'))()
  await nextTask()
  await nextTask()
  expect(order).toEqual([])
})
