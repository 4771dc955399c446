/** A mistake of the operator or of a file: its message is one sentence for the console, without a stack. */
export class MapError extends Error {}
