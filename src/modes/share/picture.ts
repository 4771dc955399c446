import { domToForeignObjectSvg } from 'modern-screenshot'
import { addFontProbe, untilFontsDrawn } from './font-probe.ts'
import { layFooterOut, loadFooterFonts, type Footer } from './picture-footer.ts'
import { sharpenCharts } from './sharp-charts.ts'
import { untilReady } from './until-ready.ts'
import { embeddedFonts } from './used-fonts.ts'

const RATIO = 2
const WIDEST = 4_096
/** Beyond this browsers make no canvas. */
const HIGHEST = 16_000

/** What can be done on the page is no part of its picture. */
const CONTROLS = 'nav, [role="toolbar"], .table-button, .source-card, [data-picture="none"]'

/** It keeps its room, so that all else stays where it is. */
const fade = (cloned: Node): void => {
  if (cloned instanceof HTMLElement && cloned.matches(CONTROLS)) cloned.style.opacity = '0'
}

/** The scene with what stands around it; where the page scrolls, all of it. @throws Error without a scene. */
function shownRoot(): HTMLElement {
  const scene = document.querySelector<HTMLElement>('main[data-scene]')
  const root = scene?.closest<HTMLElement>('.desk') ?? scene
  if (root === null) throw new Error('no scene is shown')
  return root
}

/** An element as an image that needs nothing of the page. @throws Error where the browser cannot draw it. */
async function imageOf(root: HTMLElement, width: number, height: number): Promise<HTMLImageElement> {
  const { cssText, faces } = await embeddedFonts(root)
  const svg = await domToForeignObjectSvg(root, { width, height, onCloneEachNode: fade, features: { restoreScrollPosition: true }, font: { cssText } })
  const probe = addFontProbe(svg, faces, { width, height })
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
  await image.decode()
  await untilFontsDrawn(image, probe)
  return image
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  return context
}

const toPng = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('too large a picture')) : resolve(blob)))
  })

/**
 * A PNG of the scene as it is on the screen, at twice the screen's resolution, over a footer that says what it is.
 * @throws Error where it cannot be made; there is no half picture.
 */
export async function takePicture(footer: Footer): Promise<Blob> {
  await Promise.all([untilReady(), loadFooterFonts(footer)])
  const root = shownRoot()
  const [width, height] = [root.scrollWidth, root.scrollHeight]
  const canvas = document.createElement('canvas')
  const context = contextOf(canvas)
  const laidOut = layFooterOut(context, footer, width)
  const ratio = Math.min(RATIO, WIDEST / width, HIGHEST / (height + laidOut.height))
  const blunt = sharpenCharts(root, ratio)
  try {
    const image = await imageOf(root, width, height)
    Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round((height + laidOut.height) * ratio) })
    context.scale(ratio, ratio)
    context.fillStyle = footer.theme.bg0
    context.fillRect(0, 0, width, height)
    context.drawImage(image, 0, 0, width, height, 0, 0, width, height)
    laidOut.draw(context, height)
    return await toPng(canvas)
  } finally {
    blunt()
  }
}
