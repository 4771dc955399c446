import type { ReactNode } from 'react'
import type { CodeEvent } from '#contract/remote.ts'
import { useNow } from '#ui/use-now.ts'
import { Qr } from './qr.tsx'

const LOOPBACK = /^(localhost|127\.|\[?::1)/

/** Where tablets find their page. */
const addressOf = ({ url }: CodeEvent): string => `${(url ?? location.origin).replace(/\/$/, '')}/remote`

const leftText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The code to be read off the wall, for two minutes: whoever reads it stands before it. */
export function CodeCard({ code }: { readonly code: CodeEvent }): ReactNode {
  const now = useNow(1_000)
  const address = addressOf(code)
  const local = LOOPBACK.test(new URL(address).hostname)
  return (
    <section className="code-card" aria-label="平板遥控配对码" data-code={code.code}>
      <Qr text={`${address}?code=${code.code}`} label="配对二维码" />
      <div>
        <h2>平板遥控</h2>
        <p>扫码，或在平板上打开</p>
        <p className="code-address">{address.replace(/^https?:\/\//, '')}</p>
        <p>输入六位配对码</p>
        <p className="code-digits" aria-label={`配对码 ${code.code}`}>
          {code.code.split('').map((digit, index) => (
            <b key={index}>{digit}</b>
          ))}
        </p>
        <p className="code-left">
          还剩 <time>{leftText(Date.parse(code.expiresAt) - now)}</time>，只能用一次
        </p>
        {local && <p className="code-local">二维码指向本机，别的设备扫不开：请在服务器上设 PUBLIC_URL</p>}
      </div>
    </section>
  )
}
