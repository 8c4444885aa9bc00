import type { Concern } from "../schema/environment";
import { finding, rule } from "./rule";

/** What a Docker host has nothing for, with what to do instead. */
const unknownThere: Readonly<Partial<Record<Concern, string>>> = {
    rotation: "remove it: a new value is made by `pulumi up` with another one in the stack file",
};

/** The provider writes more back in another form, and would replace the container at each deployment. */
const mostCpus = 9;

export const dockerConcerns = rule({
    name: "docker-concerns",
    demands: "An environment on Docker asks for nothing that only a cloud has",
    requirements: ["ORB-14"],
    needs: ["platform", "database", "redis", "registry", "audit", "domain", "delivery", "rotation", "jobs", "release"],
    *check(environment) {
        if (environment.platform !== "docker") return;
        for (const [concern, repair] of Object.entries(unknownThere) as [Concern, string][])
            if (environment[concern as "delivery"] !== undefined)
                yield { path: [concern], message: "is not to be had on a Docker host", repair };
        const { database, redis, registry, audit, jobs, release, delivery } = environment;
        for (const [part, is] of [
            ["builds", delivery?.builds === true],
            ["repositoryId", delivery?.repositoryId !== undefined],
        ] as const)
            if (is)
                yield finding(
                    ["delivery", part],
                    "is about an account of Google Cloud's, and a host has none: who signs in there may deploy",
                    "remove it",
                );
        for (const service of Object.keys(release.serving))
            yield finding(
                ["release", "serving", service],
                "a release's containers are gone when the next one's run, so traffic cannot be sent back to them",
                "remove it, and write the images of the earlier release at ringfence:release",
            );
        if (database.engine === "firestore")
            yield finding(["database", "engine"], "Firestore is Google Cloud's", "write postgresql, or supabase");
        if (database.engine === "postgresql") {
            if (database.cpu > mostCpus)
                yield finding(
                    ["database", "cpu"],
                    `a container is given at most ${mostCpus} CPUs`,
                    `write ${mostCpus}`,
                );
            if (database.replicas > 0)
                yield finding(
                    ["database", "replicas"],
                    "a replica beside its server survives nothing more",
                    "remove it",
                );
            if (database.availability === "regional")
                yield finding(["database", "availability"], "a single host has no second zone", "remove it");
            if (database.adopt !== undefined)
                yield finding(["database", "adopt"], "is about a server of Cloud SQL", "remove it");
        }
        if (redis?.adopt !== undefined)
            yield finding(["redis", "adopt"], "is about a server of Memorystore", "remove it");
        if (registry?.managed)
            yield finding(
                ["registry", "managed"],
                "a registry is made in a cloud",
                "remove it, or manage it elsewhere",
            );
        for (const part of ["records", "logs"] as const)
            if (audit[part] !== undefined)
                yield finding(["audit", part], "a host cannot keep from its administrator what he writes", "remove it");
        for (const job of ["migrate", "loadCustomers"] as const)
            if ((jobs[job]?.retries ?? 0) > 0)
                yield finding(
                    ["jobs", job, "retries"],
                    "a deployment waits for the first try alone",
                    "write 0, and deploy again",
                );
    },
});
