import type { GateResult } from './gate.ts'

export interface Measured {
  readonly name: string
  readonly bytes: number
  /** Bytes. */
  readonly limit: number
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

export const sizeResult = (all: readonly Measured[]): GateResult => ({
  measured: all.map(({ name, bytes, limit }) => `${name} ${kilobytes(bytes)} / ${kilobytes(limit)}`).join('；'),
  findings: all.filter(({ bytes, limit }) => bytes > limit).map(({ name, bytes, limit }) => `${name} ${kilobytes(bytes)}，超过上限 ${kilobytes(limit)}`)
})
