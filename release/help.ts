/** What `node release/bin.cjs --help` prints. */
export const help = `Says what a stack releases, and writes releases into stack files.

Usage
  node release/bin.cjs show STACK                 name, image, repository, commit, digests
  node release/bin.cjs record STACK NAME IMAGE    what CI has built and pushed
  node release/bin.cjs of BRANCH                  the stack that a push to the branch deploys
  node release/bin.cjs below STACK                the stack that a release passes through before
  node release/bin.cjs next STACK                 the stack that it goes to afterwards
  node release/bin.cjs promote FROM TO            the same images, under the same name

All read and write Pulumi.<stack>.yaml in the current folder. Where there is no stack of a
branch, below or next, nothing is printed.
`;
