import type { CDPSession, Page } from 'playwright-core'
import { BLANK, inkOf, sharesOf, type Band } from './ink.ts'
import type { Turn } from './page/turns.ts'
import { greyOf } from './png.ts'

interface Frame {
  /** Epoch milliseconds of the browser, when it was put on the screen. */
  readonly at: number
  readonly png: Buffer
}

/** What was seen of one change of scenes. */
export interface Seen {
  readonly frames: number
  /** The least ink of a frame, as a share of the poorer of both standing scenes. */
  readonly least: number
  readonly blank: number
  /** Milliseconds: the longest time between two frames while the scenes faded into one another. */
  readonly gap: number
  /** Of a change with a blank frame: when each frame came, in milliseconds from the fade's begin, with its share of ink; and the blank one. */
  readonly film?: string
  readonly picture?: Buffer
}

export interface Recorder {
  /** Tells of a change of scenes that is over; returns what was seen of the one before it, if there was one, whose last frames have arrived by now. */
  readonly turned: (turn: Turn) => readonly Seen[]
  /** What was seen of the last one. */
  readonly stop: () => Promise<readonly Seen[]>
}

/** A quarter of 1366x768: letters blur, their ink stays. */
const SIZE = { maxWidth: 342, maxHeight: 192 }

/** The scene's place: what stands between header and dock. */
const bandOf = (page: Page): Promise<Band> =>
  page.evaluate(() => {
    const [header, dock] = ['.header', '.dock'].map((name) => document.querySelector(name)?.getBoundingClientRect())
    return { from: (header?.bottom ?? 0) / innerHeight, to: (dock?.top ?? innerHeight) / innerHeight }
  })

const gapOf = (times: readonly number[]): number => Math.max(0, ...times.slice(1).map((time, index) => time - (times[index] ?? time)))

function lookAt(frames: readonly Frame[], band: Band, { fades, done }: Turn): Seen {
  const inks = frames.map(({ png }) => inkOf(greyOf(png), band))
  const shares = sharesOf(inks)
  const during = frames.map(({ at }) => at).filter((at) => at >= fades && at <= done)
  const seen = {
    frames: frames.length,
    least: Math.min(...shares),
    blank: shares.filter((share) => share < BLANK).length,
    gap: gapOf([fades, ...during, done])
  }
  if (seen.blank === 0) return seen
  const film = frames.map(({ at }, index) => `${(at - fades).toFixed(0)}: ${shares[index]?.toFixed(2)}`).join(', ')
  return { ...seen, film: `${film}; done ${(done - fades).toFixed(0)}`, picture: frames[shares.findIndex((share) => share < BLANK)]?.png }
}

/** Longer than frames are under way. */
const ARRIVES = 700

/**
 * The browser drops frames while two are not acknowledged, so it is told beforehand of as many as come in a change: while scenes
 * fade, this process may be slow to answer. All count towards the one film that the number names.
 */
const AHEAD = 50

/**
 * Every frame that the browser puts on the screen, in a small size. What it can miss: a frame that replaced another before that
 * was copied, on a machine too busy to keep up; `gap` tells the longest time without one while scenes faded. While scenes
 * change every frame is another (see `turns`); at other times there is none where nothing changes.
 */
export async function recorder({ page, cdp }: { readonly page: Page; readonly cdp: CDPSession }): Promise<Recorder> {
  const band = await bandOf(page)
  let frames: Frame[] = []
  let last: Turn | undefined
  const acknowledge = (sessionId: number): void => void cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  let film: number | undefined
  cdp.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    if (film !== sessionId) for (let ahead = 0; ahead < AHEAD; ahead += 1) acknowledge(sessionId)
    film = sessionId
    acknowledge(sessionId)
    frames.push({ at: (metadata.timestamp ?? 0) * 1_000, png: Buffer.from(data, 'base64') })
  })
  await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1, ...SIZE })
  await page.waitForTimeout(ARRIVES)
  const until = (end: number, next: Turn | undefined): readonly Seen[] => {
    const taken = frames.filter(({ at }) => at < end)
    // The last one is the scene that stands before the next change.
    frames = [...taken.slice(-1), ...frames.slice(taken.length)]
    const turn = last
    last = next
    return turn === undefined ? [] : [lookAt(taken, band, turn)]
  }
  return {
    turned: (turn) => until(turn.asked, turn),
    stop: async () => {
      await page.waitForTimeout(ARRIVES)
      await cdp.send('Page.stopScreencast')
      return until(Infinity, undefined)
    }
  }
}
