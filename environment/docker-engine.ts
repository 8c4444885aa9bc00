const usualSocket = "/var/run/docker.sock";

/** The engine of the machine that one is on. https://docs.docker.com/reference/cli/dockerd/#daemon-socket-option */
export const localEngine = `unix://${usualSocket}`;

/** Where an engine has its socket on its own host: where the address says, or where it lies unless somebody moves it. */
export const socketOf = (host: string): string => /^unix:\/\/(\/.+)$/.exec(host)?.[1] ?? usualSocket;
