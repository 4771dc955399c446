import type { Page } from 'playwright-core'

/** A text on the page, in CSS px from its upper left corner. */
export interface TextBox {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a reader sees written in the scene and around it, but for what can be pressed to go elsewhere. */
export const textBoxes = (page: Page): Promise<TextBox[]> =>
  page.evaluate(() => {
    const root = document.querySelector('.desk') ?? document.body
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const boxes: TextBox[] = []
    while (walker.nextNode() !== null) {
      const { parentElement, nodeValue } = walker.currentNode
      const hidden =
        parentElement === null || parentElement.closest('nav, [role="toolbar"], .table-button, .visually-hidden, dialog, time, [data-picture="none"]') !== null
      if (hidden || nodeValue === null || nodeValue.trim() === '') continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const { x, y, width, height } = range.getBoundingClientRect()
      // What a sheet holds back, or the tabs cover, is on no picture.
      const inside = parentElement.closest('.sheet, .stage-hero')
      const hit = inside === null ? null : document.elementFromPoint(x + width / 2, y + height / 2)
      if (inside !== null && (hit === null || !inside.contains(hit))) continue
      if (width > 2 && height > 2) boxes.push({ text: nodeValue.trim(), x: x + scrollX, y: y + scrollY, width, height })
    }
    return boxes
  })

interface Compared {
  readonly width: number
  readonly height: number
  /** Of each box, the share of its pixels that are clearly lighter or darker in one picture than in the other. */
  readonly differences: readonly { readonly text: string; readonly share: number }[]
}

/** Holds a picture against a screenshot of the same pixel ratio, text by text. `width` and `height` are the picture's, in px. */
export const comparePictures = (blank: Page, screen: Buffer, picture: Buffer, boxes: readonly TextBox[], ratio: number): Promise<Compared> =>
  blank.evaluate(
    async ({ sources, boxes: texts, ratio: scale }) => {
      const [a, b] = await Promise.all(
        sources.map(async (source) => {
          const image = new Image()
          image.src = `data:image/png;base64,${source}`
          await image.decode()
          const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d', {
            willReadFrequently: true
          })
          pen?.drawImage(image, 0, 0)
          return pen
        })
      )
      if (a === null || a === undefined || b === null || b === undefined) throw new Error('no 2d context')
      const differences = texts.map(({ text, x, y, width, height }) => {
        const [one, other] = [a, b].map(
          (pen) => pen.getImageData(Math.round(x * scale), Math.round(y * scale), Math.ceil(width * scale), Math.ceil(height * scale)).data
        )
        let apart = 0
        for (let at = 1; at < (one?.length ?? 0); at += 4) if (Math.abs((one?.[at] ?? 0) - (other?.[at] ?? 0)) > 64) apart += 1
        return { text, share: (4 * apart) / (one?.length ?? 1) }
      })
      return { width: b.canvas.width, height: b.canvas.height, differences }
    },
    { sources: [screen, picture].map((png) => png.toString('base64')), boxes, ratio }
  )
