/** Whether an address is the host's own view of itself, or of all its addresses: nobody else finds it there. */
export const isOnlyItsOwn = (address: string): boolean => /^(127\.|0\.)/.test(address);

/** Whether it is the host's own, or of a network that the internet does not reach: https://www.rfc-editor.org/rfc/rfc1918 */
export const isOutOfPublicReach = (address: string): boolean =>
    /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(address);

/** How to mend such an address. */
export const writeHostAddress = "write the IPv4 address of the host in its own network, for example 192.168.120.12";
