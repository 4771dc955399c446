import { generate } from 'lean-qr'
import { useMemo, type ReactNode } from 'react'

const QUIET = 4

/** One square for each dark module. */
function pathOf(text: string): { readonly size: number; readonly path: string } {
  const code = generate(text)
  const dark = Array.from({ length: code.size ** 2 }, (_, index) => [index % code.size, Math.floor(index / code.size)] as const).filter(([x, y]) =>
    code.get(x, y)
  )
  return { size: code.size + 2 * QUIET, path: dark.map(([x, y]) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`).join('') }
}

/** Dark on light with its quiet zone, whatever the theme around it: that is what cameras read. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { size, path } = useMemo(() => pathOf(text), [text])
  return (
    <svg className="qr" data-theme="paper" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="var(--bg0)" />
      <path d={path} fill="var(--t1)" />
    </svg>
  )
}
