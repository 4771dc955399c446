import type { ReactNode } from 'react'
import type { LinePiece } from '#charts/line-template.ts'
import { Figure } from '#ui/figure.tsx'

/** Words and published figures; each figure opens its source card. */
export const Statement = ({ pieces }: { readonly pieces: readonly LinePiece[] }): ReactNode =>
  pieces.map((piece, index) => ('text' in piece ? <span key={index}>{piece.text}</span> : <Figure key={index} {...piece.figure} size="line" />))
