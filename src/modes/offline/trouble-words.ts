import type { StoreTrouble } from '#queries/answer-store.ts'

interface Words {
  readonly what: string
  /** What whoever holds the tablet can do about it. */
  readonly remedy: string
}

/** Why what is stored is not whole. */
export const TROUBLE: Readonly<Record<StoreTrouble, Words>> = {
  full: {
    what: '本机存储空间已满，离线数据没有存全',
    remedy: '请删去不用的文件或应用，腾出空间后点“重新保存”。已经存下的场景断网后仍可打开。'
  },
  denied: {
    what: '浏览器不让本页存数据，断网后重新打开会没有内容',
    remedy: '无痕窗口里、或关掉了网站数据时会这样。请换普通窗口，或在浏览器设置里允许本网站保存数据，再点“重新保存”。'
  }
}

/** What is left when the browser has cleared what was stored, or nothing ever was. */
export const NOTHING = {
  cleared: {
    what: '离线数据已被浏览器清除',
    remedy: '存储空间不足、或有人清除了浏览数据时会这样。接上网络后会自动恢复，并重新保存，不用做别的。'
  },
  never: {
    what: '本机还没有存过离线数据',
    remedy: '请先在有网络时打开一次，停留一会儿，等离线数据存好，以后断网也能打开。'
  }
} as const
