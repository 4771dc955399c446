import { EMBED_SANDBOX } from '#contract/embed-sandbox.ts'
import { isFrameMessage, type FrameMessage, type HostMessage } from '#modes/embed/messages.ts'
import { frameAddress, heightsOf, type EmbedConfig } from './config.ts'

/** What stands in each element, to make way for what comes next. */
const mounted = new WeakMap<Element, () => void>()

const FIRST_HEIGHT = 450
/** From this width on a scene is laid out as a wall, at 16:9. */
const WIDE = 1280
/** A page that has loaded may not listen yet: it is greeted again and again, ever more rarely. */
const [GREET, GREETINGS] = [100, 9]

const NO_NAME = '嵌入没有成功：请写明 panel（如 huigui/river）或 scene。'

function note(element: Element, text: string): () => void {
  const said = document.createElement('p')
  said.textContent = text
  element.append(said)
  return () => said.remove()
}

function frameOf(src: string, { title = '数据图表', scene }: EmbedConfig, width: number): HTMLIFrameElement {
  const height = scene !== undefined && width >= WIDE ? Math.round((width * 9) / 16) : FIRST_HEIGHT
  const frame = Object.assign(document.createElement('iframe'), {
    title,
    loading: 'lazy',
    referrerPolicy: 'no-referrer',
    sandbox: EMBED_SANDBOX,
    src
  })
  frame.style.cssText = `display:block;width:100%;border:0;height:${height}px`
  return frame
}

/** What the host page is told must not break the frame, nor the other way round. */
function quietly(tell: () => unknown): void {
  try {
    tell()
  } catch (error) {
    console.warn(error)
  }
}

function connect(frame: HTMLIFrameElement, config: EmbedConfig, origin: string): () => void {
  const [least, most] = heightsOf(config)
  const ending = new AbortController()
  const { signal } = ending
  let timer: ReturnType<typeof setTimeout> | undefined
  let { token } = config
  const post = (message: HostMessage): void => frame.contentWindow?.postMessage(message, origin)
  const greet = (count: number): void => {
    clearTimeout(timer)
    post({ tongxin: 1, type: 'hello' })
    if (count > 1) timer = setTimeout(greet, GREET * 2 ** (GREETINGS - count), count - 1)
  }
  const giveToken = async (): Promise<void> => {
    // The one at hand is good once.
    const next = token ?? (await config.refresh?.())
    token = undefined
    if (!signal.aborted && typeof next === 'string') post({ tongxin: 1, type: 'token', token: next })
  }
  const heard = (message: FrameMessage): void => {
    clearTimeout(timer)
    if (message.type === 'token-wanted') giveToken().catch(console.warn)
    if (message.type === 'height') {
      const height = Math.min(most, Math.max(least, message.height))
      frame.style.height = `${height}px`
      quietly(() => config.onHeight?.(height))
    }
    if (message.type === 'state') quietly(() => config.onState?.(message))
  }
  addEventListener(
    'message',
    ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (source !== null && source === frame.contentWindow && from === origin && isFrameMessage(data)) heard(data)
    },
    { signal }
  )
  frame.addEventListener('load', () => greet(GREETINGS), { signal })
  return () => {
    ending.abort()
    clearTimeout(timer)
    frame.remove()
  }
}

/** Puts an embed of `origin` into the element. A config that throws when it is read, or is none, names nothing. */
function put(element: Element, config: EmbedConfig, origin: string): () => void {
  try {
    const address = frameAddress(config, origin)
    if (address === undefined) return note(element, NO_NAME)
    const frame = frameOf(address, config, element.clientWidth)
    const end = connect(frame, config, origin)
    element.append(frame)
    return end
  } catch {
    return note(element, NO_NAME)
  }
}

/**
 * `mount(el, config) -> unmount` for embeds of an origin. What stood in the element from a mount before makes way. A wrong config
 * leaves a sentence in the element; nothing is thrown at the host page.
 */
export const mountFrom =
  (origin: string) =>
  (element: unknown, config: EmbedConfig): (() => void) => {
    if (!(element instanceof Element)) return () => undefined
    mounted.get(element)?.()
    const end = put(element, config, origin)
    const unmount = (): void => {
      if (mounted.get(element) === unmount) mounted.delete(element)
      end()
    }
    mounted.set(element, unmount)
    return unmount
  }
