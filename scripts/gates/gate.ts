/** What one look at the house found: empty when the rule is kept. */
export interface GateResult {
  /** What was measured, for the table. */
  readonly measured: string
  /** One line for each thing that breaks the rule. */
  readonly findings: readonly string[]
}

export interface Gate {
  readonly id: string
  readonly title: string
  readonly check: () => Promise<GateResult> | GateResult
}
