import type { FigureItem } from '#charts/panel-data.ts'
import type { Room } from '#charts/picture.ts'

/** Whether the figure stands beside the picture in other letters, so that the picture need not say it. */
export const isTold = ({ told }: Pick<Room, 'told'>, observation: FigureItem['observation'] | null): boolean =>
  observation !== null && told?.has(observation) === true

/** Those that the picture has to say. */
export const untold = <Item extends Pick<FigureItem, 'observation'>>(items: readonly Item[], room: Pick<Room, 'told'>): readonly Item[] =>
  items.filter(({ observation }) => !isTold(room, observation))
