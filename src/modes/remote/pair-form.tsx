import { OTPField } from '@base-ui/react/otp-field'
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react'
import { pair } from '#queries/remote-tablet.ts'
import { RequestError } from '#queries/request.ts'
import { keepPairing } from './pairing.ts'
import './pair-form.css'

const LENGTH = 6

const wordsOf = (error: unknown): string => (error instanceof RequestError ? error.message : '服务器没有答复，请再试一次')

/** Six digits off the wall. `given`: those that a scanned address brought. */
export function PairForm({ given = '' }: { readonly given?: string }): ReactNode {
  const id = useId()
  const [digits, setDigits] = useState(given)
  const [state, setState] = useState<{ readonly busy: boolean; readonly words: string }>({ busy: false, words: '' })
  const submit = async (code: string): Promise<void> => {
    setState({ busy: true, words: '正在配对' })
    try {
      const { token, wall, expiresAt } = await pair(code)
      keepPairing({ token, wall, expiresAt, code })
    } catch (error) {
      setDigits('')
      setState({ busy: false, words: wordsOf(error) })
    }
  }
  const scanned = useEffectEvent(() => void submit(given))
  const tried = useRef(false)
  useEffect(() => {
    // A code can be used once.
    if (given.length === LENGTH && !tried.current) scanned()
    tried.current = true
  }, [given])
  return (
    <form className="pair-form" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={id}>大屏上的六位配对码</label>
      <OTPField.Root
        id={id}
        length={LENGTH}
        value={digits}
        disabled={state.busy}
        onValueChange={setDigits}
        onValueComplete={(value) => void submit(value)}
        className="pair-digits"
      >
        {Array.from({ length: LENGTH }, (_, index) => (
          <OTPField.Input key={index} inputMode="numeric" aria-label={index === 0 ? undefined : `第 ${index + 1} 位`} />
        ))}
      </OTPField.Root>
      <p role="status">{state.words}</p>
    </form>
  )
}
