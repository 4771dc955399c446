import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import { NoServer } from '#modes/offline/no-server.tsx'
import { useLateFonts } from '#modes/shell/use-late-fonts.ts'
import { useOperatorPage } from '#modes/walls/use-operator-page.ts'
import { packQuery } from '#queries/pack-query.ts'
import type { PairingEnd } from '#queries/remote-tablet.ts'
import { isStatic } from '#queries/static-site.ts'
import { BrandMark } from '#ui/brand-mark.tsx'
import { ControlPage } from './control-page.tsx'
import { OtherWall } from './other-wall.tsx'
import { PairPage } from './pair-page.tsx'
import type { Pairing } from './pairing.ts'
import { END_WORDS, type Remote, usePairing, useRemote } from './use-remote.ts'
import './remote.css'

const TITLE = '投屏遥控'

const delayText = (delay: number): string => `${(delay / 1_000).toFixed(delay < 100 ? 2 : 1)} 秒`

function Head({ pack, remote }: { readonly pack: PackAnswer | undefined; readonly remote?: Remote }): ReactNode {
  return (
    <header className="remote-head">
      <h1>
        <BrandMark />
        <span>{pack?.info.title ?? ''}</span>
        <em>{TITLE}</em>
      </h1>
      {remote !== undefined && (
        <p className="remote-link" role="status" data-online={remote.online}>
          {remote.online && remote.delay !== null && (
            <span title="从平板到大屏再回来">
              大屏延迟 <b>{delayText(remote.delay)}</b>
            </span>
          )}
          <b className="remote-online">
            <i aria-hidden="true" />
            {remote.online ? '大屏在线' : '大屏离线'}
          </b>
        </p>
      )}
    </header>
  )
}

interface PairedProps {
  readonly pack: PackAnswer | undefined
  readonly pairing: Pairing
  readonly onEnd: (reason: PairingEnd) => void
}

function Paired({ pack, pairing, onEnd }: PairedProps): ReactNode {
  const remote = useRemote({ pairing, onEnd })
  return (
    <>
      <Head pack={pack} remote={remote} />
      {pack === undefined ? <p className="remote-hint">正在读取</p> : <ControlPage pack={pack} remote={remote} />}
    </>
  )
}

/** The code in the address is used once and goes out of it: nobody takes it along with the address. */
function takeCode(): string {
  const code = new URLSearchParams(location.search).get('code') ?? ''
  if (code !== '') history.replaceState(history.state, '', location.pathname)
  return /^\d{6}$/.test(code) ? code : ''
}

/** A tablet steers a wall: paired by the code that the wall shows, for a quarter of an hour. */
export const RemoteMode = (): ReactNode =>
  isStatic() ? (
    <NoServer title={TITLE}>平板和大屏要通过服务器配对，这里不能遥控；大屏 /wall 自动轮播。要遥控，请打开服务器上的这个页面。</NoServer>
  ) : (
    <RemotePage />
  )

function RemotePage(): ReactNode {
  const { data: pack } = useQuery(packQuery())
  const pairing = usePairing()
  const [notice, setNotice] = useState('')
  const [scanned, setScanned] = useState(takeCode)
  const onTaken = useCallback(() => setScanned(''), [])
  const onEnd = useCallback((reason: PairingEnd) => setNotice(END_WORDS[reason]), [])
  useOperatorPage(TITLE, pack !== undefined)
  useLateFonts()
  return (
    <main className="remote">
      {pairing === null ? (
        <>
          <Head pack={pack} />
          <PairPage notice={notice} scanned={scanned} onTaken={onTaken} />
        </>
      ) : (
        <>
          <Paired key={pairing.token} pack={pack} pairing={pairing} onEnd={onEnd} />
          {scanned !== '' && <OtherWall pairing={pairing} code={scanned} onClose={onTaken} />}
        </>
      )}
    </main>
  )
}
