import mapshaper from 'mapshaper'
import type { Feature, FeatureCollection, Geometry } from './geometry.ts'

export type Layer<G, P> = FeatureCollection<Feature<G, P>>

/**
 * Runs `-i in.json <import options> <commands> -o out.json <output options>` in memory, so nothing touches the disk.
 * The commands decide what comes out; the caller names the result's type.
 */
export async function runMapshaper<G extends Geometry, P>(request: {
  layer: Layer<Geometry, unknown>
  importOptions?: string
  commands: string
  outputOptions?: string
}): Promise<Layer<G, P>> {
  const { layer, importOptions = '', commands, outputOptions = '' } = request
  const output = await mapshaper.applyCommands(
    `-i in.json ${importOptions} ${commands} -o out.json format=geojson geojson-type=FeatureCollection ${outputOptions}`,
    { 'in.json': JSON.stringify(layer) }
  )
  const bytes = output['out.json']
  if (!bytes) throw new Error('mapshaper 没有输出')
  return JSON.parse(new TextDecoder().decode(bytes)) as Layer<G, P>
}
