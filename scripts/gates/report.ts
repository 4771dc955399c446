import { textTable } from '#scripts/text-table.ts'
import type { Gate, GateResult } from './gate.ts'

const SHOWN = 10

/** A gate that cannot look is shut. */
async function checked({ check }: Gate): Promise<GateResult> {
  try {
    return await check()
  } catch (error) {
    return { measured: '没有查成', findings: [error instanceof Error ? error.message : String(error)] }
  }
}

const listed = ({ id }: Gate, { findings }: GateResult): string[] => {
  const more = findings.length > SHOWN ? [`  ……另有 ${findings.length - SHOWN} 处`] : []
  return findings.length === 0 ? [] : [`${id}：`, ...findings.slice(0, SHOWN).map((finding) => `  ${finding}`), ...more]
}

export interface GatesReport {
  readonly text: string
  readonly ok: boolean
}

/** Checks one gate after the other: two of them need both cores. */
export async function reportGates(gates: readonly Gate[]): Promise<GatesReport> {
  const results: { gate: Gate; result: GateResult }[] = []
  for (const gate of gates) results.push({ gate, result: await checked(gate) })
  const rows = results.map(({ gate, result }) => [gate.id, result.findings.length === 0 ? '通过' : '未通过', gate.title, result.measured])
  const details = results.flatMap(({ gate, result }) => listed(gate, result))
  return { text: [textTable(['编号', '结果', '门禁', '量得'], rows), ...details].join('\n'), ok: results.every(({ result }) => result.findings.length === 0) }
}
