import { anonymiserAddressOf, type Environment, type Seeding, seedBucketOf } from "../../environment";
import type { IsolationViolation } from "../plan";

/**
 * Each half of a seeding names the other exactly: production writes into the bucket or volume of a pre-production stack of
 * this project, and pre-production lets in the anonymiser of a production stack of this project, and nobody else.
 */
export function seeding(environments: readonly Environment[]): readonly IsolationViolation[] {
    const withRole = (role: "source" | "target") => environments.filter((each) => each.seeding?.role === role);
    const sources = withRole("source");
    const targets = withRole("target");
    return environments.flatMap((environment) => {
        const { name, seeding: half } = environment;
        if (half !== undefined && environment.platform === "docker")
            return onDocker(environment, half, half.role === "source" ? targets : sources, environments);
        if (half?.role === "source" && !targets.some((target) => seedBucketOf(target) === half.bucket))
            return violation(
                name,
                `${name} writes its anonymised dump into the bucket ${half.bucket}, which is no stack's of this project that takes one in${those(targets.map(seedBucketOf))}: correct ringfence:seeding.bucket.`,
            );
        if (half?.role === "target" && !sources.some((source) => anonymiserAddressOf(source) === half.writer))
            return violation(
                name,
                `${name} lets ${half.writer} write into its bucket, which is no stack's anonymiser of this project${those(sources.map(anonymiserAddressOf))}: correct ringfence:seeding.writer.`,
            );
        return [];
    });
}

/** A volume is one host's, so both must be on it. */
function onDocker(
    { name, docker }: Environment,
    half: Seeding,
    others: readonly Environment[],
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    if (half.role === "target") {
        const writes = others.some(({ seeding: other }) => other?.role === "source" && other.stack === name);
        if (writes) return [];
        return violation(
            name,
            `${name} takes in anonymised dumps, and no stack of this project writes any for it: write \`stack: ${name}\` at ringfence:seeding of production, or remove ringfence:seeding here.`,
        );
    }
    const why = hindrance({ docker }, half.stack, others, environments);
    if (why === undefined) return [];
    return violation(
        name,
        `${name} writes its anonymised dump for ${half.stack}: ${why}${those(others.map((other) => other.name))}. Correct ringfence:seeding.stack.`,
    );
}

/** Why no dump gets from here to the stack. */
function hindrance(
    { docker }: Pick<Environment, "docker">,
    stack: string | undefined,
    takers: readonly Environment[],
    environments: readonly Environment[],
): string | undefined {
    if (!environments.some(({ name }) => name === stack)) return `there is no stack ${stack} in this project`;
    const taker = takers.find(({ name }) => name === stack);
    if (taker === undefined) return `${stack} takes none in`;
    if (taker.docker?.host === docker?.host) return undefined;
    return `${stack} is on another host, ${taker.docker?.host} instead of ${docker?.host}, and a volume is one host's`;
}

function those(names: readonly (string | undefined)[]): string {
    const there = names.filter((name) => name !== undefined);
    return there.length === 0 ? "" : ` (there is ${there.join(", ")})`;
}

const violation = (stack: string, message: string): readonly IsolationViolation[] => [
    { rule: "seeding", stacks: [stack], resources: [], message },
];
