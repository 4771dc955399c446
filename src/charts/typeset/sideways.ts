interface Span {
  readonly from: number
  readonly width: number
}

/** Where spans in order begin so that none lies on another and all are within `whole`, each as near as can be to where it was. */
export function sideways(spans: readonly Span[], whole: number, gap: number): number[] {
  let end = -gap
  const pushed = spans.map(({ from, width }) => {
    const at = Math.max(0, from, end + gap)
    end = at + width
    return at
  })
  let limit = whole
  return spans
    .map(({ width }, index) => ({ width, at: pushed[index] ?? 0 }))
    .toReversed()
    .map(({ width, at }) => {
      const from = Math.min(at, limit - width)
      limit = from - gap
      return from
    })
    .toReversed()
}
