import { expect, it } from 'vitest'
import type { Gate } from './gate.ts'
import { reportGates } from './report.ts'

const gate = (id: string, check: Gate['check']): Gate => ({ id, title: `门禁 ${id}`, check })
const open = gate('open', () => ({ measured: '3 / 10', findings: [] }))

it('passes when every gate is open', async () => {
  const { text, ok } = await reportGates([open])
  expect(ok).toBe(true)
  expect(text).toContain('open  通过  门禁 open  3 / 10')
})

it('is shut by one finding, and lists the first ten', async () => {
  const shut = gate('shut', () => ({ measured: '12 / 10', findings: Array.from({ length: 12 }, (_line, index) => `第 ${index + 1} 处`) }))
  const { text, ok } = await reportGates([open, shut])
  expect(ok).toBe(false)
  expect(text).toMatch(/shut {2}未通过 .*12 \/ 10[\s\S]*shut：\n {2}第 1 处[\s\S]*第 10 处\n {2}……另有 2 处$/)
})

it('is shut by a gate that cannot look', async () => {
  const { text, ok } = await reportGates([
    gate('broken', () => {
      throw new Error('没有这个文件')
    })
  ])
  expect([ok, text]).toEqual([false, expect.stringContaining('没有这个文件')])
})
