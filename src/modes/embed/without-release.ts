/** The same address, following the newest release. */
export function withoutRelease({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const query = new URLSearchParams(search)
  query.delete('release')
  const rest = query.toString().replaceAll('%2C', ',')
  return rest === '' ? pathname : `${pathname}?${rest}`
}
