/** One server-sent event; data is a single line of JSON. */
export const eventText = (event: string, data: object): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** Tells the browser to wait this long before it connects again. */
export const retryText = (milliseconds: number): string => `retry: ${milliseconds}\n\n`
