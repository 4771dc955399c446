/** A series of elements that are placed in pixels already, drawn in this order. */
export const layer = (id: string, z: number, items: readonly object[]): object => ({
  id,
  type: 'custom',
  coordinateSystem: 'none',
  z,
  silent: true,
  data: items.map((_, index) => index),
  renderItem: ({ dataIndex }: { readonly dataIndex: number }) => items[dataIndex]
})
