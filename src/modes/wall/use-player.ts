import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPlayer, type Player, type PlayerOptions, type Playing } from './player.ts'

/** A player for as long as the component stands. Options are read once; what changes, they must look up by themselves. */
export function usePlayer(options: PlayerOptions): readonly [Player, Playing] {
  const [player] = useState(() => createPlayer(options))
  useEffect(() => {
    const wake = (): void => player.wake()
    player.start()
    document.addEventListener('visibilitychange', wake)
    return () => {
      document.removeEventListener('visibilitychange', wake)
      player.stop()
    }
  }, [player])
  return [player, useSyncExternalStore(player.subscribe, player.state)]
}
