/** Where the device token goes on routes whose `Authorization` is spoken for: what steers walls, and the operator's token. */
export const deviceHeader = 'x-device-token'
