import { formatView, type View } from '#view/codec.ts'

interface Linked {
  readonly view: View
  /** The scene that is shown, also where the address leaves it to the pack. */
  readonly scene: string
  /** The release that the link stays at; without it the link shows the newest one. */
  readonly release: number | undefined
  /** Where the page is reached from outside, such as `https://screen.example/`. */
  readonly base: string
}

/** The address of a view: all that tells what is shown, and nothing of how this page was opened. */
export const shareLink = ({ view, scene, release, base }: Linked): string => new URL(formatView({ ...view, scene, release }), base).href
