/** What `npm run local -- --help` prints. */
export const help = `Brings the whole platform up on the local Docker Engine, with sample workloads: an API, a gateway
that holds calls, a page, PostgreSQL, Redis, and nginx with a certificate signed by itself.

Usage
  npm run local           build, start, wait until everything is healthy, print the URLs
  npm run local:down      take it all away again, data included
  npm run local -- OPTION-OF-PULUMI...
                          the same by \`pulumi up\` with that option: --diff, --replace URN

It needs a Docker Engine (25 or later) that you may talk to, 4 GB of memory, and the free ports
8080 and 8443. What it makes is in Pulumi.local.yaml; its state is in the folder .local. After an
interruption, even one by force, the next start goes on where it was.

Environment
  DOCKER_HOST    the Docker Engine; default: that of the current \`docker context\`

Exit status
  0 everything is healthy (or gone); else Pulumi's, or 1 where something is missing
`;
