import { SVGRenderer } from 'echarts/renderers'
import { echarts } from '#charts/register.ts'

/** Makes charts drawable as vectors. It stays out of the scripts that a screen starts with. */
export function drawVectors(): void {
  echarts.use([SVGRenderer])
}
