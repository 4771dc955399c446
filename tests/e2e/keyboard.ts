import type { Page } from 'playwright-core'

/** Where the keyboard is: which of the page's controls, and what is wrong with how it shows. */
export interface Stop {
  /** Null outside the page's controls. */
  readonly at: number | null
  readonly name: string
  /** One of a group with the arrows between its members. */
  readonly roving: boolean
  /** What is wrong with the mark of the focus, or nothing. */
  readonly unseen: string
}

/** Numbers every control on the page that can be seen, and names it; tests press keys until each number came up. */
export const numberControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [tabindex], [data-figure]')]
    const seen = controls.filter((control) => control.getClientRects().length > 0 && getComputedStyle(control).visibility === 'visible')
    return seen.map((control, index) => {
      control.dataset.control = String(index)
      return control.getAttribute('aria-label') ?? control.textContent ?? ''
    })
  })

/** Reads the focused control. Its mark is an outline of at least 2 px, opaque, of an element inside the window. */
const stopOn = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const control = document.activeElement instanceof HTMLElement ? document.activeElement : document.body
    const { control: number, rove } = control.dataset
    const style = getComputedStyle(control)
    const box = control.getBoundingClientRect()
    const opacity = (element: Element | null): number => (element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement))
    const faults = [
      style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2 ? `outline ${style.outlineStyle} ${style.outlineWidth}` : '',
      /rgba\(.*, 0\)|transparent/.test(style.outlineColor) ? `outline ${style.outlineColor}` : '',
      opacity(control) < 0.9 ? `opacity ${opacity(control)}` : '',
      box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1 ? `box ${box.left} ${box.top} ${box.right} ${box.bottom}` : ''
    ]
    return {
      at: number === undefined ? null : Number(number),
      name: control.getAttribute('aria-label') ?? control.textContent ?? '',
      roving: rove !== undefined,
      unseen: faults.filter((fault) => fault !== '').join(', ')
    }
  })

async function pressed(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key)
  return stopOn(page)
}

/** From the first member of a group to the last, by the right arrow. */
async function throughGroup(page: Page): Promise<Stop[]> {
  const stops = [await pressed(page, 'Home')]
  for (;;) {
    const stop = await pressed(page, 'ArrowRight')
    if (stop.at === stops.at(-1)?.at) return stops
    stops.push(stop)
  }
}

const MOST_TABS = 600

/** Tab from the top of the page until it comes round, and the arrows wherever there is a group. */
export async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const stop = await pressed(page, 'Tab')
    if (stops.length > 0 && (stop.at === null || stops.some(({ at }) => at === stop.at))) return stops
    stops.push(stop, ...(stop.roving ? await throughGroup(page) : []))
  }
  throw new Error(`Tab never came round in ${MOST_TABS} presses`)
}
