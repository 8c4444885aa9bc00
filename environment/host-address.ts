/** Whether an address is the host's own view of itself, or of all its addresses: nobody else finds it there. */
export const isOnlyItsOwn = (address: string): boolean => /^(127\.|0\.)/.test(address);

/** How to mend such an address. */
export const writeHostAddress = "write the IPv4 address of the host in its own network, for example 192.168.120.12";
