import { getInstanceByDom } from 'echarts/core'

/**
 * Has the charts under an element hand out their drawing at a higher resolution than the screen's, whenever somebody reads
 * their canvas. A chart may lie on several canvases: the first one hands out all of them. Returns what takes it back.
 */
export function sharpenCharts(root: Element, pixelRatio: number): () => void {
  const changed = [...root.querySelectorAll<HTMLElement>('[_echarts_instance_]')].flatMap((host) => {
    const chart = getInstanceByDom(host)
    const [first, ...others] = host.querySelectorAll('canvas')
    if (chart === undefined || first === undefined) return []
    first.toDataURL = () => chart.getDataURL({ pixelRatio })
    const empty = document.createElement('canvas').toDataURL()
    for (const other of others) other.toDataURL = () => empty
    return [first, ...others]
  })
  return () => {
    for (const canvas of changed) Reflect.deleteProperty(canvas, 'toDataURL')
  }
}
