/** Where plates and their names stand, in rem. Equal rings on all plates: a plate is as large as its count. */
export interface PlateSize {
  /** Null: nothing to count out. */
  readonly inner: number | null
  readonly rim: number | null
  /** Where it wants to stand. */
  readonly home: readonly [x: number, y: number]
  /** Of its name and number. */
  readonly label: { readonly width: number; readonly height: number }
}

export interface Label {
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'center' | 'right'
}

export interface PlacedPlate {
  readonly x: number
  readonly y: number
  /** Outer edge, and the edge of the field inside. */
  readonly radius: number
  readonly field: number
  /** The circles that the rim's rings lie on, and how many on each: one more where one has no room. */
  readonly rims: readonly { readonly radius: number; readonly count: number }[]
  /** Null where no place for the name is free: names on top of each other could not be read. */
  readonly label: Label | null
}

export interface PlatesLayout {
  readonly plates: readonly PlacedPlate[]
  /** Of all rings, 1 or less where there is no room. */
  readonly scale: number
}

export interface PlatesRoom {
  readonly width: number
  readonly height: number
  /** Free at the top, for the names over the plates. */
  readonly top: number
  /** The scale of the rings that suits the map's own size. */
  readonly scale: number
}

/** At scale 1, in rem: the spiral's step, a ring inside, a ring on the rim, and what is around them. */
export const RING = { step: 0.7, inner: 0.43, rim: 0.23, pitch: 0.62, margin: 0.2, band: 1.1, edge: 0.75 } as const

const GAP = 1
/** Names may shrink the plates to this share of what suits the map; then they stand where they can. */
const LEAST_SHARE = 0.5
const SHRINK = 0.94
const ROUNDS = 400
const PULL = 0.02
/** A plate without rings still is one. */
const BARE = 1.4
/** Between a plate and the name beside it. */
const BESIDE = 0.7

interface Moving {
  x: number
  y: number
  readonly home: readonly [number, number]
  readonly radius: number
}

const fieldOf = ({ inner }: PlateSize): number => (inner === null || inner === 0 ? BARE : RING.step * Math.sqrt(inner) + RING.margin)

/** The first circle lies around the field; where its rings have no room they share as few more as will do, evenly. */
function rimsOf(size: PlateSize): PlacedPlate['rims'] {
  const [count, first] = [size.rim ?? 0, fieldOf(size) + RING.band]
  const room = (circles: number): number =>
    Array.from({ length: circles }, (_, at) => Math.floor((2 * Math.PI * (first + at * RING.pitch)) / RING.pitch)).reduce((a, b) => a + b, 0)
  let circles = 1
  while (room(circles) < count) circles += 1
  return Array.from({ length: circles }, (_, at) => ({ radius: first + at * RING.pitch, count: Math.floor((count + circles - 1 - at) / circles) }))
}

const radiusOf = (size: PlateSize): number => (rimsOf(size).at(-1)?.radius ?? 0) + RING.edge

const within = (value: number, low: number, high: number): number => (low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value)))

/** Each is drawn to its home, pushed off the others and kept inside; the same input always gives the same places. */
function relax(sizes: readonly PlateSize[], scale: number, { width, height, top }: PlatesRoom): readonly Moving[] {
  const moving = sizes.map((size): Moving => ({ x: size.home[0], y: size.home[1], home: size.home, radius: radiusOf(size) * scale }))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of moving) {
      one.x += (one.home[0] - one.x) * PULL
      one.y += (one.home[1] - one.y) * PULL
    }
    moving.forEach((a, index) => {
      for (const b of moving.slice(index + 1)) part(a, b)
    })
    for (const one of moving) {
      one.x = within(one.x, one.radius, width - one.radius)
      one.y = within(one.y, top + one.radius, height - one.radius)
    }
  }
  return moving
}

/** Two that are too close go half the way each. */
function part(a: Moving, b: Moving): void {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const distance = Math.hypot(dx, dy)
  const least = a.radius + b.radius + GAP
  if (distance >= least) return
  const [ux, uy] = distance < 1e-6 ? [0, 1] : [dx / distance, dy / distance]
  const push = (least - distance) / 2
  a.x -= ux * push
  a.y -= uy * push
  b.x += ux * push
  b.y += uy * push
}

/** All inside, and none nearer than where plates would seem to touch. */
const clear = (moving: readonly Moving[], { width, height, top }: PlatesRoom): boolean =>
  moving.every(
    (a, index) =>
      2 * a.radius <= Math.min(width, height - top) && moving.slice(index + 1).every((b) => Math.hypot(b.x - a.x, b.y - a.y) >= a.radius + b.radius + GAP * 0.4)
  )

interface Rect {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const rectOf = ({ x, y, align }: Label, { width, height }: PlateSize['label']): Rect => {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 }
}

const meets = (a: Rect, b: Rect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const covers = ({ left, right, top, bottom }: Rect, { x, y, radius }: Moving): boolean =>
  Math.hypot(x - within(x, left, right), y - within(y, top, bottom)) < radius

const placesAround = ({ x, y, radius }: Moving, { height }: PlateSize['label']): readonly Label[] => [
  { x, y: y - radius - height * 0.6, align: 'center' },
  { x: x - radius - BESIDE, y, align: 'right' },
  { x, y: y + radius + height * 0.6, align: 'center' },
  { x: x + radius + BESIDE, y, align: 'left' }
]

/** Above its plate, else beside or below it: the first place that no plate and no other name takes; null where there is none. */
function placeLabels(sizes: readonly PlateSize[], moving: readonly Moving[], { width, height }: PlatesRoom): readonly (Label | null)[] {
  const taken: Rect[] = []
  return sizes.map(({ label }, index) => {
    const plate = moving[index]
    if (plate === undefined) return null
    const free = placesAround(plate, label).find((place) => {
      const rect = rectOf(place, label)
      const inside = rect.left >= 0 && rect.right <= width && rect.top >= 0 && rect.bottom <= height
      return inside && !taken.some((other) => meets(rect, other)) && !moving.some((other) => other !== plate && covers(rect, other))
    })
    if (free === undefined) return null
    taken.push(rectOf(free, label))
    return free
  })
}

/** The largest scale at which all plates stand apart and inside, and every name has its place. */
export function platesLayout(sizes: readonly PlateSize[], room: PlatesRoom): PlatesLayout {
  let scale = room.scale
  let moving = relax(sizes, scale, room)
  let labels = placeLabels(sizes, moving, room)
  while ((!clear(moving, room) || labels.includes(null)) && scale > LEAST_SHARE * room.scale) {
    scale *= SHRINK
    moving = relax(sizes, scale, room)
    labels = placeLabels(sizes, moving, room)
  }
  const plates = moving.map((plate, index): PlacedPlate => {
    const size = sizes[index] ?? { inner: null, rim: null, home: plate.home, label: { width: 0, height: 0 } }
    const rims = rimsOf(size).map((rim) => ({ ...rim, radius: rim.radius * scale }))
    return { x: plate.x, y: plate.y, radius: plate.radius, rims, field: fieldOf(size) * scale, label: labels[index] ?? null }
  })
  return { plates, scale }
}
