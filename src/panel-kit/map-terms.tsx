import type { ReactNode } from 'react'
import { useScene } from './scene-context.ts'
import './map-terms.css'

/** A map without 审图号 is a schematic and says so, wherever one is drawn. */
export function MapTerms(): ReactNode {
  const { map } = useScene()
  const text = map.schematic ? '示意图' : `审图号：${map.reviewNo ?? ''}`
  return (
    <p className="map-terms" title={`${map.source}。${map.terms}`}>
      {text}
    </p>
  )
}
