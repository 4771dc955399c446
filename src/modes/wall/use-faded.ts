import { useEffect } from 'react'
import type { Player } from './player.ts'

/** The transitions of the layers themselves, not of what is in them; waiting for them makes the browser begin them. */
const transitionsOf = (layers: readonly Element[]): readonly Animation[] => layers.flatMap((layer) => layer.getAnimations())

/**
 * Tells the player when both scenes have faded into one another. The browser may begin later than it was told to, and a scene
 * that went by the clock would leave a half transparent one behind.
 */
export function useFaded(player: Player, leaving: number | undefined): void {
  useEffect(() => {
    if (leaving === undefined) return
    const transitions = transitionsOf([...document.querySelectorAll('.wall-layer')])
    void Promise.allSettled(transitions.map(({ finished }) => finished)).then(() => player.faded(leaving))
  }, [player, leaving])
}
