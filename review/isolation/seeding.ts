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
            return onDocker(environment, half, half.role === "source" ? targets : sources);
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
): readonly IsolationViolation[] {
    const there = others.filter((other) => other.docker?.host === docker?.host);
    if (half.role === "source") {
        if (there.some((other) => other.name === half.stack)) return [];
        return violation(
            name,
            `${name} writes its anonymised dump for ${half.stack}, which takes none in on ${docker?.host}${those(there.map((other) => other.name))}: correct ringfence:seeding.stack.`,
        );
    }
    if (there.some(({ seeding: other }) => other?.role === "source" && other.stack === name)) return [];
    return violation(
        name,
        `${name} takes in anonymised dumps, and no stack of this project writes any for it on ${docker?.host}: write \`stack: ${name}\` at ringfence:seeding of production, or remove ringfence:seeding here.`,
    );
}

function those(names: readonly (string | undefined)[]): string {
    const there = names.filter((name) => name !== undefined);
    return there.length === 0 ? "" : ` (there is ${there.join(", ")})`;
}

const violation = (stack: string, message: string): readonly IsolationViolation[] => [
    { rule: "seeding", stacks: [stack], resources: [], message },
];
