import type { XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { blocksOf, overlap, type Area, type Block } from './blocks.ts'

const PAGE: Area = { left: 0, top: 0, right: 1280, bottom: 720 }
/** Between the margins, over the hairline of the foot. */
const CONTENT: Area = { left: 56, top: 34, right: 1224, bottom: 632 }
const OF_FOOT = new Set(['来源与版次', '页码'])

/** Of what rounding to whole EMU and hundredths of a point makes, in px. */
const SLACK = 1

const inside = (area: Area, whole: Area): boolean =>
  area.left >= whole.left - SLACK && area.top >= whole.top - SLACK && area.right <= whole.right + SLACK && area.bottom <= whole.bottom + SLACK

const isFoot = ({ name }: Block): boolean => OF_FOOT.has(name)

/** Slides of panels and those that open a scene have a foot, the cover has none. */
const roomOf = (block: Block, blocks: readonly Block[]): Area =>
  isFoot(block) ? { ...CONTENT, top: CONTENT.bottom, bottom: 700 } : blocks.some(isFoot) ? CONTENT : PAGE

const told = ({ name, text }: Block): string => `${name} ${text.slice(0, 24)}`

/** What stands on another, hangs out of its room, or is read before what stands over it. */
export function faultsOf(slide: XmlNode): string[] {
  const blocks = blocksOf(slide)
  return blocks.flatMap((block, index) => [
    ...(inside(block.area, roomOf(block, blocks)) && inside(block.box, PAGE) ? [] : [`out of its room: ${told(block)} ${JSON.stringify(block.area)}`]),
    ...(block.kind !== 'text' || block.area.bottom - block.area.top <= block.box.bottom - block.box.top + SLACK ? [] : [`taller than its box: ${told(block)}`]),
    ...blocks
      .slice(index + 1)
      .flatMap((other) => [
        ...(overlap(block.area, other.area) > SLACK ? [`on each other: ${told(block)} / ${told(other)}`] : []),
        ...(isAbove(other.area, block.area) ? [`read too late: ${told(other)} after ${told(block)}`] : [])
      ])
  ])
}

const isAbove = (a: Area, b: Area): boolean => a.bottom <= b.top + SLACK && Math.min(a.right, b.right) > Math.max(a.left, b.left)
