// Where Pulumi starts the pack. Some versions of the CLI honour the runtime options of PulumiPolicy.yaml, others put
// their own TypeScript compiler, with its own type-check, in front; tsx is put in front of both.
require("tsx/cjs");
require("./index.ts");
