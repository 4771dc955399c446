import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import { leave, pair } from '#queries/remote-tablet.ts'
import { RequestError } from '#queries/request.ts'
import { keepPairing, type Pairing } from './pairing.ts'

interface OtherWallProps {
  /** What this tablet steers now. */
  readonly pairing: Pairing
  /** Off another wall, perhaps. */
  readonly code: string
  readonly onClose: () => void
}

/** To the wall that shows the code; the one before is let go once that has worked. */
async function goOver({ token: before, wall: left }: Pairing, code: string): Promise<void> {
  const { token, wall, expiresAt } = await pair(code)
  keepPairing({ token, wall, expiresAt, code })
  // Pairing with the same wall anew has ended the pairing before.
  if (wall.id !== left.id) leave(before).catch(() => undefined)
}

const wordsOf = (error: Error | null): string => (error === null ? '' : error instanceof RequestError ? error.message : '服务器没有答复，请再试一次')

/** A code was scanned while the tablet steers a wall: what is tapped next must go where whoever taps believes. */
export function OtherWall({ pairing, code, onClose }: OtherWallProps): ReactNode {
  const { mutate, isPending, error } = useMutation({ mutationFn: () => goOver(pairing, code), networkMode: 'always', onSuccess: onClose })
  return (
    <ToolDialog title="改为控制这块大屏？" onClose={onClose}>
      <p>
        本机正在控制 <b>{pairing.wall.name}</b>，改过去后它回到轮播。
      </p>
      <p role="status" className="is-warn">
        {wordsOf(error)}
      </p>
      <div className="other-wall-buttons">
        <button type="button" className="remote-button is-first" disabled={isPending} onClick={() => mutate()}>
          改为控制
        </button>
        <button type="button" className="remote-button" onClick={onClose}>
          继续控制 {pairing.wall.name}
        </button>
      </div>
    </ToolDialog>
  )
}
