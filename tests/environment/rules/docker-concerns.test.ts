import { type Changes, casesOf, onDocker } from "../fixtures";

const { accepts, refuses } = casesOf("docker-concerns");
const bent = (changes: Changes): Changes => ({ ...onDocker, ...changes });

describe("the rule docker-concerns", () => {
    it("ORB-14 accepts what a host can do, and anything elsewhere", () => {
        for (const tier of ["pre-production", "production"] as const) accepts(tier, onDocker);
        accepts("production");
        accepts(
            "production",
            bent({ "ringfence:registry": { project: "acme-images", location: "europe-west2", repository: "voice" } }),
        );
    });
    const cases: readonly [Changes, string, string][] = [
        [
            { "ringfence:database": { engine: "firestore" }, "ringfence:dumps": undefined },
            "ringfence:database.engine",
            "Google Cloud's",
        ],
        [{ "ringfence:release.serving": { api: "api-r0" } }, "ringfence:release.serving.api", "cannot be sent back"],
        [{ "ringfence:database.cpu": 10 }, "ringfence:database.cpu", "at most 9 CPUs"],
        [{ "ringfence:jobs": { migrate: { retries: 1 } } }, "ringfence:jobs.migrate.retries", "the first try alone"],
        [{ "ringfence:database.replicas": 1 }, "ringfence:database.replicas", "survives nothing more"],
        [{ "ringfence:database.availability": "regional" }, "ringfence:database.availability", "no second zone"],
        [{ "ringfence:database.adopt": { instance: "old" } }, "ringfence:database.adopt", "Cloud SQL"],
        [{ "ringfence:redis.adopt": { instance: "old" } }, "ringfence:redis.adopt", "Memorystore"],
        [
            { "ringfence:delivery": { repository: "acme/voice", builds: true } },
            "ringfence:delivery.builds",
            "a host has none",
        ],
        [
            { "ringfence:delivery": { repository: "acme/voice", repositoryId: "1" } },
            "ringfence:delivery.repositoryId",
            "a host has none",
        ],
        [{ "ringfence:rotation": { next: "2027-02-01T04:00:00Z" } }, "ringfence:rotation", "Docker host"],
        [{ "ringfence:audit.records": { retention: "365d" } }, "ringfence:audit.records", "administrator"],
    ];
    it("MVA-2 accepts mock customers, loaded by a first try alone", () => {
        accepts("sandbox", bent({ "ringfence:jobs": { loadCustomers: {} } }));
        const key = "ringfence:jobs.loadCustomers.retries";
        const again = bent({ "ringfence:jobs": { loadCustomers: { retries: 1 } } });
        refuses("sandbox", again, { key, message: "the first try alone", repair: "write 0" });
    });
    for (const [changes, key, message] of cases)
        it(`refuses ${key}`, () => {
            refuses("production", bent(changes), { key, message, repair: "" });
        });
});
